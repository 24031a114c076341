"""What to look at with a meeting: clashes, red days, dates that have been."""
