"""Every address of the site carries the policies, whatever it answers."""

import logging
import re

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.db import transaction
from django.urls import reverse
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file

from gr_site.policies.headers import PERMISSIONS, is_part
from tests.drained import drained
from tests.factories import make_event, make_network
from tests.gr_site.every_address import KINDS, WORDS
from tests.networks.rights.conftest import THUMBNAIL
from tests.networks.rights.walk import addresses

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings(THUMBNAIL)]
PUBLIC = {
    "default-src": "'self'",
    "base-uri": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'self'",
    "object-src": "'none'",
    "report-uri": "/regelrapport/",
}
ADMIN = PUBLIC | {"style-src-elem": "'self' 'unsafe-inline'", "img-src": "'self' blob:"}
BESIDE = {
    "Permissions-Policy": PERMISSIONS,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Frame-Options": "SAMEORIGIN",
}
PARTS = re.compile(r"text/(css|javascript)|font/|image/(?!svg)")
BARE = {"Content-Security-Policy", "Permissions-Policy"}
DATA = {"application/json", "application/ld+json"}  # data, which browsers do not run
FILES = (
    "/static/gr_site/admin/brand.css",
    "/favicon.ico",
    "/static/finns-inte.css",
    "/finns-inte/",
    "/en/finns-inte/",
)
FAULTY = "/admin/failwhale/"  # Wagtail's own


@pytest.fixture
def paths(site, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    event = make_event(make_network(), "2030-02-07")
    image = Image.objects.create(title="Bild", file=get_test_image_file())
    key = {"key": [str(event.occurrences.get().translation_key)]}
    found = {each.path for each in addresses(event.pk, KINDS, WORDS | key, prefix="")}
    return sorted({*found, *FILES, event.url, image.file.url})


def directives(response):
    policy = response.headers["Content-Security-Policy"]
    return dict(part.strip().split(" ", 1) for part in policy.split(";") if part.strip())


def carries(response, path):
    """A draft is shown in the admin as the public page that it becomes. Parts of pages need no policy of their own."""
    if PARTS.match(response.headers.get("Content-Type", "")):
        return response.headers["X-Content-Type-Options"] == "nosniff" and not BARE & response.headers.keys()
    allowed = [ADMIN if path.startswith("/admin/") else PUBLIC]
    if path.endswith("/view_draft/"):
        allowed.append(PUBLIC)
    headers = {name: response.headers.get(name) for name in BESIDE}
    return directives(response) in allowed and headers == BESIDE


@pytest.fixture
def quiet_client(editor_client):
    """An administrator's. A fault in a view gives 500, as for visitors."""
    editor_client.raise_request_exception = False
    logger = logging.getLogger("django.request")
    logger.disabled = True
    yield editor_client
    logger.disabled = False


@pytest.mark.parametrize("each", [4, pytest.param(1, marks=pytest.mark.long)])
def test_all_carry_them_in_all_statuses_and_no_page_has_an_inline_script(paths, quiet_client, each):
    """Every fourth address, and in the long tests each. Wagtail's own scripts are written as <start-widget>."""
    bare, with_script, statuses = [], [], set()
    for number, path in enumerate(sorted({*paths[::each], *FILES, FAULTY})):
        for method in ("get", "trace") if number % 10 else ("get", "trace", "put"):
            response = ask(quiet_client, method, path)
            statuses.add(response.status_code)
            if not carries(response, path):
                bare.append((method, path, response.status_code))
            if method == "get" and has_inline_script(response):
                with_script.append(path)
    assert (bare, with_script) == ([], [])
    assert {200, 302, 404, 405, 500} <= statuses


def ask(client, method, path):
    """``client``'s response to it; if that was to log out, she is logged in again."""
    session = client.session.session_key
    with transaction.atomic():
        response = drained(getattr(client, method)(path))
        if "logout" in path:
            transaction.set_rollback(True)
    client.cookies[settings.SESSION_COOKIE_NAME] = session
    return response


def has_inline_script(response):
    if response.streaming or "html" not in response.headers.get("Content-Type", ""):
        return False
    scripts = BeautifulSoup(response.content, "html.parser").find_all("script")
    return any(not script.get("src") and script.get("type") not in DATA for script in scripts)


def test_a_visitor_who_is_turned_away_carries_them_too(paths, client):
    refused = [path for path in paths if path.startswith("/admin/")]
    responses = [(client.get(path), path) for path in refused]
    assert [path for response, path in responses if not carries(response, path)] == []


def test_what_has_not_changed_and_what_is_forbidden_carry_them(site, client):
    feed = client.get("/ics/regionen.ics")
    unchanged = client.get("/ics/regionen.ics", headers={"if-none-match": feed["ETag"]})
    forged = type(client)(enforce_csrf_checks=True).post("/admin/login/")
    assert [unchanged.status_code, forged.status_code] == [304, 403]
    assert carries(unchanged, "/ics/")
    assert carries(forged, "/admin/")


@pytest.mark.parametrize(
    ("path", "who"),
    [
        ("/ics/regionen.ics", "cross-origin"),
        ("/atom/regionen.xml", "cross-origin"),
        ("/favicon.ico", "cross-origin"),
        ("/", "same-site"),
        ("/static/gr_site/site.css", "same-site"),
        ("/admin/login/", "same-origin"),
    ],
)
def test_feeds_may_be_embedded_by_everybody_and_the_admin_by_nobody(site, client, path, who):
    response = drained(client.get(path))
    assert response.headers["Cross-Origin-Resource-Policy"] == who


def test_share_pictures_may_be_embedded_by_everybody(site, client):
    page = make_network()
    path = reverse("share_picture", args=[page.translation_key, "sv", "x"])
    response = client.get(path, follow=True)
    assert response.status_code == 200
    assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"


@pytest.mark.parametrize(
    ("path", "content_type", "part"),
    [
        ("/static/site.css", "text/css; charset=utf-8", True),
        ("/static/text.woff2", "font/woff2", True),
        ("/static/icons.svg", "image/svg+xml", True),
        ("/media/images/skog.avif", "image/avif", True),
        ("/dokument/1/skog.svg", "image/svg+xml", False),
        ("/static/page.html", "text/html", False),
        ("/dokument/1/protokoll.pdf", "application/pdf", False),
        ("/", "", False),
    ],
)
def test_what_may_be_opened_by_itself_is_no_part_of_a_page(path, content_type, part):
    assert is_part(path, content_type) is part
