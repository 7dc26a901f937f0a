"""Answers to questions: which one each topic gets, and what is remembered of it."""
