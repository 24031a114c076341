"""Selects meetings: the filters in the addresses of the calendar's pages and of feeds."""
