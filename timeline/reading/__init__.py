"""Files of every kind become drafts of articles."""
