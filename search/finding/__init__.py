"""From what a visitor typed to what she is shown."""
