"""Letters that wait to be sent. Whoever writes one posts it in the transaction of what it is about: ``post``."""
