"""The arithmetic of values: clocks, cells, TIMEX3 values, and how sure a date is."""
