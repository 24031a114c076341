"""While the database is away visitors read why, programs are asked to come again, and what needs no database works."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.test import Client

from tests.factories import make_network

ROOT = Path(__file__).parents[3]

# Asked in a process of its own, whose database is at a port where nobody listens.
CODE = """
import json, logging
import django
django.setup()
logging.disable()
from django.test import Client
client, told = Client(raise_request_exception=False), {}
pages, feeds = ["/", "/en/", "/natverk/"], ["/ics/regionen.ics", "/atom/regionen.xml"]
for path in [*pages, *feeds, "/healthz", "/readyz", "/favicon.ico"]:
    answer = client.get(path)
    text = b"".join(answer.streaming_content) if answer.streaming else answer.content
    told[path] = [answer.status_code, answer.headers.get("Retry-After"), text.decode("utf-8", "replace")[:2000]]
print(json.dumps(told))
"""


@pytest.fixture(scope="module")
def told():
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "gr_site.settings.test",
        "DATABASE_URL": "postgres://nobody:nothing@127.0.0.1:9/none",
        "ELASTICSEARCH_URL": "",
    }
    command = [sys.executable, "-c", CODE]
    ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8")
    assert ended.returncode == 0, ended.stderr
    return json.loads(ended.stdout)


@pytest.mark.parametrize("path", ["/", "/en/", "/natverk/"])
def test_pages_say_that_the_site_is_closed_for_a_while(told, path):
    status, retry, text = told[path]
    assert (status, retry) == (503, "30")
    assert "Webbplatsen är stängd en liten stund" in text


@pytest.mark.parametrize("path", ["/ics/regionen.ics", "/atom/regionen.xml"])
def test_feeds_ask_programs_to_come_again(told, path):
    """With 503 a program keeps the meetings it has (RFC 9110, section 15.6.4)."""
    assert told[path] == [503, "30", "The calendar is away for a moment.\n"]


def test_what_needs_no_database_works(told):
    assert told["/healthz"] == [200, None, "ok\n"]
    assert told["/favicon.ico"][0] == 200
    status, _, text = told["/readyz"]
    assert status == 503
    assert json.loads(text) | {"media": "?"} == {
        "status": "down", "database": "down", "migrations": "down", "search": "off", "cache": "off", "media": "?",
    }  # fmt: skip


@pytest.fixture
def read_only(db):
    """A function that closes the database to writing, until the test ends."""

    def close():
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA query_only = ON" if connection.vendor == "sqlite" else "SET TRANSACTION READ ONLY")

    with transaction.atomic():
        yield close
        transaction.set_rollback(True)  # PostgreSQL opens it again when the savepoint goes
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA query_only = OFF")


def test_all_reading_works_while_nothing_can_be_written(site, read_only):
    network = make_network("Förskolenätverket")
    Client().get("/")  # the settings of a site get their row from its first visitor
    read_only()
    paths = [
        "/",
        network.url,
        site.calendar.url,
        "/sok/?q=förskola",
        "/sok/?q=finnsalldeles+inte",
        "/ics/regionen.ics",
    ]
    paths += ["/atom/regionen.xml", "/sitemap.xml", "/finns-inte/", "/en/"]
    client = Client(raise_request_exception=False)
    wrong = {path: status for path in paths if (status := client.get(path).status_code) not in {200, 404}}
    assert wrong == {}
