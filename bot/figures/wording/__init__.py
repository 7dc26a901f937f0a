"""How a clause is meant: stated, asked, denied, supposed; with the words that affirm and deny."""
