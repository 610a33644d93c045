"""English: its words of time, its rules, and its words for events."""
