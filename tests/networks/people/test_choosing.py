"""An editor chooses in the preview: what may be her goes when it is ticked, and a homonym's page stays as it was."""

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.documents import get_document_model

from networks.models import NetworkContact, NetworkMember, NetworkPage
from networks.people.forgetting import forget
from networks.people.name_text import MARK, Name, Taken, take
from networks.people.reporting import Choice
from search.models import DocumentText, MissedQuery
from tests.factories import make_network, make_organisation, publish
from tests.growth import cpu, in_proportion

pytestmark = pytest.mark.django_db

NAME = "Anna Berg"


def ticked(html, **unticked):
    """What a browser sends of the form in ``html``, but for the boxes ``unticked`` (name -> value)."""
    form = BeautifulSoup(html, "html.parser").find("form", action=reverse("forget_person"))
    hidden = [(box["name"], box["value"]) for box in form.select("input[type=hidden]")]
    boxes = [(box["name"], box["value"]) for box in form.select("input[type=checkbox][checked]")]
    sent = {"name": NAME, "action": "remove"}
    for name, value in (*hidden, *boxes):
        if unticked.get(name) != value:
            sent.setdefault(name, []).append(value)
    return sent


def test_a_page_about_somebody_with_the_same_name_stays_with_all_its_versions(site, editor_client):
    hers = publish(make_network("Miljö", purpose="<p>Leds av Anna Berg.</p>"))
    other = publish(make_network("Skola", purpose="<p>Leds av Anna Berg.</p>"))
    html = editor_client.post(reverse("forget_person"), {"name": NAME, "action": "preview"}).content.decode()
    sent = ticked(html, sure=str(other.translation_key))
    assert str(hers.translation_key) in sent["sure"]
    editor_client.post(reverse("forget_person"), sent)
    purposes = dict(NetworkPage.objects.values_list("title", "purpose"))
    assert purposes == {"Miljö": f"<p>Leds av {MARK}.</p>", "Skola": "<p>Leds av Anna Berg.</p>"}
    latest = {page.title: page.get_latest_revision_as_object().purpose for page in NetworkPage.objects.all()}
    assert latest == purposes


def test_what_may_be_her_stays_until_it_is_ticked(site):
    network = make_network("Miljö", purpose="<p>Fråga A. Berg.</p>")
    network.contacts = [NetworkContact(name="A. Berg", email="a@example.org")]
    network = publish(network)
    report = forget(NAME)
    assert {near.why for near in report.near.values()} == {"initial"}
    assert NetworkPage.objects.get(pk=network.pk).purpose == "<p>Fråga A. Berg.</p>"
    owner = str(network.translation_key)
    forget(NAME, choice=Choice(hers={owner: frozenset({"a. berg"})}))
    assert NetworkPage.objects.get(pk=network.pk).purpose == f"<p>Fråga {MARK}.</p>"
    assert not NetworkContact.objects.exists()
    assert forget(NAME).near == {}


def test_the_report_names_documents_whose_files_name_her(site, editor_client):
    document = get_document_model().objects.create(title="Protokoll", file="documents/protokoll-anna-berg.pdf")
    DocumentText.objects.update_or_create(
        document=document, defaults={"text": "Närvarande: Berg, Anna", "state": "read"}
    )
    report = forget(NAME)
    assert report.documents == [(document.pk, "Protokoll")]
    assert [address.text for address in report.addresses] == ["documents/protokoll-anna-berg.pdf"]
    assert DocumentText.objects.get().text == f"Närvarande: {MARK}"


def test_tags_and_stored_searches_go(site):
    tag = apps.get_model("taggit.Tag").objects.create(name="Anna Berg", slug="anna-berg")
    for query in ("anna berg", "berg anna"):
        MissedQuery.objects.create(query=query, month="2026-01-01")
    forget(NAME)
    tag.refresh_from_db()
    assert (tag.name, tag.slug) == (MARK, f"namn-borttaget-{tag.pk}")
    assert not MissedQuery.objects.exists()


def test_seats_are_emptied_however_the_name_is_written(site):
    network = make_network("Miljö")
    names = ["Anna K. Berg", "Berg, Anna (S)", "Anna Bergman"]
    network.members = [
        NetworkMember(organisation=make_organisation(f"Stad {number}"), name=name, name_basis="consent")
        for number, name in enumerate(names)
    ]
    publish(network)
    call_command("forget_person", NAME, "--remove")
    assert sorted(NetworkMember.objects.values_list("name", flat=True)) == ["", "", "Anna Bergman"]


HOSTILE = [
    "Anna ",
    "A. ",
    "<b>",
    "Anna Berg ",
    "&shy;",
    "A" * 50,
    "Anna-",
    "a@",
    "anna.berg@",
    "Berg, ",
    "\u0301",
    "Ana ",
    "Anna, ",
    "Anna och ",
    "Berg; ",
    "%41nna",
    "%2525",
    "%C3%85 ",
    "An-\n",
    "- ",
    "-\n ",
    "&amp;",
    "&amp;amp;nbsp;",
    "annaberg ",
    "AnnaBerg1",
    "Karl Anna och ",
]


@pytest.mark.parametrize("part", HOSTILE)
def test_twice_the_text_takes_at_most_two_and_a_half_times_the_cpu(part):
    def cost(size):
        text = part * (size // len(part))
        return cpu(lambda: take(text, Name(NAME), Taken(looks=True, surname=True)))

    assert in_proportion(cost, 40_000)


def test_twice_the_versions_take_twice_the_queries_at_most(site):
    network = publish(make_network("Miljö", purpose="<p>Leds av Anna Berg.</p>"))
    for _ in range(5):
        network.save_revision()
    few = queries_of_preview()
    for _ in range(5):
        network.save_revision()
    assert queries_of_preview() <= 2 * few


def queries_of_preview():
    with CaptureQueriesContext(connection) as captured:
        forget(NAME, preview=True)
    return len(captured)
