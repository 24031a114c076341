"""There is one way in: allauth's. Wagtail's own addresses lead there, and nobody makes an account of her own."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth import views as django_views
from django.urls import URLPattern, get_resolver, resolve, reverse
from django.views.generic import RedirectView

pytestmark = pytest.mark.django_db
WAYS_IN = (
    django_views.LoginView,
    django_views.PasswordResetView,
    django_views.PasswordResetDoneView,
    django_views.PasswordResetConfirmView,
    django_views.PasswordResetCompleteView,
)
CLOSED = {
    "admin/login/": "/konto/login/",
    "admin/password_reset/": "/konto/password/reset/",
    "admin/password_reset/done/": "/konto/password/reset/",
    "admin/password_reset/confirm/1/1/": "/konto/password/reset/",
    "admin/password_reset/complete/": "/konto/password/reset/",
    "_util/login/": "/konto/login/",
}


def addresses(resolver, prefix=""):
    """``(an address, the class of its view)`` for each address with a class."""
    for pattern in resolver.url_patterns:
        route = prefix + re.sub(r"<[^>]+>", "1", str(pattern.pattern).removeprefix("^"))
        if isinstance(pattern, URLPattern):
            yield route, getattr(pattern.callback, "view_class", None)
        else:
            yield from addresses(pattern, route)


def test_no_other_view_takes_a_password_or_resets_it():
    """A new one, of Wagtail's or another package's, would let in with a password alone."""
    found = {route for route, view in addresses(get_resolver()) if view and issubclass(view, WAYS_IN)}
    assert found == CLOSED.keys()
    assert {resolve(f"/{route}").func.view_class for route in found} == {RedirectView}


@pytest.mark.parametrize("address", CLOSED)
def test_wagtails_addresses_lead_to_allauths(site, client, address):
    response = client.get(f"/{address}")
    assert (response.status_code, response["Location"]) == (302, CLOSED[address])


def test_the_way_back_is_kept(site, client):
    response = client.get("/admin/pages/", follow=True)
    assert response.redirect_chain == [("/konto/login/?next=/admin/pages/", 302)]
    assert client.get("/admin/login/?next=/admin/pages/")["Location"] == "/konto/login/?next=/admin/pages/"


def test_a_closed_address_takes_no_password(site, client):
    get_user_model().objects.create_superuser("alva", "alva@example.org", "hemligt")
    client.post("/admin/login/", {"username": "alva", "password": "hemligt"})
    client.post("/_util/login/", {"username": "alva", "password": "hemligt"})
    assert client.get("/admin/").status_code == 302


def test_nobody_makes_an_account_of_her_own(site, client):
    words = "ett-langt-ord-som-ingen-gissar"
    form = {"username": "ny", "email": "ny@example.org", "password1": words, "password2": words}
    assert "Konton skapas av en administratör" in client.get(reverse("account_signup")).content.decode()
    client.post(reverse("account_signup"), form)
    assert get_user_model().objects.count() == 0


@pytest.mark.parametrize("address", ["/", "/natverk/", "/en/", "/sok/?q=skola", "/finns-inte/"])
def test_visitors_get_no_cookie(site, client, address):
    assert client.get(address).cookies == {}


@pytest.mark.parametrize("known", [False, True])
def test_no_cache_keeps_a_page_of_an_account(site, client, alva, known):
    if known:
        client.force_login(alva)
    ours = [f"/{route}" for route, _view in addresses(get_resolver()) if route.startswith("konto/")]
    assert len(ours) > 20
    assert [each for each in ours if "no-store" not in client.get(each).get("Cache-Control", "")] == []
