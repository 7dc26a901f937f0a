"""Which figure each number of a message belongs to, and which numbers are nobody's."""
