"""Prometheus reads how many requests there were and how the site is, and nobody without the token reads anything."""

import json
import os
import re
import shutil
import subprocess
import sys
from datetime import timedelta
from http import HTTPMethod
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError, connection
from django.test import Client, RequestFactory
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from prometheus_client.parser import text_string_to_metric_families

from gr_site.metrics import requests
from gr_site.metrics.middleware import Metrics
from gr_site.release import release
from gr_site.seeing import figures, views
from gr_site.upkeep.models import Chore
from networks.models import Letter
from tests.factories import make_network

ROOT = Path(__file__).parents[3]
TOKEN = "0123456789-abcdefghij"


def samples(content):
    """``{(name, frozenset of labels): value}``"""
    families = text_string_to_metric_families(content.decode())
    return {(each.name, frozenset(each.labels.items())): each.value for family in families for each in family.samples}


def value(found, name, **labels):
    return found.get((name, frozenset(labels.items())))


@pytest.fixture
def scrape(settings):
    """A function: the samples that whoever knows the token gets, without a host of the site's and without https."""
    settings.METRICS_TOKEN, settings.ALLOWED_HOSTS = TOKEN, ["testserver"]

    def scrape():
        headers = {"authorization": f"Bearer {TOKEN}", "host": "10.0.0.7:8000"}
        response = Client().get("/metrics", headers=headers)
        assert (response.status_code, response["Content-Type"].partition(";")[0]) == (200, "text/plain")
        assert (response["Cache-Control"], response.cookies) == ("no-store", {})
        return samples(response.content)

    return scrape


@pytest.mark.parametrize(
    ("known", "sent"),
    [
        ("", "Bearer "), ("", f"Bearer {TOKEN}"), ("", ""), (TOKEN, ""), (TOKEN, "Bearer "), (TOKEN, TOKEN),
        (TOKEN, f"Bearer {TOKEN}x"), (TOKEN, f"Bearer {TOKEN[:-1]}"), (TOKEN, f"Basic {TOKEN}"), (TOKEN, "Bearer å"),
    ],
)  # fmt: skip
def test_nobody_else_sees_that_there_is_such_an_address(settings, known, sent):
    settings.METRICS_TOKEN = known
    response = Client().get("/metrics", headers={"authorization": sent})
    assert (response.status_code, response.content, response["Cache-Control"]) == (404, b"", "no-store")


@pytest.mark.django_db
def test_pages_feeds_refusals_and_faults_are_counted_by_view(scrape, site, settings, monkeypatch):
    network = make_network("Förskolenätverket")
    before, visitor = scrape(), Client(raise_request_exception=False)
    tag = visitor.get("/ics/regionen.ics")["ETag"]
    assert visitor.get("/ics/regionen.ics", headers={"if-none-match": tag}).status_code == 304
    assert visitor.get(network.url).status_code == 200
    assert visitor.generic("TRACE", "/alva/").status_code == 405
    assert visitor.get("/alva-ek/").status_code == 404
    assert visitor.get("/", headers={"host": "alva.example"}).status_code == 400
    monkeypatch.setattr("networks.models.NetworkPage.get_context", lambda *args: {}["Alva"])
    assert visitor.get(network.url).status_code == 500
    visitor.get("/healthz")
    after = scrape()
    new = {
        labels: after[name, labels] - before.get((name, labels), 0)
        for name, labels in after
        if name == "natverk_request_seconds_count" and after[name, labels] != before.get((name, labels), 0)
    }
    assert {tuple(dict(sorted(labels)).values()): number for labels, number in new.items()} == {
        ("GET", "2xx", "feeds:region"): 1,
        ("GET", "3xx", "feeds:region"): 1,
        ("GET", "2xx", "wagtail_serve"): 1,
        ("GET", "4xx", "wagtail_serve"): 1,
        ("GET", "5xx", "wagtail_serve"): 1,
        ("GET", "4xx", "none"): 1,
        ("TRACE", "4xx", "none"): 1,
    }
    assert not re.search("alva|example|förskole", " ".join(map(str, after)), re.IGNORECASE)


def labels():
    return {frozenset(each.labels.items()) for family in requests.request_seconds() for each in family.samples}


@given(method=st.text(min_size=1, max_size=12), path=st.text(max_size=30))
def test_nothing_that_is_sent_becomes_a_label(method, path):
    request = RequestFactory().get("/")
    request.method, request.path, request.path_info = method, f"/{path}/", f"/{path}/"
    before = labels()
    requests.count(request, 299, 0.1)
    new = [dict(each) for each in labels() - before]
    assert {(each["view"], each["status"]) for each in new} <= {("none", "2xx")}
    assert {each["method"] for each in new} <= {*HTTPMethod.__members__, "other"}
    assert {each.get("le") for each in new} <= {None, "+Inf", *map(str, requests.BUCKETS)}


@pytest.mark.django_db
def test_the_site_says_how_it_is(scrape, site, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    now = timezone.now()
    fields = {"to": "anna@example.org", "subject": "Ny enhet", "text": "x", "kind": "test"}
    first = Letter.objects.create(due=now - timedelta(hours=1), **fields)
    Letter.objects.create(due=now, **fields)
    Letter.objects.create(state="failed", **fields)
    Chore.objects.create(name="rebuild_search", begun=now, ended=now, attempts=2)
    found = scrape()
    assert value(found, "natverk_waiting", queue="letters") == 2
    oldest = value(found, "natverk_oldest_due_timestamp_seconds", queue="letters")
    assert oldest == pytest.approx(first.due.timestamp(), abs=1e-3)
    assert {value(found, "natverk_waiting", queue=each) for each in ("scheduled", "documents", "search")} == {0}
    assert value(found, "natverk_letters_failed") == 1
    ended = value(found, "natverk_chore_ended_timestamp_seconds", chore="rebuild_search")
    assert ended == pytest.approx(now.timestamp(), abs=1e-3)
    assert value(found, "natverk_chore_failures", chore="rebuild_search") == 2
    assert value(found, "natverk_feeds") >= 1
    assert value(found, "natverk_media_size_bytes") == shutil.disk_usage(tmp_path).total
    assert value(found, "natverk_part", part="database", state="up") == 1
    assert value(found, "natverk_part", part="search", state="off") == 1
    assert value(found, "natverk_driftlage", row="letters_waiting", state="fault") == 1
    assert value(found, "natverk_driftlage", row="letters_waiting", state="good") == 0
    assert release() in {dict(labels).get("release") for name, labels in found if name == "natverk_site_info"}
    asked = {dict(labels)["question"]: up for (name, labels), up in found.items() if name == "natverk_question_up"}
    assert set(asked.values()) == {1}
    assert {f"driftlage_{question.__name__}" for _name, question in views.QUESTIONS} <= asked.keys()
    assert "anna" not in str(found)


def fails():
    with connection.cursor() as cursor:
        cursor.execute("SELECT nothing FROM nowhere")


def is_missing():
    raise OSError


METRICS_OF = {
    "letters_waiting": "natverk_waiting",
    "letters_failed": "natverk_letters_failed",
    "chores": "natverk_chore_failures",
    "feeds": "natverk_feeds",
    "media_disk": "natverk_media_free_bytes",
    "versions": "natverk_site_info",
}


@pytest.mark.django_db
@pytest.mark.parametrize("figure", METRICS_OF)
def test_a_question_that_fails_is_left_out_and_hides_no_other(scrape, site, monkeypatch, figure):
    Chore.objects.create(name="rebuild_search", ended=timezone.now())
    before = {name for name, _labels in scrape()}
    # On PostgreSQL a query that fails spoils the test's transaction, and these two make none.
    monkeypatch.setattr(figures, figure, is_missing if figure in {"media_disk", "versions"} else fails)
    found = scrape()
    assert METRICS_OF[figure] in before
    assert METRICS_OF[figure] not in {name for name, _labels in found}
    others = set(METRICS_OF.values()) - {METRICS_OF[figure]}
    assert others <= {name for name, _labels in found}
    asked = {dict(labels)["question"]: up for (name, labels), up in found.items() if name == "natverk_question_up"}
    down = {question for question, up in asked.items() if not up and not question.startswith("driftlage_")}
    assert down == {{"letters_waiting": "waiting", "versions": "site_release"}.get(figure, figure)}


def test_nothing_waits_for_a_database_that_is_away(scrape, monkeypatch):
    """No database mark: a query would fail the test."""
    monkeypatch.setattr("gr_site.health.checks.connection", Away())
    found = scrape()
    assert value(found, "natverk_part", part="database", state="down") == 1
    assert value(found, "natverk_question_up", question="waiting") == 0
    assert value(found, "natverk_question_up", question="media_disk") == 1
    assert value(found, "natverk_question_up", question="request_seconds") == 1


class Away:
    def cursor(self):
        raise OperationalError


PROCESS = """
import json
import sys

from django.conf import settings
from django.test import RequestFactory

settings.METRICS_TOKEN  # reads the settings first, as every process does
from gr_site.metrics import requests

for _ in range(int(sys.argv[1])):
    requests.count(RequestFactory().get("/"), 204, 0.1)
samples = [each for family in requests.request_seconds() for each in family.samples if each.name.endswith("_count")]
print(json.dumps([each.value for each in samples]))
"""


def process(number, **variables):
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "gr_site.settings.test", "METRICS_TOKEN": TOKEN} | variables
    command = [sys.executable, "-c", PROCESS, str(number)]
    ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True)
    return json.loads(ended.stdout)


def test_the_processes_of_a_server_add_up(tmp_path):
    assert process(3, PROMETHEUS_MULTIPROC_DIR=str(tmp_path)) == [3]
    assert process(4, PROMETHEUS_MULTIPROC_DIR=str(tmp_path)) == [7]
    assert process(5, PROMETHEUS_MULTIPROC_DIR="") == [5]


def test_their_folder_is_made_or_refused(settings, tmp_path):
    (tmp_path / "file").touch()
    settings.METRICS_TOKEN, settings.METRICS_FOLDER = TOKEN, str(tmp_path / "one" / "two")
    Metrics(None)
    assert (tmp_path / "one" / "two").is_dir()
    settings.METRICS_FOLDER = str(tmp_path / "file")
    with pytest.raises(ImproperlyConfigured, match=r"^PROMETHEUS_MULTIPROC_DIR must be a folder"):
        Metrics(None)
