"""Turns pasted dates into meetings: text, then a preview, and only then rows on the event."""
