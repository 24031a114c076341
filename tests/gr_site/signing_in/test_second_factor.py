"""Who may enter the admin with a password alone, how a second factor is set up and used, and what the database has."""

import time
from urllib.parse import quote

import pytest
from allauth.account.authentication import get_authentication_records
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.cache import cache
from django.test import Client, RequestFactory
from wagtail.models import PageViewRestriction

from gr_site.models import StandardPage
from gr_site.signing_in.strength import is_strong
from tests.factories import add_page

from .conftest import WORD
from .totp import code

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _required(settings):
    settings.REQUIRE_SECOND_FACTOR = True


def confirm(client, word=WORD):
    return client.post("/konto/reauthenticate/", {"password": word})


def set_up_app(client):
    """Adds an app as a browser would, and gives its secret."""
    page = client.get("/konto/2fa/totp/activate/")
    secret = BeautifulSoup(page.content, "html.parser").select_one(".account__secret").text
    answer = client.post("/konto/2fa/totp/activate/", {"code": code(secret, time.time())})
    assert answer.status_code == 302, answer.content.decode()
    return secret


def test_a_password_alone_leads_to_setting_one_up(alva, client, log_in):
    log_in()
    for address in ("/admin/", "/admin/pages/", "/admin/account/", "/admin/images/"):
        answer = client.get(address)
        assert answer.status_code == 302
        assert answer["Location"] == f"/konto/2fa/?next={address.replace('/', '%2F')}"
    assert "Lägg till en passkey" in client.get("/konto/2fa/").content.decode()
    assert client.get("/").status_code == 200


def closed(site):
    page = add_page(site.home, StandardPage(title="Internt", introduction="Bara för oss"))
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    return page.url


def test_a_password_alone_opens_no_closed_page_to_an_editor(committing_db, site, alva, client, log_in):
    address = closed(site)
    log_in()
    assert client.get(address)["Location"] == f"/konto/2fa/?next={quote(address, safe='')}"
    confirm(client)
    set_up_app(client)
    assert "Bara för oss" in client.get(address).content.decode()


def test_somebody_without_rights_in_the_admin_reads_it_with_her_password(site, client, log_in):
    get_user_model().objects.create_user("signe", "signe@example.org", WORD)
    address = closed(site)
    assert client.get(address)["Location"].startswith("/konto/login/")
    log_in("signe")
    assert "Bara för oss" in client.get(address).content.decode()


def test_the_first_one_ends_what_a_password_alone_has_opened(committing_db, alva, client, log_in):
    thief = Client()
    log_in(client=thief)
    assert thief.get("/konto/2fa/").status_code == 200
    log_in()
    confirm(client)
    set_up_app(client)
    assert client.get("/admin/").status_code == 200
    assert thief.get("/konto/2fa/")["Location"].startswith("/konto/login/")


@pytest.mark.parametrize(
    ("method", "address", "headers"),
    [
        ("get", "/admin/api/main/pages/", {}),
        ("get", "/admin/choose-page/", {"X-Requested-With": "XMLHttpRequest"}),
        ("get", "/admin/", {"Sec-Fetch-Mode": "cors"}),
        ("post", "/admin/pages/1/edit/", {}),
        ("put", "/admin/editing-sessions/1/", {}),
        ("head", "/admin/tag-autocomplete/", {"X-Requested-With": "XMLHttpRequest"}),
    ],
)
def test_scripts_of_the_admin_are_refused_and_not_led_to_a_page(alva, client, log_in, method, address, headers):
    log_in()
    assert getattr(client, method)(address, headers=headers).status_code == 403


def test_a_network_editor_needs_one_too_and_can_log_out(site, client, log_in):
    user = get_user_model().objects.create_user("signe", "signe@example.org", WORD)
    group = Group.objects.create(name="Redaktörer för provet")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user.groups.add(group)
    log_in("signe")
    assert client.get("/admin/").status_code == 302
    assert client.post("/admin/logout/").status_code == 302
    assert client.get("/konto/2fa/").status_code == 302


def test_an_app_is_set_up_and_opens_the_admin(committing_db, alva, client, log_in):
    log_in()
    assert client.get("/konto/2fa/totp/activate/")["Location"].startswith("/konto/reauthenticate/")
    assert client.get("/konto/2fa/totp/qr.svg").status_code == 404
    confirm(client)
    secret = set_up_app(client)
    assert client.get("/admin/").status_code == 200
    kept = Authenticator.objects.get(user=alva, type="totp").data["secret"]
    assert secret not in kept
    assert get_adapter().decrypt(kept) == secret


def test_reserve_codes_come_with_it_and_are_kept_encrypted(committing_db, alva, client, log_in):
    log_in()
    confirm(client)
    set_up_app(client)
    html = client.get("/konto/2fa/recovery-codes/").content
    codes = [each.text for each in BeautifulSoup(html, "html.parser").select(".account__codes code")]
    assert len(codes) == 10
    seed = Authenticator.objects.get(user=alva, type="recovery_codes").data["seed"]
    assert len(get_adapter().decrypt(seed)) == 80
    client.logout()
    log_in()
    assert client.post("/konto/2fa/authenticate/", {"code": codes[0]})["Location"] == "/admin/"
    client.logout()
    log_in()
    assert client.post("/konto/2fa/authenticate/", {"code": codes[0]}).status_code == 200
    assert client.post("/konto/2fa/authenticate/", {"code": codes[1]})["Location"] == "/admin/"


def test_the_picture_has_an_address_of_its_own_that_the_policy_allows(alva, client, log_in):
    log_in()
    confirm(client)
    page = client.get("/konto/2fa/totp/activate/")
    picture = BeautifulSoup(page.content, "html.parser").select_one(".account__qr")
    assert "data:" not in page.content.decode()
    assert picture["src"] == "/konto/2fa/totp/qr.svg"
    assert client.session["mfa.totp.secret"] not in picture["alt"]
    answer = client.get(picture["src"])
    assert answer["Content-Type"] == "image/svg+xml"
    assert "no-store" in answer["Cache-Control"]
    assert b"<path" in answer.content
    assert "default-src 'self'" in page["Content-Security-Policy"]


def test_the_code_is_asked_for_after_the_password_and_serves_once(alva, app, client, log_in):
    now = code(app, time.time())
    assert log_in()["Location"] == "/konto/2fa/authenticate/"
    assert client.get("/admin/").status_code == 302
    assert client.post("/konto/2fa/authenticate/", {"code": now})["Location"] == "/admin/"
    assert client.get("/admin/").status_code == 200
    client.logout()
    log_in()
    assert "Koden stämmer inte" in client.post("/konto/2fa/authenticate/", {"code": now}).content.decode()
    assert client.get("/admin/").status_code == 302


def test_a_code_serves_once_in_all_processes(alva, app, client, log_in):
    """allauth remembers used codes in the cache, and each process has its own."""
    now = code(app, time.time())
    log_in()
    assert client.post("/konto/2fa/authenticate/", {"code": now}).status_code == 302
    client.logout()
    cache.clear()
    log_in()
    assert client.post("/konto/2fa/authenticate/", {"code": f"{now[:3]} {now[3:]}"}).status_code == 200


def test_codes_cannot_be_guessed(alva, app, client, log_in):
    log_in()
    right = code(app, time.time())
    wrong = "000000" if right != "000000" else "111111"
    for _ in range(5):
        client.post("/konto/2fa/authenticate/", {"code": wrong})
    html = client.post("/konto/2fa/authenticate/", {"code": right}).content.decode()
    assert "Du har skrivit fel kod för många gånger. Försök igen om 5 minuter." in html


def test_a_session_from_before_proves_the_factor_that_there_is(alva, app, client):
    client.force_login(alva)
    assert client.get("/admin/pages/")["Location"] == "/konto/2fa/reauthenticate/?next=%2Fadmin%2Fpages%2F"
    answer = client.post(
        "/konto/2fa/reauthenticate/?next=/admin/pages/", {"code": code(app, time.time()), "next": "/admin/pages/"}
    )
    assert answer["Location"] == "/admin/pages/"
    assert client.get("/admin/").status_code == 200


def test_without_any_factor_left_the_session_is_weak_again(alva, app, client, log_in):
    log_in()
    client.post("/konto/2fa/authenticate/", {"code": code(app, time.time())})
    confirm(client)
    assert client.get("/admin/").status_code == 200
    assert client.post("/konto/2fa/totp/deactivate/").status_code == 302
    assert Authenticator.objects.count() == 0
    assert client.get("/admin/").status_code == 302


def test_another_organisations_log_in_is_strong(alva, client):
    client.force_login(alva)
    session = client.session
    session["account_authentication_methods"] = [{"method": "socialaccount", "at": time.time()}]
    session["account_authentication_methods_user"] = str(alva.pk)
    session.save()
    assert client.get("/admin/").status_code == 200


def test_records_are_asked_for_with_the_user(alva, client, app, log_in):
    """Without her, allauth says that there are none, and a guard would lock everybody out."""
    log_in()
    client.post("/konto/2fa/authenticate/", {"code": code(app, time.time())})
    request = RequestFactory().get("/")
    request.session, request.user = client.session, alva
    assert get_authentication_records(request) == []
    assert is_strong(request)


def test_another_secret_key_makes_no_code_right_and_a_fallback_does(alva, app, client, log_in, settings, caplog):
    settings.SECRET_KEY, old = "another-key", settings.SECRET_KEY
    log_in()
    assert client.post("/konto/2fa/authenticate/", {"code": code(app, time.time())}).status_code == 200
    assert "another SECRET_KEY" in caplog.text
    settings.SECRET_KEY_FALLBACKS = [old]
    log_in()
    assert client.post("/konto/2fa/authenticate/", {"code": code(app, time.time())})["Location"] == "/admin/"


def test_a_developers_machine_asks_for_none(alva, client, log_in, settings):
    settings.REQUIRE_SECOND_FACTOR = False
    log_in()
    assert client.get("/admin/").status_code == 200


def test_what_the_authenticator_sees_names_the_site(alva, client, log_in):
    log_in()
    confirm(client)
    html = client.get("/konto/2fa/webauthn/add/").content.decode()
    assert '"name": "G\\u00f6teborgsregionens n\\u00e4tverk"' in html
    assert get_adapter().build_totp_url(alva, "ABC") == (
        "otpauth://totp/alva?secret=ABC&issuer=G%C3%B6teborgsregionens%20n%C3%A4tverk"
    )
