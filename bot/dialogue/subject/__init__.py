"""What a message is about: the programs, the business and the applicant that it names or goes on with."""
