"""Rasa's custom actions: from slots to the service to a reply, and back into slots."""
