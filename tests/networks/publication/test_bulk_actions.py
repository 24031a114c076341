"""Many pages at once, through Wagtail's own bulk views: each page whole or untouched, and what failed told by name."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from wagtail.models import Page
from wagtail.signals import page_published

from events.models import EventPage, Occurrence
from tests.factories import make_event, make_network
from tests.shared_fixtures import shared_fixture

pytestmark = pytest.mark.django_db
DAY, OTHER_DAY = "2027-02-05", "2027-04-23"


@shared_fixture()
def network(site):
    return make_network()


def act(client, action, pages, **data):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    query = "&".join(f"id={page.pk}" for page in pages)
    response = client.post(f"{address}?{query}&next=/admin/", data)
    assert response.status_code == 302
    return [str(message).strip() for message in get_messages(response.wsgi_request)]


def draft(network, title, day=DAY):
    """A draft of an event. Without a day its form would refuse it."""
    event = make_event(network, day or DAY, title=title, live=False)
    row = event.occurrences.first()
    row.start_date = row.start_date if day else None
    event.occurrences = [row]
    event.save_revision()
    Occurrence.objects.filter(page=event).delete()  # from here on only the draft has it
    return event


def below(page):
    return list(Page.objects.child_of(Page.objects.get(pk=page.pk)).values_list("pk", flat=True))


def days_of(page):
    return [str(row.start_date) for row in Occurrence.objects.filter(page=page)]


def is_live(*pages):
    return [Page.objects.get(pk=page.pk).live for page in pages]


def test_several_drafts_are_published_with_their_latest_words_and_rows(network, editor_client):
    changed = make_event(network, DAY, title="Ändras")
    latest = EventPage.objects.get(pk=changed.pk)
    latest.title = "Nytt namn"
    latest.save_revision()
    drafts = [draft(network, "Ett"), draft(network, "Två", OTHER_DAY), changed]
    (told,) = act(editor_client, "publish", drafts)
    assert told == "3 sidor är publicerade"
    assert is_live(*drafts) == [True, True, True]
    assert [days_of(page) for page in drafts] == [[DAY], [OTHER_DAY], [DAY]]
    assert EventPage.objects.get(pk=changed.pk).title == "Nytt namn"


def test_a_draft_that_its_form_would_refuse_is_named_and_the_rest_is_published(network, editor_client):
    good, other = draft(network, "Ett"), draft(network, "Två")
    bad = draft(network, "Utan datum", day=None)
    told = act(editor_client, "publish", [good, bad, other])
    assert is_live(good, bad, other) == [True, False, True]
    assert [words for words in told if words.startswith(f"”Utan datum” ({network.title}) är som förut.")]
    assert len(told) == 2
    assert (days_of(bad), days_of(other)) == ([], [DAY])


def test_a_page_that_fails_in_the_middle_of_its_publication_is_as_it_was(network, editor_client):
    pages = [draft(network, title) for title in ("Ett", "Två", "Tre")]

    def fail(sender, instance, **kwargs):
        if instance.title == "Två":
            raise RuntimeError("a receiver of the publication fails")

    page_published.connect(fail)
    try:
        told = act(editor_client, "publish", pages)
    finally:
        page_published.disconnect(fail)
    assert is_live(*pages) == [True, False, True]
    assert [days_of(page) for page in pages] == [[DAY], [], [DAY]]
    assert [words for words in told if words.startswith("”Två”")]


def test_the_drafts_below_belong_to_the_page_that_was_chosen(site, editor_client):
    first, second = (make_network(title, live=False) for title in ("Första nätverket", "Andra nätverket"))
    pages = [first, draft(first, "Hel"), second, draft(second, "Utan datum", day=None)]
    told = act(editor_client, "publish", [first, second], include_descendants="on")
    assert is_live(*pages) == [True, True, False, False]
    assert [words for words in told if words.startswith("”Andra nätverket”")]


def test_several_are_unpublished(network, editor_client):
    pages = [make_event(network, DAY, title=title) for title in ("Ett", "Två")]
    act(editor_client, "unpublish", pages)
    assert is_live(*pages) == [False, False]


def test_several_are_moved_to_a_page_that_had_none(network, editor_client):
    other = make_network("Fritidsnätverket")
    pages = [make_event(network, DAY, title=title) for title in ("Ett", "Två")]
    act(editor_client, "move", pages, chooser=other.pk)
    assert below(other) == [page.pk for page in pages]
    assert Page.find_problems() == ([], [], [], [], [])


def test_a_page_and_one_below_it_are_moved_together(site, editor_client):
    parent, goal = make_network("Norra nätverket"), make_network("Södra nätverket")
    child = make_network("Norra undergruppen", parent=parent)
    event = make_event(child, DAY)
    act(editor_client, "move", [child, event], chooser=goal.pk)
    assert set(below(goal)) == {
        child.pk,
        event.pk,
    }
    assert Page.find_problems() == ([], [], [], [], [])
