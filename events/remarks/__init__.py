"""What an editor should look at before saving a meeting: clashes, red days, dates in the past."""
