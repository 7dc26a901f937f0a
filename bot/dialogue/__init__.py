"""What has been said in one conversation, and what the assistant does next. Pure: no Rasa, no clock, no database."""
