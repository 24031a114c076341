"""What is not mended yet, so that the machine goes around it. Each becomes True with its mending."""

SERIES_KEEP_THEIR_MEETINGS = False
