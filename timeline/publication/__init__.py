"""On which day was an article published? What pages, names and lines say of it."""
