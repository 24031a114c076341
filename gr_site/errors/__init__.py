"""The error pages: not found, not allowed, broken."""
