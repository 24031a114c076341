"""Wagtail's reference index ("Används på") is right after each save, and written once for it."""

import pytest
from wagtail.documents.models import Document
from wagtail.models import ReferenceIndex

from networks.models import NetworkDocument
from tests.factories import make_event, make_meeting, make_network, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def written(monkeypatch):
    """The objects that the reference index is written for, in order."""
    objects = []
    write = ReferenceIndex.create_or_update_for_object.__func__
    monkeypatch.setattr(
        ReferenceIndex,
        "create_or_update_for_object",
        classmethod(lambda cls, instance: objects.append(instance) or write(cls, instance)),
    )
    return objects


def usage(document):
    return {reference.model_path for reference in ReferenceIndex.get_references_to(document)}


def test_a_page_is_written_once_however_many_rows_it_has(site, written):
    event = make_event(make_network(), *[f"2027-03-{day:02}" for day in range(1, 31)])
    written.clear()
    event.title = "Styrgruppens möten"
    # The page is saved twice in a publication: for the draft, which the index does not hold, and for the public.
    event.save_revision().publish()
    assert [type(instance).__name__ for instance in written].count("EventPage") == 1
    assert "Occurrence" not in {type(instance).__name__ for instance in written}


def test_references_of_rows_follow_each_publication(site):
    agenda, notes = (Document.objects.create(title=title, file=f"{title}.pdf") for title in ("dagordning", "minnen"))
    event = make_event(make_network(), make_meeting("2027-03-01", agenda=agenda))
    assert usage(agenda) == {"occurrences.item.agenda"}
    row = event.occurrences.first()
    row.agenda, row.minutes = None, notes
    event.occurrences = [row]
    publish(event)
    assert (usage(agenda), usage(notes)) == (set(), {"occurrences.item.minutes"})


def test_references_of_a_networks_rows_follow_too(site):
    plan = Document.objects.create(title="plan", file="plan.pdf")
    network = make_network()
    network.documents = [NetworkDocument(title="Plan", document=plan)]
    publish(network)
    assert usage(plan) == {"documents.item.document"}
