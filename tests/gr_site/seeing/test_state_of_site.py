"""Driftläge says how the site is, row by row, and a row that fails hides no other."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from gr_site.access_log.event import AccessEvent
from gr_site.seeing import views
from gr_site.seeing.rows import State
from gr_site.upkeep.models import Chore
from networks.models import Letter
from tests.factories import make_editor, make_network

pytestmark = pytest.mark.django_db
FIELDS = {"to": "anna@example.org", "subject": "Ny enhet", "text": "x", "kind": "test"}


@pytest.fixture
def told(site, editor_client):
    """A function: ``{row: (word, text)}`` of the page."""

    def told():
        response = editor_client.get(reverse("state_of_site"))
        assert response.status_code == 200
        rows = BeautifulSoup(response.content, "html.parser").select(".state-of-site__row")
        texts = [[" ".join(part.get_text(" ", strip=True).split()) for part in row.select("dt, dd")] for row in rows]
        return {name: (word, text) for name, word, text in texts}

    return told


def test_a_site_where_all_is_well_has_no_fault(told):
    words = {name: word for name, (word, _text) in told().items()}
    assert list(words) == [str(name) for name, _question in views.QUESTIONS]
    assert set(words.values()) <= {"Bra", "Upplysning", "Okänt", "Se över"}
    assert words["Databas"] == words["Schemalagt"] == words["Kalenderflöden"] == "Bra"


def test_letters_that_wait_and_letters_that_failed(told):
    now = timezone.now()
    Letter.objects.create(due=now, **FIELDS)
    assert told()["Brev som väntar"][0] == "Bra"
    Letter.objects.create(due=now - timedelta(hours=1), **FIELDS)
    word, text = told()["Brev som väntar"]
    assert (word, "2 brev" in text, "run_due" in text) == ("Fel", True, True)
    assert told()["Brev som misslyckats"][0] == "Bra"
    Letter.objects.create(state="failed", error="550 anna@example.org finns inte", **FIELDS)
    word, text = told()["Brev som misslyckats"]
    assert (word, "1 brev" in text, "anna" in text) == ("Se över", True, False)


def test_what_is_scheduled_and_late(told):
    network = make_network("Förskolenätverket")
    network.expire_at = timezone.now() - timedelta(minutes=2)
    network.save()
    assert told()["Schemalagt"][0] == "Bra"
    network.expire_at = timezone.now() - timedelta(hours=2)
    network.save()
    assert told()["Schemalagt"][0] == "Fel"


def test_the_work_of_the_night(told):
    assert told()["Nattens arbete"][0] == "Okänt"
    now = timezone.now()
    done = Chore.objects.create(name="rebuild_search", begun=now, ended=now)
    assert told()["Nattens arbete"][0] == "Bra"
    Chore.objects.filter(pk=done.pk).update(ended=now - timedelta(days=2))
    assert told()["Nattens arbete"][0] == "Fel"
    Chore.objects.filter(pk=done.pk).update(ended=now, attempts=1)
    assert told()["Nattens arbete"] == ("Fel", "Misslyckades: rebuild_search. Loggen säger varför.")


@pytest.mark.parametrize("number", range(len(views.QUESTIONS)))
def test_a_row_that_fails_says_so_and_hides_no_other(told, monkeypatch, number):
    def fail():
        with connection.cursor() as cursor:
            cursor.execute("SELECT nothing FROM nowhere")

    before = told()
    questions = list(views.QUESTIONS)
    questions[number] = (questions[number][0], fail)
    monkeypatch.setattr(views, "QUESTIONS", questions)
    after = told()
    name = str(questions[number][0])
    assert after.pop(name) == ("Okänt", "Det gick inte att ta reda på. Loggen säger varför.")
    del before[name]
    assert {each: word for each, (word, _text) in after.items()} == {each: word for each, (word, _) in before.items()}


def test_the_days_have_numbers_and_no_names(site, editor_client):
    for _time in range(3):
        AccessEvent.objects.create(kind=AccessEvent.Kind.FAILED, name="bo.ek")
    response = editor_client.get(reverse("state_of_site"))
    assert response.context["days"][0] == (timezone.localdate(), 3, 0, 0)
    assert len(response.context["days"]) == 20
    assert "bo.ek" not in response.content.decode()


def test_a_site_without_uploads_has_a_disk_too(told, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    assert told()["Utrymme"][0] in {"Bra", "Se över"}


def test_only_administrators_enter(site, client):
    client.force_login(make_editor(make_network("Förskolenätverket")))
    assert client.get(reverse("state_of_site")).status_code in {302, 403}
    assert reverse("state_of_site") not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_each_state_has_a_word_of_its_own():
    assert len(set(State.labels)) == len(State)
