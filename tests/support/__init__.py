"""What tests share: the bot as a running server, and a PostgreSQL server that lives as long as the tests."""
