"""Which pages are closed to visitors, in every language alike."""
