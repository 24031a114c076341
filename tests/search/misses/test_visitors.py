"""Whose searches are counted: visitors' and members', not editors'."""

import pytest
from django.contrib.auth.models import Permission

from search.misses.following import store
from search.models import MissedQuery

pytestmark = pytest.mark.django_db


@pytest.fixture
def searched(network, client):
    """Searches in vain, with a hit, and follows it."""

    def searched():
        client.get("/sok/", {"q": "snöröjning"})
        client.get("/sok/", {"q": "vatten"})
        client.get(network.get_url(), headers={"referer": "http://testserver/sok/?q=vatten"})
        store()
        return {row.query: (row.number, row.found, row.followed) for row in MissedQuery.objects.all()}

    return searched


COUNTED = {"snöröjning": (1, 0, 0), "vatten": (0, 1, 1)}


def test_a_visitor_s_searches_are_counted_and_vary_by_no_cookie(searched, client):
    assert searched() == COUNTED
    assert "sessionid" not in client.cookies


@pytest.mark.parametrize(("permissions", "counted"), [([], COUNTED), (["access_admin"], {})])
def test_whoever_may_enter_the_admin_is_not_counted(searched, client, django_user_model, permissions, counted):
    user = django_user_model.objects.create_user("bo", "bo@example.org", "hemligt")
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    client.force_login(user)
    assert searched() == counted


def test_an_editor_who_has_logged_out_is_a_visitor(searched, editor_client):
    assert searched() == {}
    editor_client.logout()
    assert searched() == COUNTED


def test_a_cookie_of_nobody_is_a_visitor_s(searched, client, settings):
    client.cookies[settings.SESSION_COOKIE_NAME] = "x" * 32
    assert searched() == COUNTED
