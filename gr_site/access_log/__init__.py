"""The lasting log of log-ins and rights, and the letter about a log-in from a new device."""
