"""Time without words: values, the arithmetic of days and months, and how a day is written."""
