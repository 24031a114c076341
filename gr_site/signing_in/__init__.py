"""Logging in, for everybody who has an account: passwords, passkeys, second factors and how long a session lasts.

django-allauth does the work, below ``/konto/``. What is ours:

- ``adapter`` and ``backend``: who is who, no open sign-up, letters with the site's name and address
- ``authenticators``, ``encryption``: secrets of second factors, which are encrypted in the database
- ``attempts``: wrong passwords and codes, counted in the database; ``page_passwords`` counts those of closed pages
- ``middleware``: who must have a second factor before the admin opens, and when a session ends
- ``sessions``: ends all sessions of a user
- ``closed_urls``: Wagtail's own log-in addresses, which lead to allauth's
- ``administration``: what an administrator can do for a colleague who cannot log in

Others may listen to the signals of allauth (``allauth.account.signals``, ``allauth.mfa.signals``), and to
``attempts.locked`` and ``sessions.sessions_ended``.
"""
