"""Where a text speaks of time, what is no date, and which way it points."""
