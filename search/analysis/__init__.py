"""Analyses Swedish and English text for search. Pure functions, no Django."""
