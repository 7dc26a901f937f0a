"""What a message wants: which topic of the guide, which check, which order, and how far that may be believed."""
