"""The assistant for applicants to a city's science and technology programs."""
