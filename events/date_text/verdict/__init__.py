"""Drafts to rows: what can only be seen in the whole list, and each row's verdict in plain Swedish."""
