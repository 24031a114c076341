"""How often a wrong password may be tried, and that nobody locks an editor out from afar."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from gr_site.signing_in import attempts
from gr_site.signing_in.models import Attempts
from gr_site.signing_in.wording import wait_in_words

from .conftest import WORD

pytestmark = pytest.mark.django_db
TOO_MANY = "Du har skrivit fel lösenord för många gånger. Försök igen om 5 minuter, eller använd en passkey."


def lock(log_in, name="alva", **more):
    for _ in range(attempts.LIMITS["name"].number):
        log_in(name, "fel", **more)


def test_five_wrong_passwords_and_then_a_wait_in_words(alva, log_in):
    lock(log_in)
    assert TOO_MANY in log_in().content.decode()
    assert log_in("ALVA ").status_code == 200


def test_her_name_and_her_address_are_one_account(alva, log_in):
    lock(log_in)
    assert TOO_MANY in log_in("alva@example.org").content.decode()


def test_after_the_wait_she_gets_in(alva, log_in):
    lock(log_in)
    with time_machine.travel(timezone.now() + timedelta(minutes=5, seconds=1)):
        assert log_in().status_code == 302


def test_nobody_locks_her_out_from_another_address(alva, log_in):
    lock(log_in, REMOTE_ADDR="203.0.113.7")
    assert log_in(REMOTE_ADDR="203.0.113.7").status_code == 200
    assert log_in(REMOTE_ADDR="203.0.113.8").status_code == 302


def test_a_passkey_stays(alva, client, log_in):
    lock(log_in)
    answer = client.get("/konto/2fa/webauthn/login/", headers={"Accept": "application/json"})
    assert answer.status_code == 200
    assert "challenge" in answer.json()["request_options"]["publicKey"]


def test_a_flood_is_refused_in_our_words(alva, log_in, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login": "2/m/ip"}
    assert [log_in("ingen", "fel").status_code for _ in range(3)] == [200, 200, 429]
    assert "Vänta en minut och försök igen." in log_in().content.decode()


def test_right_passwords_cost_nothing(alva, log_in):
    for _ in range(20):
        assert log_in(client=Client()).status_code == 302
    assert not Attempts.objects.filter(number__gt=0).exists()


def test_many_names_from_one_address_are_one_guesser(alva, log_in, monkeypatch):
    monkeypatch.setitem(attempts.LIMITS, "address", attempts.Limit(6, 15))
    for number in range(6):
        log_in(f"namn-{number}", "fel")
    assert "Försök igen om 15 minuter" in log_in().content.decode()


def test_the_time_to_wait_is_not_made_longer_by_trying(alva, log_in):
    lock(log_in)
    with time_machine.travel(timezone.now() + timedelta(minutes=3)):
        assert "Försök igen om 2 minuter" in log_in().content.decode()
    with time_machine.travel(timezone.now() + timedelta(minutes=5, seconds=1)):
        assert log_in().status_code == 302


def test_all_processes_count_together(alva, log_in):
    """A cache would be one of each process's own, and forgotten at the next start."""
    for _ in range(5):
        log_in("alva", "fel")
        cache.clear()
    assert TOO_MANY in log_in().content.decode()


def test_the_table_has_neither_addresses_nor_what_was_typed(alva, log_in):
    log_in("mitt-hemliga-ord", "fel", REMOTE_ADDR="203.0.113.7")
    rows = str(list(Attempts.objects.values()))
    assert "203.0.113.7" not in rows
    assert "mitt-hemliga-ord" not in rows


def test_what_is_over_is_forgotten(alva, log_in):
    log_in("alva", "fel")
    with time_machine.travel(timezone.now() + timedelta(hours=1)):
        log_in("berit", "fel")
        assert Attempts.objects.filter(user=alva).count() == 0


@pytest.mark.parametrize(("proxies", "counted"), [(0, "one"), (1, "each")])
def test_behind_a_proxy_visitors_are_told_apart_by_its_header(alva, log_in, settings, proxies, counted):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    lock(log_in, headers={"X-Forwarded-For": "192.0.2.1, 203.0.113.7"})
    other = log_in(headers={"X-Forwarded-For": "192.0.2.1, 203.0.113.8"})
    assert other.status_code == (200 if counted == "one" else 302)


def test_what_a_visitor_writes_into_the_header_herself_changes_nothing(alva, log_in, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for number in range(5):
        log_in("alva", "fel", headers={"X-Forwarded-For": f"198.51.100.{number}, 203.0.113.7"})
    assert log_in(headers={"X-Forwarded-For": "198.51.100.9, 203.0.113.7"}).status_code == 200


def test_a_lock_is_told_to_those_who_listen(alva, log_in):
    heard = []

    def hear(kind, user, **kwargs):
        heard.append((kind, user))

    attempts.locked.connect(hear)
    try:
        lock(log_in)
        log_in()
    finally:
        attempts.locked.disconnect(hear)
    assert heard == [("name", alva)]


def test_someone_who_is_gone_is_no_reason_to_fail(site, log_in):
    lock(log_in, "ingen")
    assert TOO_MANY in log_in("ingen").content.decode()
    assert get_user_model().objects.count() == 0


@pytest.mark.parametrize(("seconds", "words"), [(0.2, "1 minut"), (60, "1 minut"), (61, "2 minuter")])
def test_a_wait_in_whole_minutes(seconds, words):
    assert wait_in_words(seconds) == words


def test_asking_again_for_the_password_is_counted_too(alva, client, log_in):
    log_in()
    for _ in range(5):
        client.post("/konto/reauthenticate/", {"password": "fel"})
    assert "Försök igen om 5 minuter" in client.post("/konto/reauthenticate/", {"password": WORD}).content.decode()
