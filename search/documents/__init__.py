"""Reads the text of uploaded documents, once for each file, in a separate process with limits."""
