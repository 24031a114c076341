"""What an administrator does for a colleague."""

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_removed
from django.contrib.auth.models import Permission
from django.test import Client

from gr_site.signing_in.sessions import sessions_ended
from networks.models import Letter

from .conftest import WORD
from .totp import code

pytestmark = pytest.mark.django_db


@pytest.fixture
def helper(django_user_model, alva):
    client = Client()
    client.force_login(django_user_model.objects.create_superuser("berit", "berit@example.org", WORD))
    return client


def address(user):
    return f"/admin/anvandare/{user.pk}/inloggning/"


def listening(signal, heard):
    def hear(user, request, **kwargs):
        heard.append((user.username, request.user.username))

    signal.connect(hear, weak=False)
    return lambda: signal.disconnect(hear)


def test_the_list_of_users_leads_there(alva, helper):
    html = helper.get("/admin/users/").content.decode()
    assert address(alva) in html


def test_a_lost_phone(alva, app, helper, client, log_in):
    log_in()
    client.post("/konto/2fa/authenticate/", {"code": code(app, time.time())})
    assert "App med koder" in helper.get(address(alva)).content.decode()
    heard = []
    stop = listening(authenticator_removed, heard)
    helper.post(address(alva), {"reset": ""})
    stop()
    assert heard == [("alva", "berit")]
    assert Authenticator.objects.count() == 0
    assert client.get("/admin/").status_code == 302
    letter = Letter.objects.get()
    assert letter.to == "alva@example.org"
    assert "En administratör har tagit bort dina passkeys" in letter.text
    assert log_in()["Location"] == "/admin/"


def test_a_stolen_computer(alva, helper, client, log_in):
    log_in()
    heard = []
    stop = listening(sessions_ended, heard)
    helper.post(address(alva), {"log-out": ""})
    stop()
    assert heard == [("alva", "berit")]
    assert client.get("/admin/").status_code == 302
    assert helper.get("/admin/").status_code == 200


def test_too_many_wrong_passwords(alva, helper, log_in):
    for _ in range(5):
        log_in(word="fel")
    assert log_in().status_code == 200
    assert "måste vänta till" in helper.get(address(alva)).content.decode()
    helper.post(address(alva), {"unlock": ""})
    assert "Inga som gör att hen måste vänta." in helper.get(address(alva)).content.decode()
    assert log_in().status_code == 302


def test_only_an_administrator(alva, client, django_user_model):
    editor = django_user_model.objects.create_user("signe", "signe@example.org", WORD)
    rights = ["access_admin", "change_user", "add_user", "delete_user"]
    editor.user_permissions.set(Permission.objects.filter(codename__in=rights))
    client.force_login(editor)
    assert "inloggning/" not in client.get("/admin/users/").content.decode()
    assert client.get(address(alva), follow=True).status_code in (200, 403)
    for action in ("reset", "log-out", "unlock"):
        assert client.post(address(alva), {action: ""}).status_code in (302, 403)
    assert not Letter.objects.exists()


def test_for_herself_there_is_a_page_that_asks_for_her_password(alva, client):
    client.force_login(alva)
    assert client.get(address(alva))["Location"] == "/konto/2fa/"
    assert "Din inloggning" in client.get("/admin/account/").content.decode()
