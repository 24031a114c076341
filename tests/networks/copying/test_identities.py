"""A copy's meetings, members and documents are its own from the moment it is made, and stay the same ones."""

from datetime import timedelta

import pytest
from django.db.models.signals import pre_save
from django.urls import reverse
from modelcluster.models import get_all_child_relations
from wagtail.models import Page

from events.models import CalendarObject, EventPage
from networks.models import NetworkContact, NetworkDocument, NetworkMember, NetworkPage
from tests.factories import make_event, make_meeting, make_network, make_organisation, publish
from tests.shared_fixtures import shared_fixture
from tests.translating import submit, translate

DAYS = ["2020-02-07", "2020-04-24", "2020-09-11"]


@shared_fixture()
def network(site):
    """A published network with rows of every sort, an event that was moved once, and drafts of both."""
    network = make_network()
    network.members = [NetworkMember(organisation=make_organisation(), role="chair")]
    network.contacts = [NetworkContact(name="Anna Berg", title="Samordnare")]
    network.documents = [NetworkDocument(title="Uppdrag", access="registered")]
    network = publish(network)
    event = make_event(network, *DAYS, introduction="Vi ses.")
    event.occurrences = [*event.occurrences.all()]
    event.occurrences.all()[0].start_date += timedelta(days=1)
    event = publish(event)
    event.occurrences.add(make_meeting("2020-11-27"))
    event.introduction = "Vi ses snart."
    event.save_revision()
    network.contacts.add(NetworkContact(name="Bo Lind"))
    network.save_revision()
    return NetworkPage.objects.get(pk=network.pk)


def copy(editor_client, page, *, publish_copies=True, **fields):
    """What the form for copying does. Gives the copy."""
    data = {"new_title": "Kopian", "new_slug": "kopian", "new_parent_page": page.get_parent().pk}
    data |= {"copy_subpages": "on"} | ({"publish_copies": "on"} if publish_copies else {}) | fields
    response = editor_client.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), data)
    assert response.status_code == 302
    return Page.objects.get(slug="kopian").specific


def keys(page):
    """``{(relation, index): key}`` of the published rows with a key."""
    page = type(page).objects.get(pk=page.pk)
    return {
        (name, index): str(row.translation_key)
        for name in relations(page)
        for index, row in enumerate(getattr(page, name).order_by("pk"))
        if hasattr(row, "translation_key")
    }


def relations(page):
    return [relation.get_accessor_name() for relation in get_all_child_relations(page)]


def drafted(page):
    """The keys in each of the page's revisions, the latest last. Wagtail copies them in no order, with their times."""
    contents = page.revisions.order_by("created_at").values_list("content", flat=True)
    return [
        {str(row["translation_key"]) for name in relations(page) for row in content[name] if "translation_key" in row}
        for content in contents
    ]


def tree(page):
    return [page, *page.get_descendants().specific()]


@pytest.mark.parametrize("publish_copies", [True, False])
def test_rows_and_revisions_of_a_copy_name_the_same_meetings(network, editor_client, publish_copies):
    before = [(keys(page), drafted(page)) for page in tree(network)]
    made = copy(editor_client, network, publish_copies=publish_copies)
    assert [(keys(page), drafted(page)) for page in tree(network)] == before
    for original, page in zip(tree(network), tree(made), strict=True):
        mine, theirs = keys(page), keys(original)
        assert mine.keys() == theirs.keys()
        assert not {*mine.values()} & {*theirs.values()}
        # What is the same row in two revisions of the original is the same row in two of the copy.
        of = {original_key: mine[place] for place, original_key in theirs.items()}
        *copied, newest = drafted(page)
        shared = [{of[key] for key in revision & of.keys()} for revision in drafted(original)]
        assert [{*revision} & {*mine.values()} for revision in copied] == shared
        assert newest == copied[-1] >= {*mine.values()}
        assert len(newest - {*mine.values()}) == 1  # the row that is only in the draft


def test_editing_and_publishing_a_copy_keeps_its_identities(network, editor_client):
    made = copy(editor_client, network)
    event = EventPage.objects.child_of(made).get()
    uids, before = keys(event), {**keys(made)}
    event.get_latest_revision_as_object().save_revision().publish()
    made.get_latest_revision_as_object().save_revision().publish()
    assert keys(event).items() >= uids.items()
    assert keys(made).items() >= before.items()
    event.revisions.order_by("created_at").first().publish()
    assert keys(event) == uids


def test_a_copys_sequence_begins_at_nought_and_the_originals_goes_on(network, editor_client):
    event = EventPage.objects.child_of(network).get()
    before = dict(CalendarObject.objects.values_list("uid", "sequence"))
    made = EventPage.objects.child_of(copy(editor_client, network)).get()
    publish(made.get_latest_revision_as_object())
    of_copy = CalendarObject.objects.filter(event=made).values_list("sequence", flat=True)
    assert (sorted(before.values()), list(of_copy)) == ([0, 0, 1], [0, 0, 0, 0])
    assert dict(CalendarObject.objects.filter(event=event).values_list("uid", "sequence")) == before


def test_a_translation_of_a_copy_shares_its_identities(network, editor_client, site):
    for page in (site.home, site.networks):
        translate(page, {page.slug: f"{page.slug}-en"})
    made = copy(editor_client, network)
    event = EventPage.objects.child_of(made).get()
    submit(made)
    english = submit(event)
    assert keys(english) == keys(event)
    publish(event.get_latest_revision_as_object())
    english = translate(event, {})
    assert keys(english) == keys(event)
    assert not {*keys(english).values()} & {*keys(EventPage.objects.child_of(network).get()).values()}


def test_a_copy_of_a_translation_has_identities_of_its_own(network, editor_client, site):
    for page in (site.home, site.networks):
        translate(page, {page.slug: f"{page.slug}-en"})
    english = translate(network, {})
    made = copy(editor_client, english)
    assert drafted(made)[-1] == {*keys(made).values()}
    assert not {*keys(made).values()} & {*keys(network).values()}


def test_a_copy_that_fails_halfway_leaves_nothing(network, editor_client):
    def fail(instance, **kwargs):
        raise RuntimeError("the database has gone away")

    pages = Page.objects.count()
    pre_save.connect(fail, sender=EventPage)
    try:
        with pytest.raises(RuntimeError):
            copy(editor_client, network)
    finally:
        pre_save.disconnect(fail, sender=EventPage)
    assert Page.objects.count() == pages
    assert Page.find_problems() == ([], [], [], [], [])
    assert NetworkPage.objects.count() == 1
