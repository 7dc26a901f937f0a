"""The check of one applicant: what is kept, corrected, supposed, left out and taken back, and what is asked next."""
