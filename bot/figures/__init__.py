"""What people write about money and numbers, and what is known of one applicant."""
