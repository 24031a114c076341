"""``manage.py`` and a WSGI server take the same settings, and say in one line why they cannot start."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from gr_site.settings import choice

ROOT = Path(__file__).parents[3]
KEY = "0123456789abcdef" * 4


@pytest.mark.parametrize(
    ("variables", "serving", "settings"),
    [
        ({}, False, "gr_site.settings.dev"),
        ({"SECRET_KEY": " "}, False, "gr_site.settings.dev"),
        ({"SECRET_KEY": KEY}, False, "gr_site.settings.production"),
        ({"SECRET_KEY": KEY}, True, "gr_site.settings.production"),
        ({}, True, "gr_site.settings.production"),
        ({"SECRET_KEY": KEY, "DJANGO_SETTINGS_MODULE": "own"}, True, "own"),
    ],
)
def test_the_settings_follow_the_secret_key(monkeypatch, variables, serving, settings):
    for name in ("SECRET_KEY", "DJANGO_SETTINGS_MODULE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    choice.choose(serving=serving)
    assert os.environ["DJANGO_SETTINGS_MODULE"] == settings


@pytest.mark.parametrize("command", [["manage.py", "migrate"], ["-c", "import gr_site.wsgi"]])
def test_a_fault_is_one_line(command):
    environment = os.environ | {"SECRET_KEY": KEY, "ALLOWED_HOSTS": "*"}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    ended = subprocess.run([sys.executable, *command], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert (ended.returncode, ended.stdout, ended.stderr) == (
        1,
        "",
        "The site cannot start: ALLOWED_HOSTS must name the site's hosts, such as natverk.example.org, and never *.\n",
    )
