"""Which tellings are of one event, what they disagree on, and which events matter."""
