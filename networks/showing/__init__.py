"""Decides which pages a visitor is shown, where something leads to one: a file, a moved address, a link in a text."""
