"""How fast the site is with many meetings, measured on databases that are made for it and thrown away.

``python -m tests.bench`` runs it (``running``). ``content`` says what the made-up meetings are like, ``seeding_*`` and
``bulk_pages`` store them, ``databases`` and ``preparing`` make one database for each number of events, ``cases`` is
what is measured, ``measuring`` takes the times, ``report`` prints them.
"""
