"""A scheduled page that cannot be published keeps its time, stops no other, and its editors are told once."""

from contextlib import contextmanager
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.db import OperationalError, transaction
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Page, Revision

from events.attention.concerns import found_for
from events.models import EventPage
from gr_site.operations import due, scheduled, setback_letters
from gr_site.upkeep.models import Setback
from networks.models import Letter, NetworkEditors
from tests.examples import examples
from tests.factories import make_event, make_network
from tests.gr_site.operations.due_pages import pass_by, schedule
from tests.shared_fixtures import shared_fixture

KINDS = ("good", "taken address", "invalid row", "no title", "unreadable")


@shared_fixture()
def events(site):
    network = make_network("Barn")
    return [make_event(network, "2027-02-05", title=f"Möte {number}") for number in range(4)]


@pytest.fixture
def eva(events):
    user = get_user_model().objects.create_user("eva", "eva@example.org", "x")
    user.groups.add(NetworkEditors.objects.get(network_key=events[0].network.translation_key).group)
    return user


def arrange(event, kind):
    """Let ``event`` be due with new words, as a revision that is as ``kind`` says."""
    event = EventPage.objects.get(pk=event.pk)  # what an earlier example did to it is undone
    revision = schedule(event, timezone.now() + timedelta(hours=1), title=f"Nytt: {event.title}")
    pass_by(revision)
    if kind == "taken address":
        revision.content["slug"] = event.get_siblings(inclusive=False).last().slug
    elif kind == "invalid row":
        revision.content["occurrences"][0]["status"] = "finns inte"
    elif kind == "no title":
        revision.content["title"] = ""
    elif kind == "unreadable":
        revision.content["start_time"] = "klockan åtta"
    revision.save(update_fields=["content"])
    return revision


def mend(revision, event):
    revision.content |= {"slug": event.slug}
    revision.save(update_fields=["content"])


@contextmanager
def undone_afterwards():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@settings(max_examples=examples(12), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(kinds=st.lists(st.sampled_from(KINDS), min_size=1, max_size=3))
def test_all_good_ones_are_published_and_bad_ones_keep_their_time(events, kinds):
    with undone_afterwards():
        made = [(kind, event, arrange(event, kind)) for kind, event in zip(kinds, events, strict=False)]
        times = {revision.pk: revision.approved_go_live_at for _, _, revision in made}
        this = due.run()
        bad = {revision.pk for kind, _, revision in made if kind != "good"}
        published = {event.pk for kind, event, _ in made if kind == "good"}
        assert this.faults == len(bad)
        assert set(Page.objects.filter(title__startswith="Nytt:").values_list("pk", flat=True)) == published
        kept = Revision.objects.exclude(approved_go_live_at=None).values_list("pk", "approved_go_live_at")
        assert dict(kept) == {pk: times[pk] for pk in bad}
        assert set(Setback.objects.values_list("revision", flat=True)) == bad


def test_it_is_tried_again_after_growing_pauses_until_it_works(events, eva, caplog):
    revision, start, tries = arrange(events[0], "taken address"), timezone.now(), []
    for minute in range(17):
        with time_machine.travel(start + timedelta(minutes=minute), tick=False):
            if due.run().faults:
                tries.append(minute)
    assert tries == [0, 1, 3, 7, 15]
    mend(revision, events[0])
    with time_machine.travel(start + timedelta(hours=1), tick=False):
        assert due.run().lines[0] == f"Nytt: Möte 0 ({revision.pk})"
    assert Page.objects.get(pk=events[0].pk).title == "Nytt: Möte 0"
    assert not Setback.objects.exists()
    letters = Letter.objects.filter(kind="setback").order_by("created")
    assert [(letter.to, letter.subject) for letter in letters] == [
        ("eva@example.org", "Sidan ”Nytt: Möte 0” kunde inte publiceras i tid"),
        ("eva@example.org", "Nu är sidan ”Nytt: Möte 0” publicerad"),
    ]


def test_the_letter_says_why_and_where(events, eva, monkeypatch):
    monkeypatch.setattr(due.Round, "_send_letters", lambda self: None)  # a letter that is sent keeps no text
    arrange(events[0], "taken address")
    due.run()
    text = Letter.objects.get().text
    assert text.startswith("Hej eva!\n\nSidan ”Nytt: Möte 0” skulle publiceras nu, men det gick inte.\n")
    assert f"    Adressen ”{events[3].slug}” används redan av en annan sida.\n" in text
    assert reverse("wagtailadmin_pages:edit", args=[events[0].pk]) in text


def test_the_editor_sees_it_on_the_page_and_on_the_dashboard_and_nobody_elses_editor_does(events, eva, client):
    revision = arrange(events[0], "taken address")
    due.run()
    client.force_login(eva)
    address = reverse("wagtailadmin_pages:edit", args=[events[0].pk])
    assert "används redan av en annan sida. Rätta det och publicera sidan." in client.get(address).content.decode()
    today = timezone.localdate()
    (found,) = found_for(eva, today, "ej-publicerat")
    assert [row.title for row in found.rows] == [Page.objects.get(pk=events[0].pk).specific.get_admin_display_title()]
    other = get_user_model().objects.create_user("nils", "nils@example.org", "x")
    other.groups.add(NetworkEditors.objects.get(network_key=make_network("Unga").translation_key).group)
    assert found_for(other, today, "ej-publicerat")[0].count == 0
    mend(revision, events[0])
    revision.publish()  # by hand
    assert found_for(eva, today, "ej-publicerat")[0].count == 0
    due.run()
    assert not Setback.objects.exists()


def test_what_cannot_be_withdrawn_is_tried_again_too(events, eva, monkeypatch, caplog):
    def fails(*_args, **_options):
        raise RecursionError("a fault")

    Page.objects.filter(pk=events[0].pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    with monkeypatch.context() as patch:
        patch.setattr(Page, "unpublish", fails)
        assert [due.run().faults, due.run().faults] == [1, 0]
    Setback.objects.update(not_before=timezone.now())
    assert due.run().faults == 0
    assert not Page.objects.get(pk=events[0].pk).live
    subjects = Letter.objects.filter(kind="setback").order_by("created").values_list("subject", flat=True)
    assert list(subjects) == ["Sidan ”Möte 0” kunde inte avpubliceras i tid", "Nu är sidan ”Möte 0” avpublicerad"]


def test_a_database_that_is_busy_says_nothing_of_the_page(events, eva, monkeypatch, caplog):
    def fails(*_args, **_options):
        raise OperationalError("deadlock detected")

    revision = arrange(events[0], "good")
    with monkeypatch.context() as patch:
        patch.setattr(scheduled, "_require_ready", fails)
        assert due.run().faults == 1
    assert not Setback.objects.exists()
    assert due.run().lines[0] == f"Nytt: Möte 0 ({revision.pk})"
    assert not Letter.objects.exists()


def test_without_editors_the_administrators_are_told(events, admin_user):
    assert setback_letters.who_may_publish(Page.objects.get(pk=events[0].pk)) == [admin_user]
