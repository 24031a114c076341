"""Whoever logs in from a browser that she has not used before gets a letter about it."""

from datetime import UTC, datetime
from urllib.parse import urlsplit

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.core import mail
from django.test import Client
from django.urls import reverse

from gr_site.access_log.devices import COOKIE
from networks.models import Letter
from networks.outbox.sending import send_due

pytestmark = pytest.mark.django_db
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0"
PASSWORD = "en ganska lång mening"


@pytest.fixture(autouse=True)
def eva():
    return make_user("eva")


def make_user(name):
    user = get_user_model().objects.create_user(name, f"{name}@example.org", PASSWORD)
    user.is_superuser = True
    user.save()
    return user


def log_in(browser, name="eva"):
    """Through the form, and out again."""
    data = {"login": name, "password": PASSWORD}
    response = browser.post(reverse("account_login"), data, headers={"User-Agent": FIREFOX})
    assert response.status_code == 302
    browser.post(reverse("account_logout"))
    return response


def test_the_first_browser_is_known_and_the_second_is_not():
    first, second = Client(), Client()
    for browser in (first, first):
        log_in(browser)
    assert Letter.objects.count() == 0
    moment = datetime(2026, 11, 29, 9, 58, tzinfo=UTC)
    with time_machine.travel(moment):
        log_in(second)
    letter = Letter.objects.get()
    assert (letter.to, letter.subject) == ("eva@example.org", "Ny inloggning på Göteborgsregionens nätverk")
    assert "söndag 29 november 2026 kl.\N{NO-BREAK SPACE}10.58\n    Firefox på Windows\n" in letter.text
    for browser in (first, second):
        log_in(browser)
    assert Letter.objects.count() == 1
    send_due()
    assert [sent.to for sent in mail.outbox] == [["eva@example.org"]]


def test_the_letter_leads_to_what_helps():
    log_in(Client())
    log_in(Client())
    words = Letter.objects.get().text.split()
    paths = [urlsplit(word).path for word in words if word.startswith("http")]
    assert paths == [reverse("account_reset_password"), reverse("mfa_index")]


def test_a_shared_browser_is_known_for_each_user_by_herself():
    nils = make_user("nils")
    shared = Client()
    log_in(shared)
    log_in(Client(), "nils")
    log_in(shared, "nils")
    assert [letter.to for letter in Letter.objects.all()] == [nils.email]


def test_a_cookie_that_we_did_not_sign_is_no_browser():
    """Else anybody could name the browser of somebody else."""
    known = Client()
    log_in(known)
    number, _, _ = known.cookies[COOKIE].value.partition(":")
    forged = Client()
    forged.cookies[COOKIE] = number
    log_in(forged)
    assert Letter.objects.count() == 1


def test_the_cookie_is_only_for_those_who_log_in(settings):
    settings.SESSION_COOKIE_SECURE = True
    browser = Client()
    for address in ("/", reverse("account_login"), "/finns-inte/"):
        assert COOKIE not in browser.get(address).cookies
    assert COOKIE not in browser.post(reverse("account_login"), {"login": "eva", "password": "gissat"}).cookies
    cookie = log_in(browser).cookies[COOKIE]
    assert (cookie["httponly"], cookie["secure"], cookie["samesite"]) == (True, True, "Lax")
    assert COOKIE not in browser.get("/").cookies


def test_without_an_address_there_is_no_letter(eva):
    get_user_model().objects.update(email="")
    log_in(Client())
    log_in(Client())
    assert Letter.objects.count() == 0


def test_names_are_written_as_they_are(eva):
    eva.first_name, eva.last_name = "Eva & Åsa", "<Ek>"
    eva.save()
    log_in(Client())
    log_in(Client())
    assert Letter.objects.get().text.startswith("Hej Eva & Åsa <Ek>!\n\nDitt konto eva på Göteborgsregionens nätverk")
