"""Figures against rules: three-valued logic, the assessment, the next question, what would turn a verdict."""
