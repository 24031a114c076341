"""Reads rows for a page: once per request, and protected from being saved."""
