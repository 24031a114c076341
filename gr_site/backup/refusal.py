class Refused(Exception):
    """Why a backup is not made or not restored: one line in Swedish that says what to do."""
