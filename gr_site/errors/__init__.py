"""The pages for what is not there, not allowed or broken."""
