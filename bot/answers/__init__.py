"""Assessments and clauses put into Chinese, always with their clause. Wording lives in ``templates/``."""
