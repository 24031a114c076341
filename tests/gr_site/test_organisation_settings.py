"""A half-written setting of single sign-on stops the site from starting, rather than letting in the wrong people."""

import pytest

from gr_site.settings.organisation import local_accounts, providers, roles_of_groups

ENTRA = "https://login.microsoftonline.com/{}/v2.0"


def test_without_a_server_there_is_no_organisation():
    assert providers("", "", "", "GR", "") == {}


def test_a_server_needs_a_client():
    for client_id, secret in (("", ""), ("natverk", ""), ("", "hemlig")):
        with pytest.raises(ValueError):
            providers(ENTRA.format("1234"), client_id, secret, "GR", "")


@pytest.mark.parametrize("shared", ["common", "organizations", "consumers"])
def test_everybodys_address_needs_a_tenant(shared):
    with pytest.raises(ValueError):
        providers(ENTRA.format(shared), "natverk", "hemlig", "GR", "")
    for server, tenant in ((shared, "1234"), ("1234", "")):
        [app] = providers(ENTRA.format(server), "natverk", "hemlig", "GR", tenant)["openid_connect"]["APPS"]
        assert app["settings"] == {"server_url": ENTRA.format(server), "verified_email": True}


def test_groups_and_their_roles():
    pairs = ["gr-admin = administratör", "gr-red=GR:s redaktion", "gr-red=Miljö"]
    assert roles_of_groups(pairs) == {"gr-admin": {"administratör"}, "gr-red": {"GR:s redaktion", "Miljö"}}
    for broken in ("gr-admin", "=administratör", "gr-admin="):
        with pytest.raises(ValueError):
            roles_of_groups([broken])


def test_other_accounts_are_closed_only_where_there_is_another_way_in():
    with pytest.raises(ValueError):
        local_accounts(["krister"], {})
    assert local_accounts(["krister"], {"openid_connect": {}}) == ["krister"]
    assert local_accounts([], {}) == []
