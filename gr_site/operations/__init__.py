"""What the site does by itself: what is due at a certain time, and what an earlier process left undone."""
