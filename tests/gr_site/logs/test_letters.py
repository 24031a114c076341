"""Whoever runs the site gets few letters about what goes wrong, and reads nothing about visitors in them."""

import logging
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.core import mail
from django.db import OperationalError
from django.http import HttpResponse
from django.utils import timezone

from gr_site.logs import letters
from gr_site.logs.places import short
from networks.models import Letter

from .captured import production_log
from .visitors_words import FAULTS, PERSONAL

pytestmark = pytest.mark.django_db
ALVA, BO = "alva@example.com", "bo@example.com"


@pytest.fixture
def log(site, settings):
    settings.ADMINS, settings.ALLOWED_HOSTS = [("", ALVA), ("", BO)], ["testserver"]
    with production_log() as caught:
        yield caught


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: type(fault).__name__)
def test_a_letter_says_where_and_not_who(visit, fault):
    response = visit(fault)
    if response.status_code == 400:
        assert not Letter.objects.exists()
        return
    to_alva, to_bo = Letter.objects.order_by("to")
    assert (to_alva.to, to_bo.to, to_alva.state) == (ALVA, BO, Letter.State.WAITING)
    assert (to_alva.subject, to_alva.text) == (to_bo.subject, to_bo.text)
    assert mail.outbox == []
    written = f"{to_alva.subject}\n{to_alva.text}\n{to_alva.headers}"
    assert [word for word in PERSONAL if word.casefold() in written.casefold()] == []
    assert "förskole" not in written.casefold()
    for told in (response["X-Request-ID"], "Vy: wagtail_serve", "Metod: POST", type(fault).__name__, "in fail\n"):
        assert told in to_alva.text
    assert f"{type(fault).__name__}, tests/gr_site/logs/conftest.py:" in to_alva.subject


def test_one_an_hour_about_each_place(visit):
    now = timezone.now()
    with time_machine.travel(now, tick=False) as clock:
        for fault in (KeyError("a"), KeyError("b"), RuntimeError("a"), KeyError("c")):
            assert visit(fault).status_code == 500
        assert Letter.objects.filter(to=BO).count() == 2
        clock.shift(timedelta(minutes=59))
        visit(KeyError("d"))
        assert Letter.objects.filter(to=BO).count() == 2
        clock.shift(timedelta(minutes=2))
        visit(KeyError("d"))
        assert Letter.objects.filter(to=BO).count() == 3


def test_no_more_than_twenty_an_hour_whatever_goes_wrong(visit):
    with time_machine.travel(timezone.now(), tick=False) as clock:
        for number in range(letters.MOST + 5):
            visit(type(f"Fault{number}", (Exception,), {})())
        assert {to: Letter.objects.filter(to=to).count() for to in (ALVA, BO)} == {ALVA: 20, BO: 20}
        clock.shift(timedelta(hours=1, minutes=1))
        visit(RuntimeError())
        assert Letter.objects.filter(to=ALVA).count() == 21


def test_an_answer_that_says_of_a_fault_without_an_exception(visit):
    assert visit(HttpResponse(status=500)).status_code == 500
    letter = Letter.objects.get(to=ALVA)
    assert letter.subject == "Fel på webbplatsen: wagtail_serve"
    assert "Traceback" not in letter.text


def test_no_letter_about_visitors_faults_or_a_database_that_is_away(visit, settings):
    assert visit(OperationalError()).status_code == 503
    assert visit(HttpResponse(status=404)).status_code == 404
    settings.ADMINS = []
    assert visit(KeyError()).status_code == 500
    assert not Letter.objects.exists()


def test_a_letter_that_cannot_be_written_takes_nothing_from_the_visitor(visit, log, monkeypatch):
    def fail(letter):
        Letter.objects.create(pk="no key")

    monkeypatch.setattr("networks.outbox.posting.post", fail)
    response = visit(KeyError())
    assert (response.status_code, "Något gick fel" in response.content.decode()) == (500, True)
    assert [line["logger"] for line in log.lines()] == ["gr_site.logs.letters", "django.request"]
    assert not Letter.objects.exists()


def test_the_same_place_has_the_same_name_on_every_machine(settings):
    root = Path(settings.BASE_DIR)
    assert short(str(root / "networks" / "models" / "x.py")) == "networks/models/x.py"
    assert short(logging.__file__) == "logging/__init__.py"
    assert short(mail.__file__) == "django/core/mail/__init__.py"
    assert short("/elsewhere/x.py") == "/elsewhere/x.py"
