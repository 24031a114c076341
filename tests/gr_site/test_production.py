"""What the production settings promise, asked of a process of its own: a module of settings is read once."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def in_production(code, **environment):
    """``(stdout, stderr)`` of ``code`` in a site with the production settings."""
    given = {
        "DJANGO_SETTINGS_MODULE": "gr_site.settings.production",
        "SECRET_KEY": "for-a-test-only-not-secret",
        "ALLOWED_HOSTS": "example.org",
    }
    done = subprocess.run(
        [sys.executable, "-c", f"import django\ndjango.setup()\n{code}"],
        cwd=ROOT, env={**os.environ, **given, **environment}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout, done.stderr


FAULT = """
import logging
log = logging.getLogger("django.request")
log.warning("Not Found: /finns-inte/")
try:
    {}["nyckel"]
except KeyError:
    log.exception("Internal Server Error: /natverk/")
"""


def test_a_fault_is_written_down_with_its_cause_and_a_lost_visitor_is_not():
    _, told = in_production(FAULT)
    first, *_, last = told.strip().splitlines()
    assert first.endswith("ERROR django.request: Internal Server Error: /natverk/")
    assert last == "KeyError: 'nyckel'"
    assert "finns-inte" not in told
