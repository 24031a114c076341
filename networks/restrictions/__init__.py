"""Decides which pages are closed to visitors, in every language."""
