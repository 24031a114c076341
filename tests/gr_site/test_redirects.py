"""Redirects lead from old addresses, and never from one of the site's own."""

import pytest
from wagtail.contrib.redirects.models import Redirect

from tests.factories import make_network

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/admin", "/konto/login", "/sok"])
def test_no_redirect_stands_before_an_address_of_the_site(site, client, path):
    Redirect.objects.create(old_path=path, redirect_link="https://example.org/")
    assert client.get(path).headers.get("Location") in {f"{path}/", None}
    assert "example.org" not in client.get(path, follow=True).redirect_chain.__repr__()


@pytest.mark.parametrize("path", ["/gammal", "/gammal/", "/gammal.html", "/natverk/gammalt"])
def test_an_old_address_leads_on(site, client, path):
    network = make_network()
    Redirect.objects.create(old_path=Redirect.normalise_path(path), redirect_page=network)
    assert client.get(path, follow=True).redirect_chain[-1][0] == network.url
