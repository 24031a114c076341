"""Writes the rows that search finds from published pages, in the transaction of the change itself."""
