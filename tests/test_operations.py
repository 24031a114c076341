"""docs/operations.md says what is true of the code: one page that a stranger can follow to the letter."""

import json
import re
from pathlib import Path

import pytest
from django.core.management import get_commands
from django.test import RequestFactory

from gr_site.health.middleware import Health

from .services.dockerfile import server_command

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_command_exists():
    named = set(re.findall(r"manage\.py (\w+)", PAGE))
    assert {"migrate", "compile_catalogues", "collectstatic", "start_site", "run_due"} <= named <= set(get_commands())


def test_every_setting_is_a_variable_of_readmes():
    settings = re.search(r"cat >\.env <<END\n(.*?)\nEND", PAGE, re.DOTALL)[1]
    names = [line.partition("=")[0] for line in settings.splitlines()]
    assert {"SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL"} <= set(names)
    assert [name for name in names if f"| `{name}` |" not in README] == []


def test_the_server_starts_as_in_the_image():
    unit = re.search(r"ExecStart=\S+/(granian .*?)\nRestart", PAGE, re.DOTALL)[1]
    assert re.sub(r"\\\n\s+", "", unit).split() == [
        "127.0.0.1" if word == "0.0.0.0" else word  # noqa: S104 - what the image says, not an address to bind
        for word in server_command()
    ]


@pytest.mark.django_db
def test_every_part_that_can_be_unwell_has_its_alarm():
    answer = Health(None)(RequestFactory().get("/readyz"))
    parts = json.loads(answer.content).keys() - {"status"}
    assert parts == set(re.findall(r'^\| `"(\w+)": "', PAGE, re.MULTILINE))


def test_the_template_of_nginx_is_filled_in():
    template = (ROOT / "deployment" / "nginx.conf.template").read_text(encoding="utf-8")
    assert set(re.findall(r"\$\{(\w+)\}", template)) == set(re.findall(r"s/\$\{(\w+)\}/", PAGE))
