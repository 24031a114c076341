"""Keeps the trees of pages and of collections whole. treebeard's own verbs change them; nothing else writes a path."""
