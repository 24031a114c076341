"""A real Chromium against a running site. Playwright drives it from the test's own thread."""

import threading
from types import SimpleNamespace

import pytest
from django.test import override_settings
from django.utils import timezone

from tests.browser.refusals import collect_refusals
from tests.factories import make_area, make_event, make_meeting, make_network


@pytest.fixture(scope="session")
def server_settings(tmp_path_factory):
    """WhiteNoise asks for a folder; the live server finds the files themselves in the apps."""
    with override_settings(STATIC_ROOT=tmp_path_factory.mktemp("static")):
        yield


@pytest.fixture(scope="session")
def live_server(server_settings, live_server):
    return live_server


@pytest.fixture(autouse=True)
def _served_to_the_end(committing_db, live_server):
    """Stands between a test's tabs, which are closed before it ends, and its database, which is emptied after it: a
    request that is still being answered would meet a locked database, or write its page into the next test's."""
    yield
    for thread in threading.enumerate():
        if "process_request_thread" in thread.name:
            thread.join(timeout=10)


@pytest.fixture
def page(browser):
    """A tab in Swedish. ``page.complaints`` collects what a visitor's browser would complain about, and a test that
    makes the policy refuse anything fails."""
    context = browser.new_context(locale="sv-SE", timezone_id="Europe/Stockholm")
    refusals = collect_refusals(context)
    tab = context.new_page()
    tab.set_default_timeout(30_000)
    tab.complaints = []
    tab.hosts = set()
    tab.on("console", lambda message: message.type in {"error", "warning"} and tab.complaints.append(message.text))
    tab.on("pageerror", lambda error: tab.complaints.append(str(error)))
    tab.on("request", lambda request: tab.hosts.add(request.url.split("/")[2]))
    yield tab
    context.close()
    assert refusals == []


@pytest.fixture
def pages(committing_db, site, live_server):
    """A site with a network, a joint, a long and a cancelled meeting, and the addresses of all its sorts of page."""
    today = timezone.localdate()
    network = make_network(
        "Samverkansnätverket för förskoleverksamhetsutveckling",
        area=make_area(),
        introduction="För chefer som leder förskolan.",
        purpose="<p>Utbyta erfarenheter.</p>",
    )
    rows = [
        make_meeting(today, theme="Verksamhetsutvecklingsprocesser"),
        make_meeting(today.replace(day=1), status="cancelled", note="För få anmälda."),
        make_meeting(today.replace(day=28), end_date=today.replace(day=28).isoformat(), timing="whole_day"),
    ]
    event = make_event(network, *rows, co_owners=[make_network("Fritidsnätverket")])
    calendar = site.calendar.url
    tails = ["/", site.networks.url, network.url, event.url, event.occurrences.first().get_absolute_url()]
    tails += [
        calendar,
        f"{calendar}{today.year}/{today.month}/",
        f"{calendar}{today.year}/",
        "/sok/?q=x",
        "/finns-inte/",
    ]
    return SimpleNamespace(
        root=live_server.url,
        network=network,
        event=event,
        month=f"{live_server.url}{calendar}{today.year}/{today.month}/",
        addresses=[live_server.url + tail for tail in tails],
    )
