"""What editors and the clock do to the made-up site. Each act is prepared in the parent and done in the child."""

from datetime import date, timedelta
from uuid import uuid4

from django.contrib.auth import get_user_model
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction, Revision

from events.amending.applying import amend, version
from events.models import CalendarObject, EventPage
from events.models.choices import Status
from gr_site.operations import due, nightly
from gr_site.upkeep.models import Chore
from networks.bin.restoring import restore
from networks.models import Area, BinnedItem, Letter, NetworkPage
from networks.outbox.posting import post
from networks.rights.central import review_workflow
from tests.factories import make_event, make_meeting, make_network
from tests.site import read_site
from tests.translating import first_pages_in_english, translate, write

FIRST = date(2027, 1, 12)


def fill(rng):
    """Three networks with two events each, one joint, and one of each in English."""
    site = read_site()
    get_user_model().objects.create_superuser("alva", "alva@example.org", "hemligt")
    first_pages_in_english(site)
    networks = [make_network(title) for title in ("Förskolenätverket", "Grundskolenätverket", "Vuxennätverket")]
    for network in networks:
        make_event(network, *_days(rng, 6), title="Vårens möten")
        make_event(network, *_days(rng, 3), title="Öppet hus", co_owners=[networks[0]])
    translate(networks[0], {"Förskolenätverket": "The preschool network"})
    translate(EventPage.objects.of_networks([networks[0].pk]).first(), {"Vårens möten": "Meetings in spring"})


def _days(rng, number):
    return [FIRST + timedelta(days=day) for day in sorted(rng.sample(range(200), number))]


def _user():
    return get_user_model().objects.get(username="alva")


def _admin():
    client = Client()
    client.force_login(_user())
    return client


def _swedish(model, rng, **conditions):
    return rng.choice(list(model.objects.filter(locale__language_code="sv", **conditions).order_by("pk")))


def _publish(page):
    page.save_revision(user=_user(), log_action=True).publish(user=_user())


def _changed(event, rng):
    """``event`` in memory with a moved, a cancelled and a new meeting, and perhaps another title."""
    rows = list(event.occurrences.all())
    for row in rng.sample(rows, min(2, len(rows))):
        row.start_date += timedelta(days=1)
        row.status = rng.choice(Status.values)
    event.occurrences = [*rows, make_meeting(FIRST + timedelta(days=rng.randrange(300)))]
    event.title = f"Möten {uuid4().hex[:6]}" if rng.random() < 0.4 else event.title
    return event


def change_event(rng):
    event = _swedish(EventPage, rng, live=True)
    return lambda: _publish(_changed(event, rng))


def rename_network(rng):
    network = _swedish(NetworkPage, rng)
    network.title = f"Nätverket {uuid4().hex[:6]}"
    return lambda: _publish(network)


def rename_area(rng):
    area = Area.objects.first()
    area.name = f"Utbildning {uuid4().hex[:6]}"
    return transaction.atomic(area.save)  # as Wagtail's view does


def withdraw(rng):
    page = _swedish(EventPage, rng, live=True)
    return lambda: page.unpublish(user=_user())


def publish_again(rng):
    pages = list(EventPage.objects.filter(live=False, latest_revision__isnull=False).order_by("pk"))
    return (lambda: pages[0].get_latest_revision().publish(user=_user())) if pages else create(rng)


def create(rng):
    network, rows = _swedish(NetworkPage, rng), _days(rng, 4)
    return lambda: make_event(network, *rows, title=f"Nya möten {uuid4().hex[:6]}")


def copy(rng):
    event, name = _swedish(EventPage, rng, live=True), uuid4().hex[:6]
    return lambda: event.copy(update_attrs={"title": f"Kopia {name}", "slug": f"kopia-{name}"}, user=_user())


def move(rng):
    event = _swedish(EventPage, rng)
    target = _swedish(NetworkPage, rng)
    address = reverse("wagtailadmin_pages:move_confirm", args=[event.pk, target.pk])
    return lambda: _admin().post(address)


def delete(rng):
    if EventPage.objects.count() < 6:
        return create(rng)
    event = _swedish(EventPage, rng)
    return lambda: _admin().post(reverse("wagtailadmin_pages:delete", args=[event.pk]))


def restore_from_bin(rng):
    item = BinnedItem.objects.filter(kind=BinnedItem.Kind.PAGE).order_by("pk").last()
    return (lambda: restore(item, _user())) if item else delete(rng)


def restrict(rng):
    page = _swedish(rng.choice([EventPage, NetworkPage]), rng)
    closed = PageViewRestriction.objects.exists()
    restricted = PageViewRestriction.objects.first().page if closed else page
    address = reverse("wagtailadmin_pages:set_privacy", args=[restricted.pk])
    return lambda: _admin().post(address, {"restriction_type": "none" if closed else "login"})


def change_one_meeting(rng):
    event = _swedish(EventPage, rng, live=True, occurrences__isnull=False)
    row = rng.choice(list(event.occurrences.all()))
    fields = {"status": rng.choice(Status.values), "place": f"Sal {rng.randrange(99)}"}
    return lambda: amend(row, version(row), fields, _user())


def publish_scheduled(rng):
    event = _changed(_swedish(EventPage, rng, live=True), rng)
    revision = event.save_revision()
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=timezone.now() - timedelta(minutes=1))
    return due.run


def approve(rng):
    event = _swedish(EventPage, rng, live=True)
    if not event.workflow_in_progress:
        _changed(event, rng).save_revision(user=_user())
        review_workflow().start(EventPage.objects.get(pk=event.pk), _user())
    state = EventPage.objects.get(pk=event.pk).current_workflow_state.current_task_state
    return lambda: state.approve(user=_user())


def publish_translation(rng):
    translated = EventPage.objects.filter(locale__language_code="en").order_by("pk").first()
    source = (
        translated
        and EventPage.objects.filter(
            translation_key=translated.translation_key, locale__language_code="sv", live=True
        ).first()
    )
    if not source:
        return change_event(rng)
    return lambda: write(source, {source.title: f"Meetings {uuid4().hex[:6]}"})


def send_letters(rng):
    for _number in range(3):
        post(Letter(to=f"{uuid4().hex}@example.org", subject="Hej", text="Hej", kind="test"))
    return due.run


def work_at_night(rng):
    """One work of the night is due, and the feeds need it."""
    Chore.objects.filter(name__in=["rebuild_calendar_objects", rng.choice(nightly.ALL).name]).delete()
    CalendarObject.objects.update(component="gammalt")
    return due.run


ACTS = [
    approve, change_event, change_one_meeting, copy, create, delete, move, publish_again, publish_scheduled,
    publish_translation, rename_area, rename_network, restore_from_bin, restrict, withdraw,
]  # fmt: skip
TASKS = [send_letters, work_at_night]
