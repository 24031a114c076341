"""What the production settings promise, asked of a process of its own: a module of settings is read once."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

CODE = """
import logging

import django
from django.core import mail
from django.core.mail.message import sanitize_address

django.setup()
letter = mail.EmailMessage("Återställ lösenord", "", to=["alva@example.org"])
sanitize_address(letter.from_email, "utf-8")  # as the mail server gets it
print(letter.from_email)
log = logging.getLogger("django.request")
log.warning("Not Found: /finns-inte/", extra={"status_code": 404})
try:
    {}["nyckel"]
except KeyError:
    log.exception("Internal Server Error: /natverk/")
"""


@pytest.fixture(scope="module")
def production():
    """What ``CODE`` says (``stdout``) and writes down (``stderr``) in a site with the production settings."""
    given = {
        "DJANGO_SETTINGS_MODULE": "gr_site.settings.production",
        "SECRET_KEY": "for-a-test-only-and-not-secret-at-all",
        "ALLOWED_HOSTS": "example.org",
        "EMAIL_FROM": "GR:s nätverk <natverk@example.org>",
        "PYTHONUTF8": "1",
    }
    command, environment = [sys.executable, "-c", CODE], os.environ | given
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=True)


def test_a_fault_is_written_down_with_its_cause_and_a_lost_visitor_is_not(production):
    [line] = [json.loads(line) for line in production.stderr.splitlines()]
    assert (line["level"], line["logger"]) == ("ERROR", "django.request")
    assert line["exception"].endswith("\nKeyError")
    assert "finns-inte" not in production.stderr


def test_letters_come_from_the_address_that_the_environment_names(production):
    """A mail server refuses one from "localhost", which is what Django writes by itself."""
    assert production.stdout == '"GR:s nätverk" <natverk@example.org>\n'
