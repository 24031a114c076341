"""What programs ask for at addresses that never vary."""

import re
from datetime import UTC, date, datetime, timedelta
from urllib.robotparser import RobotFileParser

import pytest
from django.contrib.staticfiles import finders
from django.utils import timezone

from gr_site.models import SiteFooter
from gr_site.well_known.robots import robots_text
from gr_site.well_known.security import contact_address, security_text


def longest_match_allows(text, path):
    """RFC 9309, section 2.2.2: the rule that matches most octets decides; without one the path is allowed."""
    rules = re.findall(r"^(Allow|Disallow): (\S+)$", text, re.MULTILINE)
    matching = [
        (len(pattern), kind) for kind, pattern in rules if re.match(re.escape(pattern).replace(r"\*", ".*"), path)
    ]
    return not matching or max(matching)[1] == "Allow"


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", True),
        ("/natverk/forskolenatverket/", True),
        ("/kalender/2026/3/", True),
        ("/static/gr_site/css/site.css", True),
        ("/admin/login/", False),
        ("/sok/?q=skola", False),
        ("/en/search/?q=school", False),
        ("/natverk/?omrade=miljo", False),
        ("/kalender/?fran=2026-03-01", False),
        ("/ics/natverk.ics?n=abc", True),
        ("/atom/regionen.xml", True),
    ],
)
def test_what_search_engines_may_read(path, allowed):
    text = robots_text("https://example.org/sitemap.xml", indexed=True)
    assert longest_match_allows(text, path) == allowed


def test_a_copy_for_trying_things_out_is_closed():
    text = robots_text("https://example.org/sitemap.xml", indexed=False)
    parser = RobotFileParser()
    parser.parse(text.splitlines())
    assert not parser.can_fetch("Googlebot", "https://example.org/")
    assert "Sitemap" not in text


@pytest.mark.django_db
def test_robots_txt_is_served_with_the_sitemap(site, client, settings):
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode().endswith("\nSitemap: http://testserver/sitemap.xml\n")
    settings.INDEXED = False
    assert client.get("/robots.txt").content == b"User-agent: *\nDisallow: /\n"


ANSWERS = ("/", "/sok/?q=x", "/finns-inte/", "/ics/regionen.ics", "/robots.txt", "/favicon.ico", "/admin/login/")


@pytest.mark.django_db
@pytest.mark.parametrize("indexed", [True, False])
def test_every_answer_of_a_copy_for_trying_things_out_says_noindex(site, client, settings, indexed):
    settings.INDEXED = indexed
    for address in ANSWERS:
        response = client.get(address)
        response.getvalue()  # to its end: Django's test client then closes a file's answer, and not the database
        assert response.headers.get("X-Robots-Tag") == (None if indexed else "noindex"), address


@pytest.mark.parametrize(
    ("contact", "address"),
    [
        ("it@example.org", "mailto:it@example.org"),
        ("https://example.org/sakerhet", "https://example.org/sakerhet"),
        ("mailto:it@example.org", "mailto:it@example.org"),
    ],
)
def test_a_contact_is_an_address_with_a_scheme(contact, address):
    assert contact_address(contact) == address


def test_security_txt_has_the_fields_that_the_standard_asks_for():
    text = security_text("it@example.org", "https://example.org/.well-known/security.txt", date(2026, 4, 15))
    assert text.splitlines() == [
        "Contact: mailto:it@example.org",
        "Expires: 2026-10-12T00:00:00Z",
        "Preferred-Languages: sv, en",
        "Canonical: https://example.org/.well-known/security.txt",
    ]


@pytest.mark.django_db
def test_security_txt_names_the_setting_else_the_footer_else_is_not_there(site, client, settings):
    assert client.get("/.well-known/security.txt").status_code == 404
    SiteFooter.objects.update_or_create(site=site.row, defaults={"email": "gr@example.org"})
    response = client.get("/.well-known/security.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    lines = dict(line.split(": ", 1) for line in response.content.decode().splitlines())
    assert lines["Contact"] == "mailto:gr@example.org"
    expires = datetime.strptime(lines["Expires"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    assert timezone.now() < expires < timezone.now() + timedelta(days=365)
    settings.SECURITY_CONTACT = "https://example.org/sakerhet"
    assert b"Contact: https://example.org/sakerhet\n" in client.get("/.well-known/security.txt").content


@pytest.mark.django_db
def test_the_manifest_names_icons_that_are_there(site, client):
    response = client.get("/manifest.webmanifest")
    assert response["Content-Type"] == "application/manifest+json"
    found = response.json()
    assert (found["lang"], found["start_url"], found["short_name"]) == ("sv", "/", "GR nätverk")
    assert [(icon["sizes"], icon["purpose"]) for icon in found["icons"]] == [
        ("192x192", "any"),
        ("512x512", "any"),
        ("512x512", "maskable"),
    ]
    for icon in found["icons"]:
        assert finders.find(icon["src"].removeprefix("/static/"))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "kind"), [("/favicon.ico", "image/"), ("/apple-touch-icon.png", "image/png")], ids=["ico", "touch"]
)
def test_icons_are_at_the_addresses_that_programs_guess(client, address, kind):
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"].startswith(kind)
    assert len(b"".join(response.streaming_content)) > 1000
    response.close()


@pytest.mark.django_db
def test_every_page_leads_to_its_icons(site, client):
    html = client.get("/").content.decode()
    for link in ('href="/favicon.ico"', 'href="/apple-touch-icon.png"', 'href="/manifest.webmanifest"'):
        assert link in html
    assert html.count('name="theme-color"') == 2
