"""Rasa graph components: the guide's words for jieba and spaCy, quantities as entities, sentence vectors, intents."""
