"""A line to candidates: its labels, dates, times and words, and the meetings that it may hold by itself."""
