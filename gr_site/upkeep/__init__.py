"""What the site remembers of the work that it does by itself (``gr_site/operations`` does it)."""
