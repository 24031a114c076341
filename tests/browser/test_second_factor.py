"""Passkeys, with Chromium's own virtual authenticator, and an app with codes, under the site's policy."""

import time

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model

from tests.gr_site.signing_in.totp import code

pytestmark = pytest.mark.browser
WORD = "hemligt-ord-for-alva"


@pytest.fixture
def alva(pages, settings):
    settings.REQUIRE_SECOND_FACTOR = True
    return get_user_model().objects.create_superuser("alva", "alva@example.org", WORD)


@pytest.fixture
def tab(page):
    """The tab, on a computer that has a fingerprint reader whose owner always agrees."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    page.authenticator = devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})["authenticatorId"]
    page.devtools = devtools
    return page


@pytest.fixture
def root(pages):
    """A passkey belongs to a name: an IP address has none."""
    return pages.root.replace("127.0.0.1", "localhost")


def log_in(tab, root):
    tab.goto(f"{root}/admin/")
    tab.fill("[name=login]", "alva")
    tab.fill("[name=password]", WORD)
    tab.get_by_role("button", name="Logga in", exact=True).click()


def add_passkey(tab):
    tab.get_by_role("link", name="Lägg till en passkey").click()
    tab.fill("[name=password]", WORD)
    tab.get_by_role("button", name="Fortsätt").click()
    tab.fill("[name=name]", "Jobbdatorn")
    tab.get_by_role("button", name="Lägg till", exact=True).click()
    tab.wait_for_url("**/recovery-codes/")


def log_out(tab, root):
    tab.goto(f"{root}/konto/logout/")
    tab.get_by_role("button", name="Logga ut").click()
    tab.wait_for_url("**/konto/login/")


def test_a_passkey_is_added_and_logs_in_by_itself(alva, root, tab):
    log_in(tab, root)
    tab.wait_for_url("**/konto/2fa/?next=*")
    add_passkey(tab)
    tab.goto(f"{root}/admin/")
    tab.get_by_role("heading", name="Välkommen").wait_for()
    log_out(tab, root)
    tab.goto(f"{root}/admin/pages/")
    tab.get_by_role("button", name="Logga in med en passkey").click()
    tab.wait_for_url(f"{root}/admin/pages/**")
    log_out(tab, root)
    log_in(tab, root)
    tab.get_by_role("button", name="Använd din passkey").click()
    tab.wait_for_url(f"{root}/admin/")
    assert [text for text in tab.complaints if "Content Security Policy" in text] == []


def test_it_is_renamed_and_taken_away(alva, root, tab):
    log_in(tab, root)
    add_passkey(tab)
    tab.goto(f"{root}/konto/2fa/webauthn/")
    tab.get_by_role("link", name="Döp om Jobbdatorn").click()
    tab.fill("[name=name]", "Gamla datorn")
    tab.get_by_role("button", name="Spara").click()
    tab.get_by_role("link", name="Ta bort Gamla datorn").click()
    tab.get_by_role("button", name="Ta bort passkeyn").click()
    tab.get_by_text("Du har inga passkeys.").wait_for()
    assert Authenticator.objects.count() == 0
    tab.goto(f"{root}/admin/")
    tab.wait_for_url("**/konto/2fa/?next=*")


def test_a_refusal_is_told_in_words(alva, root, tab):
    log_in(tab, root)
    add_passkey(tab)
    log_out(tab, root)
    tab.devtools.send("WebAuthn.setUserVerified", {"authenticatorId": tab.authenticator, "isUserVerified": False})
    tab.goto(f"{root}/konto/login/")
    tab.get_by_role("button", name="Logga in med en passkey").click()
    tab.get_by_text("Det gick inte att använda passkeyn.").wait_for()


def test_an_app_reads_the_picture_and_its_code_opens_the_admin(alva, root, tab):
    log_in(tab, root)
    tab.get_by_role("link", name="Lägg till en app").click()
    tab.fill("[name=password]", WORD)
    tab.get_by_role("button", name="Fortsätt").click()
    picture = tab.get_by_role("img", name="Rutkod för appen")
    assert picture.evaluate("async (img) => (await img.decode(), img.naturalWidth)") > 100
    tab.fill("[name=code]", code(tab.locator(".account__secret").inner_text(), time.time()))
    tab.get_by_role("button", name="Lägg till appen").click()
    tab.wait_for_url("**/recovery-codes/")
    tab.get_by_role("link", name="Till redaktörernas sidor").click()
    tab.wait_for_url(f"{root}/admin/")
    assert [text for text in tab.complaints if "Content Security Policy" in text] == []
