"""Numbers as people write them: numerals, units, bounds and what makes them vague. Of no figure yet."""
