"""What is kept: assessments, feedback and unanswered questions, in SQLite or PostgreSQL."""
