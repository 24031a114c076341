"""Which settings a process takes: one rule for ``manage.py`` and for servers, so that they never disagree."""

import os
from pathlib import Path

import environ

PRODUCTION, DEVELOPMENT = "gr_site.settings.production", "gr_site.settings.dev"


def choose(*, serving: bool = False) -> None:
    """Set ``DJANGO_SETTINGS_MODULE`` where the environment doesn't.

    They are production's where there is a ``SECRET_KEY``, which production needs and a developer's machine hasn't, and
    always in a WSGI server (``serving``), which must refuse to start rather than show its errors. A file ``.env``
    beside ``manage.py`` adds the variables that the environment lacks, for commands typed in a shell too.
    """
    file = Path(__file__).resolve().parents[2] / ".env"
    if file.is_file():
        environ.Env.read_env(file)
    production = serving or os.environ.get("SECRET_KEY", "").strip()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", PRODUCTION if production else DEVELOPMENT)
