"""Administrators read the log, filter it and export it; it is kept for two years."""

import csv
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from gr_site.models import AccessEvent

pytestmark = pytest.mark.django_db


@pytest.fixture
def log():
    AccessEvent.objects.all().delete()
    AccessEvent.objects.create(kind="log_in", name="eva", browser="Firefox, Windows", address="0123456789abcdef")
    AccessEvent.objects.create(kind="groups", name="nils", by_name="eva", added="Ekar\nAlmar")


def exported(client, **query):
    response = client.get(reverse("access_report"), query | {"export": "csv"})
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return [
        {name: value for name, value in row.items() if value and name != "När"}
        for row in csv.DictReader(text.splitlines(keepends=True))
    ]


def test_it_is_shown_filtered_and_exported(admin_client, log):
    AccessEvent.objects.filter(name="admin").delete()
    html = admin_client.get(reverse("access_report")).content.decode()
    words = ["Inloggad", "Firefox, Windows", "Ändrade grupper", "tillagt: Ekar, Almar", "0123456789abcdef"]
    assert [each for each in words if each not in html] == []
    groups = {"Händelse": "Ändrade grupper", "Vem": "nils", "Av": "eva", "Tillagt": "Ekar\nAlmar"}
    assert exported(admin_client, handelse="groups") == [groups]
    assert exported(admin_client, vem="almar") == [groups]
    assert len(exported(admin_client, vem="eva")) == 2
    tomorrow = timezone.localdate() + timedelta(days=2)
    assert exported(admin_client, dag_from=tomorrow.isoformat()) == []
    strange = {"handelse": "x", "vem": "\0", "dag_from": "x", "ordering": "x", "p": "x"}
    assert admin_client.get(reverse("access_report"), strange).status_code == 200


def test_the_number_of_queries_does_not_grow(admin_client, log):
    admin_client.get(reverse("access_report"))
    counts = []
    for number in (0, 30):
        for _ in range(number):
            AccessEvent.objects.create(kind="log_in", name="eva")
        with CaptureQueriesContext(connection) as queries:
            admin_client.get(reverse("access_report"))
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_what_is_old_enough_goes(log, settings, capsys):
    settings.ACCESS_LOG_DAYS = 730
    old = timezone.now() - timedelta(days=731)
    AccessEvent.objects.filter(name="eva").update(when=old)
    AccessEvent.objects.filter(name="nils").update(when=old + timedelta(days=2))
    call_command("prune_access_log")
    assert list(AccessEvent.objects.values_list("name", flat=True)) == ["nils"]
    assert capsys.readouterr().out == "1 rader togs bort.\n"
