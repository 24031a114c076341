"""How well people find what they look for: queries, what they would want, and the measures."""
