"""Companies by the thousand: a file of figures in, one assessment a line out."""

from bot.batch.run import assess_file

__all__ = ["assess_file"]
