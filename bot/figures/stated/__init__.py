"""What a message states of the applicant without a number: kinds, fields, places, partners, disputes."""
