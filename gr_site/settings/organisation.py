"""Reads the settings for logging in with an organisation's own accounts (OpenID Connect, Entra ID). Pure."""

from typing import Any

PROVIDER_ID = "organisation"  # in the address that the organisation lets its users be sent back to; never change it
# Entra's addresses for everybody's users.
SHARED = ("/common/", "/organizations/", "/consumers/")


def providers(server_url: str, client_id: str, secret: str, name: str, tenant: str) -> dict[str, Any]:
    """The setting SOCIALACCOUNT_PROVIDERS; {} where no ``server_url`` is given.

    Raises ValueError for a half-written setting, and for an address that lets in the users of any organisation unless
    ``tenant`` says whose are meant.
    """
    if not server_url:
        return {}
    if not (client_id and secret):
        raise ValueError("OIDC_SERVER_URL needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET.")
    if not tenant and any(part in f"{server_url}/".lower() for part in SHARED):
        raise ValueError("OIDC_SERVER_URL lets in the users of any organisation: name yours in it or in OIDC_TENANT.")
    app = {
        "provider_id": PROVIDER_ID,
        "name": name,
        "client_id": client_id,
        "secret": secret,
        "settings": {"server_url": server_url, "verified_email": True},
    }
    return {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}


def local_accounts(names: list[str], providers: dict[str, Any]) -> list[str]:
    """``names``. Raises ValueError if nobody else could log in, since there is no organisation to do so with."""
    if names and not providers:
        raise ValueError("LOCAL_ACCOUNTS closes all other accounts and needs OIDC_SERVER_URL.")
    return names


def roles_of_groups(pairs: list[str]) -> dict[str, set[str]]:
    """``["gr-admin=administratör", "gr-red=GR:s redaktion"]`` as ``{group: roles}``. Raises ValueError for others."""
    found: dict[str, set[str]] = {}
    for pair in pairs:
        group, _, role = (part.strip() for part in pair.partition("="))
        if not (group and role):
            raise ValueError(f"OIDC_GROUPS has pairs such as group=role, with commas between, and not {pair!r}.")
        found.setdefault(group, set()).add(role)
    return found
