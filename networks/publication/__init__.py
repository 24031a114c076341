"""Handles the publication of a network: keeps the date of the last change that a reader would notice."""
