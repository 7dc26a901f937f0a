"""Held-out questions and how the bot's answers to them are judged; reads the bot from outside, over REST."""
