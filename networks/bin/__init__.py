"""The bin: what is deleted in the admin goes here, and comes back with the same keys, addresses and versions.

A thing in the bin is deleted for real, and all its rows are written down (``recording``). Nothing can show it by
mistake, and no query of the site has to leave it out. ``restoring`` inserts the same rows again. Programs that call
``delete()`` do not pass through here.
"""
