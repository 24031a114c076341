"""What Swedish (and English) words are, for finding: pure functions, no Django."""
