"""Makes each publication whole, and keeps the date of the last change that a reader of a network would notice."""
