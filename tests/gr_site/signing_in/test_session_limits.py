"""When a session ends: unused, too old, a new password, or everywhere at once."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from .conftest import WORD

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _limits(settings):
    settings.SESSION_IDLE_LIMIT = 12 * 3600
    settings.SESSION_ABSOLUTE_LIMIT = 14 * 24 * 3600


def is_in(client):
    return client.get("/admin/").status_code == 200


def writes(client):
    with CaptureQueriesContext(
        connection,
    ) as queries:
        client.get("/admin/account/")
    return [each["sql"] for each in queries if each["sql"].startswith("UPDATE")]


def test_an_unused_session_ends(alva, client, log_in):
    log_in()
    with time_machine.travel(timezone.now() + timedelta(hours=11)):
        assert is_in(client)
    with time_machine.travel(timezone.now() + timedelta(hours=22)):
        assert is_in(client)
    with time_machine.travel(timezone.now() + timedelta(hours=35)):
        assert not is_in(client)


def test_an_old_session_ends_although_it_is_used(alva, client):
    client.force_login(alva)
    client.cookies["sessionid"]["expires"] = ""
    start = timezone.now()
    for hours in range(10, 14 * 24, 10):
        with time_machine.travel(start + timedelta(hours=hours)):
            session = client.session
            session.set_expiry(100 * 24 * 3600)
            session.save()
            assert is_in(client), hours
    with time_machine.travel(start + timedelta(days=14, minutes=1)):
        assert not is_in(client)


def test_a_session_from_before_the_limits_begins_now(alva, client):
    client.force_login(alva)
    session = client.session
    del session["session_began"], session["session_seen"]
    session.save()
    assert is_in(client)
    assert "session_began" in client.session


def test_it_is_written_at_most_each_five_minutes(alva, client, log_in):
    log_in()
    start = timezone.now()
    assert writes(client) == []
    with time_machine.travel(start + timedelta(minutes=6)):
        assert len(writes(client)) == 2  # the session, and where she was last seen
        assert writes(client) == []


def test_logging_out_everywhere(alva, client, log_in):
    others = [Client(), Client()]
    log_in()
    log_in(client=others[0])
    others[1].force_login(alva)  # allauth has no row about it
    assert all(map(is_in, [client, *others]))
    assert client.get("/konto/sessions/end-all/").status_code == 405
    answer = client.post("/konto/sessions/end-all/", follow=True)
    assert "Du är utloggad överallt." in answer.content.decode()
    assert not any(map(is_in, [client, *others]))


def test_logging_out_the_others(alva, client, log_in):
    other = Client()
    log_in()
    log_in(client=other, headers={"User-Agent": "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0"})
    html = client.get("/konto/sessions/").content.decode()
    assert "Logga ut på de andra ställena" in html
    assert "Firefox på Windows" in html
    client.post("/konto/sessions/")
    assert is_in(client)
    assert not is_in(other)


def test_a_new_password_ends_the_others(alva, client, log_in):
    other, new = Client(), "ett-alldeles-nytt-ord"
    log_in()
    log_in(client=other)
    client.post("/konto/password/change/", {"oldpassword": WORD, "password1": new, "password2": new})
    assert is_in(client)
    assert not is_in(other)
    assert log_in(word=new, client=other).status_code == 302


def test_somebody_elses_session_stays(alva, client, log_in, django_user_model):
    other = Client()
    other.force_login(django_user_model.objects.create_superuser("berit", "berit@example.org", WORD))
    log_in()
    client.post("/konto/sessions/end-all/")
    assert is_in(other)
