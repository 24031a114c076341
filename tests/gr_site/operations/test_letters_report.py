"""Administrators see what became of each letter, and nobody reads what it said."""

import csv

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from networks.models import Letter
from tests.factories import make_editor, make_network

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/rapporter/utskick/"


@pytest.fixture
def letters():
    fields = {"text": "Hemlig text", "html": "<p>Hemlig text</p>", "kind": "test"}
    Letter.objects.create(to="anna@example.org", subject="Ny enhet", state="sent", **fields)
    Letter.objects.create(to="bo@example.org", subject="Nyheter", state="failed", error="550 Finns inte", **fields)


def test_an_administrator_sees_each_letter_but_not_its_text(admin_client, letters):
    html = admin_client.get(ADDRESS).content.decode()
    told = ["anna@example.org", "Ny enhet", "Skickat", "bo@example.org", "550 Finns inte", "Misslyckat", "Hemlig text"]
    assert [words for words in told if words not in html] == ["Hemlig text"]
    assert "Utskick" in admin_client.get(reverse("wagtailadmin_home")).content.decode()


def test_letters_are_filtered_and_exported(admin_client, letters):
    query = {"lage": "failed", "export": "csv"}
    text = b"".join(admin_client.get(ADDRESS, query).streaming_content).decode("utf-8-sig")
    [row] = csv.DictReader(text.splitlines())
    assert row.pop("Skrivet")
    assert row == {
        "Läge": "Misslyckat",
        "Till": "bo@example.org",
        "Ämne": "Nyheter",
        "Försök": "0",
        "Fel": "550 Finns inte",
    }
    assert admin_client.get(ADDRESS, {"lage": "x", "dag_from": "x", "till": "\0"}).status_code == 200


def test_the_number_of_queries_does_not_grow(admin_client, letters, django_assert_num_queries):
    admin_client.get(ADDRESS)
    with CaptureQueriesContext(connection) as few:
        admin_client.get(ADDRESS)
    for number in range(30):
        Letter.objects.create(to=f"eva{number}@example.org", subject="Hej", text="Hej", kind="test")
    with django_assert_num_queries(len(few)):
        admin_client.get(ADDRESS)


def test_an_editor_gets_neither_the_list_nor_its_menu_item(client):
    client.force_login(make_editor(make_network("Miljönätverket")))
    for name in ("letters_report", "letters_report_results"):
        assert client.get(reverse(name))["Location"] == reverse("wagtailadmin_home")  # Wagtail's way to refuse
        assert client.get(reverse(name), headers={"X-Requested-With": "XMLHttpRequest"}).status_code == 403
    assert ADDRESS not in client.get(reverse("wagtailadmin_home")).content.decode()
