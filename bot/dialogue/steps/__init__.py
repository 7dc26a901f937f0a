"""The steps of a turn, by matter: each takes a message and ends the turn with it, or leaves it to the next step."""
