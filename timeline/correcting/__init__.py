"""What a person corrects, and how it survives."""
