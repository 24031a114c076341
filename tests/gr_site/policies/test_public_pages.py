"""Visitors get a strict policy and no cookies."""

import re

import pytest
from django.utils import timezone

from tests.factories import make_event, make_network
from tests.shared_fixtures import shared_fixture

pytestmark = pytest.mark.django_db


@shared_fixture()
def addresses(site):
    today = timezone.localdate()
    event = make_event(make_network(), today)
    row = event.occurrences.get()
    return [
        "/",
        site.networks.url,
        event.get_parent().url,
        event.url,
        row.get_absolute_url(),
        site.calendar.url,
        f"{site.calendar.url}{today.year}/{today.month}/",
        f"{site.calendar.url}{today.year}/",
        "/sok/?q=x",
        "/finns-inte/",
        "/django-admin/",
        "/ics/regionen.ics",
    ]


def directives(response):
    policy = response.headers["Content-Security-Policy"]
    return dict(part.strip().split(" ", 1) for part in policy.split(";") if part.strip())


def test_every_public_page_has_the_strict_policy(addresses, client):
    for address in addresses:
        assert directives(client.get(address)) == {
            "default-src": "'self'",
            "base-uri": "'self'",
            "form-action": "'self'",
            "frame-ancestors": "'self'",
            "object-src": "'none'",
            "report-uri": "/regelrapport/",
        }, address


def test_no_visitor_gets_a_cookie(addresses, client):
    for address in addresses:
        assert not client.get(address).cookies, address


def test_no_public_page_holds_an_inline_script_or_style_or_another_host(addresses, client):
    for address in addresses:
        if address.endswith(".ics"):
            continue
        html = client.get(address).content.decode()
        # A file of our own is no inline script, and a block of data is no script.
        assert not re.search(r'<script(?![^>]*\ssrc="/)(?! type="application/ld\+json">)', html), address
        for forbidden in ("<style", ' style="', " onclick=", 'src="http', 'rel="stylesheet" href="http'):
            assert forbidden not in html, (address, forbidden)


def test_an_editor_sees_her_menu_on_public_pages_under_the_same_policy(site, editor_client):
    response = editor_client.get("/")
    assert directives(response)["default-src"] == "'self'"
    assert "wagtail-userbar" in response.content.decode()
