"""Who logs in and out, and who fails to, is noted."""

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.test import Client, RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from gr_site.access_log import log_ins
from gr_site.access_log.browsers import BROWSERS, SYSTEMS, browser_and_system
from gr_site.access_log.clients import client_fields
from gr_site.models import AccessEvent

from .events import events

pytestmark = pytest.mark.django_db
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0"


@pytest.fixture
def eva():
    user = get_user_model().objects.create_user("eva", "eva@example.org", "hemligt")
    AccessEvent.objects.all().delete()
    return user


def test_in_out_and_wrong(eva):
    client = Client()
    assert client.login(username="eva", password="hemligt")
    client.logout()
    assert not client.login(username="eva", password="gissat")
    assert events("name") == [("log_in", "eva"), ("log_out", "eva"), ("failed", "eva")]


@pytest.mark.parametrize("name", ["okänd", "hemligt", "", "eva\0", "x" * 5000])
def test_a_name_that_is_nobodys_is_not_kept(eva, name):
    """People write their password in the field above."""
    assert authenticate(username=name.replace("\0", ""), password="gissat") is None
    log_ins.failed({"username": name, "password": "***"})
    assert {found for _, found in events("name")} <= {"", "eva"}
    assert events("name")[-1] == ("failed", "")


def test_an_address_stands_for_its_user(eva):
    log_ins.failed({"email": "Eva@example.org"})
    assert events("name") == [("failed", "eva")]


def test_failures_cannot_fill_the_table(eva, monkeypatch):
    monkeypatch.setattr(log_ins, "MOST_FAILED_PER_HOUR", 3)
    for _ in range(5):
        log_ins.failed({"username": "eva"})
    log_ins.logged_in(eva)
    assert events("name") == [("failed", "eva")] * 3 + [("log_in", "eva")]


def test_of_a_client_only_coarse_words_and_a_key_are_kept(settings):
    def fields(address):
        return client_fields(RequestFactory().get("/", headers={"User-Agent": FIREFOX}, REMOTE_ADDR=address))

    one, other = fields("192.0.2.1"), fields("192.0.2.2")
    assert one["browser"] == "Firefox, Windows"
    assert (one["address"] == fields("192.0.2.1")["address"], one["address"] == other["address"]) == (True, False)
    settings.SECRET_KEY = "another"
    assert fields("192.0.2.1")["address"] != one["address"]
    assert "192" not in one["address"] or len(one["address"]) == 16


@pytest.mark.parametrize(
    ("header", "words"),
    [
        (FIREFOX, ("Firefox", "Windows")),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0", ("Edge", "Windows")),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605 Version/18.0 Safari/605", ("Safari", "Mac")),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) CriOS/140.0 Mobile Safari/604", ("Chrome", "iPhone")),
        ("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537 SamsungBrowser/28 Chrome/140 Safari/537",
         ("Samsung Internet", "Android")),
        ("curl/8.0", ("", "")),
    ],
)  # fmt: skip
def test_a_browser_in_words(header, words):
    assert browser_and_system(header) == words


@given(st.text())
def test_whatever_a_client_says_the_words_are_ours(header):
    browser, system = browser_and_system(header)
    assert browser in {"", *BROWSERS.values()}
    assert system in {"", *SYSTEMS.values()}
