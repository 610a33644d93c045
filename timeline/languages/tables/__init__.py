"""What each language needs, one table a file."""
