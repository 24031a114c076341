"""What editors do, each a rule of the machine. A rule goes through the admin's forms and nothing else."""
