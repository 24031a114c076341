"""A long day of several editors: random operations through the admin's own forms, and after each one truth.

``model`` is what calendars and readers remember, ``forms`` and ``browser`` do what a browser does, ``operations`` is
what editors do, and ``checks`` says what must hold after each. ``machine`` puts them together for hypothesis.
"""
