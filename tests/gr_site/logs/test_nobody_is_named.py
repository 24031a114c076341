"""Whatever a visitor sends, and wherever it goes wrong, the log of production says nothing about her."""

import logging
from copy import copy
from urllib.parse import quote

import pytest
from django.test import Client
from django.urls import reverse

from gr_site.logs import hostile
from tests.factories import make_network

from .captured import production_log
from .visitors_words import ADDRESS, FAULTS, HEADERS, HOST, NAME, NUMBER, PERSONAL, WORDS

pytestmark = pytest.mark.django_db
PATHS = [
    "/", f"/{NAME}/", f"/{ADDRESS}", f"/en/{NAME}/", "/sok/", "/en/search/", "/kalender/", "/mina-natverk/",
    f"/ics/{NAME}.ics", f"/ics/natverk/{ADDRESS}.ics", f"/atom/{NAME}.xml", f"/mote/{NAME}/",
    f"/dokument/1/{NAME}.pdf", f"/media/{ADDRESS}", f"/admin/{NAME}/", "/konto/login/", f"/konto/losenord/{NAME}/",
    f"/static/{NAME}.css",
    "/readyz", f"//{NAME}", f"/{NAME}%00/", f"/admin/pages/{'9' * 19}/edit/", f"/_util/{NAME}/",
]  # fmt: skip


def named(log):
    """The personal words that stand in the log."""
    return [word for word in PERSONAL if word.casefold() in log.getvalue().casefold()]


@pytest.fixture
def log(site, settings):
    settings.ALLOWED_HOSTS = ["testserver"]
    with production_log() as caught:
        yield caught


@pytest.fixture
def visitor():
    return Client(raise_request_exception=False, headers=HEADERS, REMOTE_ADDR=HOST)


def test_requests_of_every_sort(log, visitor, monkeypatch):
    monkeypatch.setattr(hostile, "EVERY", 0.0)  # a line for each
    for path in PATHS:
        visitor.get(f"{path}?{NAME}={quote(WORDS)}&q={quote(WORDS)}")
    for path in PATHS[::3]:
        visitor.post(path, {"q": WORDS, NAME: ADDRESS})
    visitor.get("/", headers={"host": f"{NAME}.example.org"})
    visitor.get("/ics/regionen.ics", headers={"host": f"{ADDRESS}"})
    visitor.generic("TRACE", f"/{NAME}/")
    Client(enforce_csrf_checks=True, headers=HEADERS).post("/konto/login/", {"login": ADDRESS, "password": WORDS})
    visitor.post(reverse("account_login"), {"login": ADDRESS, "password": "hemligt-ord"})
    assert [line["logger"] for line in log.lines() if line["logger"] != "gr_site.logs.hostile"] == []
    assert named(log) == []
    told = log.getvalue()
    assert [kind for kind in ("not_found", "host", "method", "form_token") if f"{kind} 1" not in told] == []


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: type(fault).__name__)
def test_faults_of_ours(log, visitor, monkeypatch, fault):
    def fail(*args, **kwargs):
        password = WORDS  # a local variable, which some reports show
        try:
            raise TypeError(password)
        except TypeError as cause:
            raise copy(fault) from cause

    network = make_network("Förskolenätverket")
    monkeypatch.setattr("networks.models.NetworkPage.get_context", fail)
    response = visitor.get(f"{network.url}?{NAME}={ADDRESS}")
    assert named(log) == []
    if response.status_code == 400:
        return
    assert response.status_code == 500
    [line] = log.lines()
    assert (line["view"], line["page"]) == ("wagtail_serve", network.pk)
    assert line["request"] == response["X-Request-ID"]
    assert response["X-Request-ID"] in response.content.decode()
    assert type(fault).__name__ in line["exception"]
    assert "in fail\n" in line["exception"]


def test_a_form_in_the_admin_that_cannot_be_read_is_told_of_once_a_minute(log, site, editor_client):
    address = reverse("wagtailsnippetchoosers_networks_area:chosen_multiple")
    for _time in range(5):
        assert editor_client.get(address, {"id": WORDS}).status_code == 400
    [line] = log.lines()
    assert (line["message"], line["level"]) == ("What was sent cannot be read.", "WARNING")
    assert "ValueError" in line["exception"]
    assert named(log) == []


def test_other_packages_messages_are_masked(log):
    logging.getLogger("other").warning("Sent to %s from %s (%s): /sok/?q=%s", ADDRESS, HOST, NUMBER, NAME)
    assert log.lines()[0]["message"] == "Sent to [e-mail] from [network address] ([number]): /sok/?[query]"
