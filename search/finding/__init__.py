"""Turns what a visitor typed into what is shown."""
