"""A reply to the question for one figure."""
