"""One meeting changes: cancelled, moved, held elsewhere or confirmed, with a reason, and nothing else is touched."""
