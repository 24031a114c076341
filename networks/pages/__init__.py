"""The base of every page type of the site."""
