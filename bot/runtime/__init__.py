"""Everything that touches Rasa's internals: training, serving, and the few places where Rasa is made quicker.

Importing any part of this package first settles the process's environment, because Rasa and SQLAlchemy look at
theirs while they are imported.
"""

from bot.runtime import environment

environment.settle()
