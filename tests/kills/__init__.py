"""Kills processes in the middle of a publication, and looks for what they leave behind.

    DATABASE_URL=... python -m tests.kills [--kills 200] [--seed 7]

The database must be migrated and hold the empty site (``tests.site.build_site``); it is filled and changed.
"""
