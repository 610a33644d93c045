"""Frames, dates and timelines as people read them: in a notebook, in a terminal."""
