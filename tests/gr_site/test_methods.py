"""Methods that no address of the site answers are refused at all of them."""

import pytest

from tests.factories import make_network

pytestmark = pytest.mark.django_db
ADDRESSES = (
    "/", "/natverk/", "/kalender/", "/sok/", "/admin/", "/admin/login/", "/django-admin/", "/ics/regionen.ics",
    "/atom/regionen.atom", "/robots.txt", "/favicon.ico", "/media/images/finns-inte.png", "/finns-inte/",
)  # fmt: skip


@pytest.mark.parametrize("method", ["TRACE", "TRACK", "CONNECT", "trace", "DEBUG"])
def test_a_method_that_the_site_does_not_have_is_refused(site, client, method):
    addresses = [*ADDRESSES, make_network().url]
    responses = [client.generic(method, address, headers={"x-secret": "hemligt"}) for address in addresses]
    assert {(response.status_code, b"hemligt" in response.content) for response in responses} == {(405, False)}
    assert {response.headers["Allow"] for response in responses} == {"GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"}
