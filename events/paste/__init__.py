"""Pasted dates become meetings: text, preview, and only then rows on the event."""
