"""What editors, administrators and the clock do that hides something or shows it again."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta

from django.core.management import call_command
from django.utils import timezone
from hypothesis import strategies as st
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from events.models import EventOwner, EventPage
from networks.bin.discarding import put_page_in_bin
from networks.bin.restoring import CannotRestore, restore
from networks.consent.answering import answer
from networks.models import Area, BinnedItem, Consent, NetworkPage, Term
from networks.models.consent import Answer
from tests.factories import publish

KINDS = ("login", "password", "groups")


def restrict(content, which, other, clock):
    page = _page(content, which)
    if page and not page.get_view_restrictions().filter(page=page).exists():
        PageViewRestriction.objects.create(page=page, restriction_type=KINDS[other % 3], password="x")


def open_again(content, which, other, clock):
    if rows := list(PageViewRestriction.objects.order_by("pk")):
        rows[which % len(rows)].delete()


def unpublish(content, which, other, clock):
    if page := _page(content, which):
        page.specific.unpublish()


def publish_again(content, which, other, clock):
    if page := _page(content, which):
        publish(page.specific)


def expire(content, which, other, clock):
    if page := _page(content, which):
        page = page.specific
        page.expire_at = timezone.now() + timedelta(days=1)
        publish(page)


def move(content, which, other, clock):
    page, target = _page(content, which), _page(content, other, content.networks)
    movable = page and target and page.specific_class in (NetworkPage, EventPage)
    if movable and not target.is_descendant_of(page) and target.pk != page.pk and page.get_parent().pk != target.pk:
        page.move(target, pos="last-child")


def delete(content, which, other, clock):
    if page := _page(content, which):
        page.specific.delete()


def bin_(content, which, other, clock):
    if page := _page(content, which):
        put_page_in_bin(page.specific, None)


def take_out_of_bin(content, which, other, clock):
    if items := list(BinnedItem.objects.order_by("pk")):
        with suppress(CannotRestore):
            restore(items[which % len(items)], None)


def change_co_owners(content, which, other, clock):
    event = _page(content, which, content.events)
    network = _page(content, other, content.networks)
    if not event or not network:
        return
    event = event.specific
    owners = [owner.network for owner in event.co_owners.all()]
    kept = [owner for owner in owners if owner.pk != network.pk]
    event.co_owners = [
        EventOwner(network=each) for each in (kept if len(kept) < len(owners) else [*owners, network.specific])
    ]
    publish(event)


def answer_for_network(content, which, other, clock):
    if consents := list(Consent.objects.order_by("pk")):
        answer(consents[which % len(consents)], (Answer.NO, Answer.YES, Answer.WAITING)[other % 3], None)


def end_membership(content, which, other, clock):
    network = _page(content, which, content.networks)
    if network:
        network = network.specific
        seats = list(network.members.all())
        seats[other % len(seats)].valid_until = timezone.localdate() + timedelta(days=other % 3 - 1)
        network.members = seats
        publish(network)


def change_area(content, which, other, clock):
    if network := _page(content, which, content.networks):
        network = network.specific
        areas = list(Area.objects.order_by("pk"))
        network.area = areas[other % len(areas)]
        publish(network)


def close_document(content, which, other, clock):
    document = content.documents[which % len(content.documents)]
    document.collection = content.closed if other % 2 else Collection.get_first_root_node()
    document.save()


def close_collection(content, which, other, clock):
    root = Collection.get_first_root_node()
    restrictions = CollectionViewRestriction.objects.filter(collection=root if which % 2 else content.closed)
    if restrictions:
        restrictions[0].delete()
    else:
        CollectionViewRestriction.objects.create(
            collection=root if which % 2 else content.closed, restriction_type=KINDS[other % 2], password="x"
        )


def remove_term(content, which, other, clock):
    for term in Term.objects.all():
        term.delete()


def days_pass(content, which, other, clock):
    """And on the next day the command of each minute has run."""
    clock.shift(timedelta(days=1 + which % 3))
    call_command("publish_scheduled")


ACTS = [
    restrict, open_again, unpublish, publish_again, expire, move, delete, bin_, take_out_of_bin, change_co_owners,
    answer_for_network, end_membership, change_area, close_document, close_collection, remove_term, days_pass,
]  # fmt: skip
numbers = st.integers(0, 11)
steps = st.lists(st.tuples(st.sampled_from(ACTS), numbers, numbers), min_size=1, max_size=6)


def _page(content, number, among=None):
    """A page that is still there, fresh from the database; None if it is gone."""
    chosen = among or [*content.networks, *content.events, *content.pages]
    return Page.objects.filter(pk=chosen[number % len(chosen)].pk).first()


START = datetime(2026, 4, 15, 8, tzinfo=UTC)
