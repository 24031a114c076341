"""What events add to the bin: what is lost with meetings, cancelling them instead, and what subscribers are told."""
