"""Logging in with an organisation's own account, at a real OpenID Connect provider."""

from types import SimpleNamespace
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from gr_site.models import AccessEvent
from gr_site.settings.organisation import providers
from gr_site.signing_in.organisation import account_of
from networks.rights.central import central_group
from networks.rights.naming import CENTRAL_GROUP
from tests.services.oidc_provider import OidcProvider

pytestmark = pytest.mark.django_db
PASSWORD = "en ganska lång mening"


def person(sub, *groups, tenant="gr", **claims):
    claims = {"email": f"{sub}@example.org", "given_name": sub.title(), "family_name": "Ek"} | claims
    return {"sub": sub, "groups": groups, "tid": tenant, **claims}


PEOPLE = [
    person("eva", "gr-red"),
    person("alva", "gr-admin", "annat"),
    person("nils", "annat"),
    person("maja", "gr-red", tenant="annan"),
    person("olle", "gr-red", email_verified=False),
    person("siv", "gr-red", email="EVA@example.org"),
    person("bo", "gr-red", email=None),
    person("ture", _claim_names={"groups": "src1"}),
]


@pytest.fixture(scope="module")
def provider():
    with OidcProvider(PEOPLE) as running:
        yield running


@pytest.fixture(autouse=True)
def organisation(settings, provider, site):
    settings.SOCIALACCOUNT_PROVIDERS = providers(provider.url, "natverk", "hemlig", "Göteborgsregionen", "gr")
    settings.OIDC_TENANT = "gr"
    settings.OIDC_GROUPS = {"gr-admin": {"administratör"}, "gr-red": {CENTRAL_GROUP}}
    central_group()


@pytest.fixture
def log_in(provider):
    """``log_in(sub)``: a browser goes there, logs in and comes back. Gives ``client``, ``back`` and ``response``."""

    def go(sub, client=None, **query):
        client = client or Client()
        start = client.get(reverse("openid_connect_login", args=["organisation"]), query)
        back = provider.log_in(start["Location"], sub).removeprefix("http://testserver")
        return SimpleNamespace(client=client, back=back, response=client.get(back))

    return go


def user_of(client):
    key = client.session.get("_auth_user_id")
    return key and get_user_model().objects.get(pk=key)


def make_user(name, **fields):
    return get_user_model().objects.create_user(name, f"{name}@example.org", PASSWORD, **fields)


def test_the_button_is_there_only_where_there_is_an_organisation(client, settings):
    address = reverse("openid_connect_login", args=["organisation"])
    assert f'href="{address}' in client.get(reverse("account_login")).content.decode()
    settings.SOCIALACCOUNT_PROVIDERS = {}
    assert address not in client.get(reverse("account_login")).content.decode()
    assert client.get(address).status_code == 404


def test_an_editor_is_known_by_her_address_and_keeps_her_password(log_in):
    eva = make_user("eva", first_name="Eva")
    came = log_in("eva")
    assert came.response["Location"] == reverse("wagtailadmin_home")
    assert user_of(came.client) == eva
    eva.refresh_from_db()
    assert (eva.first_name, eva.last_name) == ("Eva", "")
    assert eva.check_password(PASSWORD)
    assert came.client.get(reverse("wagtailadmin_home")).status_code == 200


def test_she_is_known_by_her_account_there_once_it_is_tied(log_in):
    eva = make_user("eva")
    log_in("eva")
    eva.email = "ny@example.org"
    eva.save()
    assert user_of(log_in("eva").client) == eva
    assert SocialAccount.objects.count() == 1


def test_a_stranger_with_a_role_gets_an_account(log_in):
    eva = user_of(log_in("eva").client)
    assert (eva.username, eva.email, eva.get_full_name()) == ("eva@example.org", "eva@example.org", "Eva Ek")
    assert not eva.has_usable_password()
    assert [group.name for group in eva.groups.all()] == [CENTRAL_GROUP]
    assert not eva.is_superuser
    kinds = AccessEvent.objects.filter(user=eva).order_by("pk").values_list("kind", "added")
    assert list(kinds) == [("created", ""), ("groups", CENTRAL_GROUP), ("log_in", "")]


@pytest.mark.parametrize(
    ("sub", "why"),
    [
        ("nils", "Du har inget konto här"),
        ("maja", "en organisation som inte har konton här"),
        ("olle", "ingen bekräftad e-postadress"),
        ("bo", "ingen bekräftad e-postadress"),
        ("ture", "för många grupper"),
    ],
)
def test_others_are_refused_in_words(log_in, sub, why):
    came = log_in(sub)
    assert came.response.status_code == 403
    assert why in came.response.content.decode()
    assert user_of(came.client) is None
    assert (get_user_model().objects.count(), SocialAccount.objects.count()) == (0, 0)


def test_a_closed_account_stays_closed(log_in):
    make_user("eva", is_active=False)
    came = log_in("eva")
    assert (came.response.status_code, user_of(came.client)) == (403, None)
    assert "Kontot är avstängt" in came.response.content.decode()


def test_an_address_that_has_gone_over_to_a_colleague_opens_nothing(log_in):
    make_user("eva")
    log_in("eva")
    came = log_in("siv")
    assert (came.response.status_code, user_of(came.client)) == (403, None)


def test_an_address_that_two_accounts_have_opens_neither(log_in):
    make_user("eva")
    get_user_model().objects.create_user("eva2", "Eva@example.org")
    assert log_in("eva").response.status_code == 403


@pytest.mark.parametrize(
    ("stored", "said", "known"),
    [
        ("nils@example.org", "NILS@Example.org", True),
        ("nils@example.org", "n\N{LATIN SMALL LETTER DOTLESS I}ls@example.org", False),
        ("kim@example.org", "\N{KELVIN SIGN}im@example.org", False),
        ("k\N{LATIN SMALL LETTER DOTLESS I}m@example.org", "KIM@example.org", False),
    ],
)
def test_no_letter_of_another_alphabet_stands_for_hers(stored, said, known):
    """PostgreSQL takes them for each other where it ignores the case."""
    user = get_user_model().objects.create_user("somebody", stored)
    assert account_of({"email": said}, "organisation") == (user if known else None)


def test_roles_follow_the_groups_at_every_log_in(log_in, settings):
    """Roles that the mapping does not name are managed here."""
    own = Group.objects.create(name="Egna")
    alva = make_user("alva")
    alva.groups.set([own, Group.objects.get(name=CENTRAL_GROUP)])
    log_in("alva")
    alva.refresh_from_db()
    assert (alva.is_superuser, [group.name for group in alva.groups.all()]) == (True, ["Egna"])
    settings.OIDC_GROUPS = {"gr-chef": {"administratör"}, "annat": {CENTRAL_GROUP}}
    log_in("alva")
    alva.refresh_from_db()
    assert (alva.is_superuser, sorted(group.name for group in alva.groups.all())) == (False, ["Egna", CENTRAL_GROUP])
    settings.OIDC_GROUPS = {}
    log_in("alva")
    assert alva.groups.count() == 2


def test_a_group_that_the_site_does_not_have_is_said_in_the_log(log_in, settings, caplog):
    make_user("alva")
    settings.OIDC_GROUPS = {"gr-admin": {"Finns inte"}}
    log_in("alva")
    assert "OIDC_GROUPS names a group that the site does not have: Finns inte" in caplog.messages


def test_the_answer_is_good_once_and_in_its_own_browser(log_in, provider):
    make_user("eva")
    came = log_in("eva")
    came.client.logout()
    assert (came.client.get(came.back).status_code, user_of(came.client)) == (401, None)
    start = Client().get(reverse("openid_connect_login", args=["organisation"]))
    back = provider.log_in(start["Location"], "eva").removeprefix("http://testserver")
    other = Client()
    answer = other.get(back)
    assert (answer.status_code, user_of(other)) == (401, None)
    assert "Inloggningen misslyckades" in answer.content.decode()


def test_a_state_of_somebody_elses_making_is_refused(provider):
    make_user("eva")
    client = Client()
    start = client.get(reverse("openid_connect_login", args=["organisation"]))
    back = urlsplit(provider.log_in(start["Location"], "eva"))
    query = parse_qs(back.query) | {"state": ["gissat"]}
    answer = client.get(f"{back.path}?{urlencode(query, doseq=True)}")
    assert (answer.status_code, user_of(client)) == (401, None)


def test_pkce_and_state_are_sent(client):
    start = client.get(reverse("openid_connect_login", args=["organisation"]))
    query = parse_qs(urlsplit(start["Location"]).query)
    assert query["code_challenge_method"] == ["S256"]
    assert {"state", "code_challenge"} <= query.keys()


def test_who_changes_her_mind_is_led_back(client, provider):
    start = client.get(reverse("openid_connect_login", args=["organisation"]))
    back = provider.cancel(start["Location"]).removeprefix("http://testserver")
    state = parse_qs(urlsplit(start["Location"]).query)["state"][0]  # this provider forgets it when it says no
    back = f"{back}&{urlencode({'state': state})}"
    assert "Du avbröt inloggningen" in client.get(back, follow=True).content.decode()


def test_a_provider_that_is_away_is_said_in_words(client, settings):
    settings.SOCIALACCOUNT_PROVIDERS = providers("http://127.0.0.1:1", "natverk", "hemlig", "GR", "gr")
    answer = client.get(reverse("openid_connect_login", args=["organisation"]))
    assert answer.status_code == 403
    assert "svarar inte just nu" in answer.content.decode()


def test_nobody_ties_an_account_to_another(log_in):
    nils = make_user("nils")
    client = Client()
    client.force_login(nils)
    came = log_in("eva", client=client, process="connect")
    assert (came.response.status_code, user_of(client)) == (403, nils)
    assert SocialAccount.objects.count() == 0


def test_it_counts_as_a_second_factor(log_in, settings):
    settings.REQUIRE_SECOND_FACTOR = True
    make_user("eva")
    assert log_in("eva").client.get(reverse("wagtailadmin_home")).status_code == 200


def test_only_the_named_account_logs_in_by_password_where_others_are_closed(log_in, settings):
    settings.LOCAL_ACCOUNTS = ["Krister"]
    for name in ("eva", "krister"):
        make_user(name, is_superuser=True)
    answers = {}
    for name in ("eva", "krister"):
        client = Client()
        answers[name] = client.post(reverse("account_login"), {"login": name, "password": PASSWORD})
        assert (user_of(client) is not None) == (name == "krister")
    assert [answers[name].status_code for name in ("eva", "krister")] == [403, 302]
    assert "Här loggar du in med din organisation" in answers["eva"].content.decode()
    assert user_of(log_in("eva").client).username == "eva"


def test_a_closed_password_opens_no_second_step_either(settings):
    settings.LOCAL_ACCOUNTS = ["krister"]
    eva = make_user("eva", is_superuser=True)
    Authenticator.objects.create(user=eva, type="totp", data={"secret": "x"})
    client = Client()
    assert client.post(reverse("account_login"), {"login": "eva", "password": PASSWORD}).status_code == 403
    assert client.get(reverse("mfa_authenticate")).status_code == 302
    assert user_of(client) is None


@pytest.mark.parametrize("tenant", ["common", "Organizations", "CONSUMERS"])
def test_an_address_of_anybodys_accounts_needs_a_tenant(tenant):
    address = f"https://login.example/{tenant}/v2.0"
    with pytest.raises(ValueError, match="OIDC_TENANT"):
        providers(address, "natverk", "hemlig", "", "")
    assert providers(address, "natverk", "hemlig", "", "gr")
