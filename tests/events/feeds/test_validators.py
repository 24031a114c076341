"""A feed's validator follows its own content: no wrong 304, and a 304 for all that a change has not reached."""

import re
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.http import parse_http_date
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import PageViewRestriction

from events.models import EventCategory, EventOwner, EventPage
from networks.bin.discarding import put_page_in_bin
from networks.bin.disposing import dispose
from networks.bin.restoring import restore
from networks.models import Area, BinnedItem, NetworkPage
from networks.publication.whole import publication
from tests.factories import (
    make_area,
    make_category,
    make_event,
    make_meeting,
    make_network,
    make_regional_event,
    publish,
)
from tests.translating import first_pages_in_english, locale

START = datetime(2020, 1, 8, 9, 30, tzinfo=UTC)


class World:
    """Three networks in two areas, one of them translated, and a fourth network that no operation touches."""

    def __init__(self, site):
        self.site = site
        first_pages_in_english(site)
        work, school, other = make_area("Arbetsmarknad"), make_area("Utbildning"), make_area("Miljö")
        category = make_category("Träff")
        a, b, c = (make_network(title, area=area) for title, area in (("A", work), ("B", school), ("C", school)))
        self.untouched = make_network("Miljönätverket", area=other)
        events = [
            make_event(a, make_meeting("2020-02-07", theme="Tema"), "2020-03-06", category=category),
            make_event(b, "2020-02-07", title="Gemensam dag", co_owners=[c]),
            make_event(c, "2020-05-08", make_meeting("2020-05-09", status="tentative"), title="Kurs"),
            make_regional_event("2020-06-05", category=category),
        ]
        calm = make_event(self.untouched, "2020-02-07", "2020-09-04")
        self.networks, self.events = ([page.translation_key for page in pages] for pages in ((a, b, c), events))
        self.areas = [area.translation_key for area in (work, school)]
        for page in (a, events[0]):
            in_english(page)
        calm, key = self.untouched.translation_key, calm.translation_key
        self.calm = [
            f"/ics/natverk/{calm}.ics",
            f"/ics/natverk/{calm}.ics?sprak=en",
            f"/ics/handelse/{key}.ics",
            f"/ics/omrade/{other.translation_key}.ics",
            f"/ics/mina/{calm.hex[:8]}.ics",
            f"/ics/urval.ics?natverk={calm.hex[:8]}&form=on_site",
            f"/ics/urval.ics?q=m%C3%B6te&omrade={other.translation_key.hex[:8]}&sprak=en",
            f"/atom/natverk/{calm}.xml",
        ]
        meeting = events[0].occurrences.first().translation_key
        self.addresses = [
            *("/ics/regionen.ics", "/ics/regionen.ics?sprak=en", "/atom/regionen.xml"),
            *self.choices(a, school, category),
            *(f"/ics/natverk/{key}.ics" for key in self.networks),
            *(f"/ics/natverk/{key}.ics?sprak=en" for key in self.networks),
            *(f"/atom/natverk/{key}.xml" for key in self.networks),
            *(f"/ics/omrade/{key}.ics" for key in self.areas),
            *(f"/ics/handelse/{key}.ics{asked}" for key in self.events[:2] for asked in ("", "?sprak=en")),
            f"/ics/mote/{meeting}.ics?sprak=en",
            f"/ics/mina/{a.translation_key.hex[:8]}-{c.translation_key.hex[:8]}.ics",
            *self.calm,
        ]

    @staticmethod
    def choices(network, area, category):
        network, area, kind = (thing.translation_key.hex[:8] for thing in (network, area, category))
        asked = ["q=tema", "q=plats", "form=on_site", f"slag={kind}", f"natverk={network}&q=namn", f"omrade={area}"]
        asked += [f"natverk={network}&slag={kind}", f"omrade={area}&q=tema&sprak=en", "q=namn&sprak=en"]
        return [f"/ics/urval.ics?{query}" for query in asked]

    def network(self, number, language="sv"):
        key = self.networks[number % len(self.networks)]
        return NetworkPage.objects.filter(translation_key=key, locale=locale(language)).first()

    def event(self, number, language="sv"):
        key = self.events[number % len(self.events)]
        return EventPage.objects.filter(translation_key=key, locale=locale(language)).first()


def in_english(page, title=""):
    copy = page.copy_for_translation(locale("en"))
    copy.title = title or f"{page.title} in English"
    return publish(copy)


def some_page(world, number, language="sv"):
    pick = world.network if number % 2 else world.event
    return pick(number // 2, language)


def publish_unchanged(world, number):
    if page := some_page(world, number):
        publish(page)


def change_a_row(world, number):
    if event := world.event(number):
        rows = list(event.occurrences.all())
        name, value = [("theme", f"Nytt tema {number}"), ("status", "cancelled"), ("place", "Kungälv"), ("note", "!")][
            number % 4
        ]
        setattr(rows[number % len(rows)], name, value)
        event.occurrences = rows
        publish(event)


def add_or_remove_a_row(world, number):
    if event := world.event(number):
        rows = list(event.occurrences.all())
        event.occurrences = rows[1:] if len(rows) > 1 else [*rows, make_meeting("2020-10-02")]
        publish(event)


def change_what_the_rows_share(world, number):
    if event := world.event(number):
        event.place, event.introduction = f"Plats {number}", f"Text {number}"
        publish(event)


def rename(world, number):
    if page := some_page(world, number, ("sv", "en")[number % 3 == 0]):
        page.title = f"Namn {number}"
        publish(page)


def change_the_address(world, number):
    if page := some_page(world, number, ("sv", "en")[number % 3 == 0]):
        page.slug = f"adress-{number}"
        publish(page)


def write_on_the_page(world, number):
    if network := world.network(number):
        network.purpose = f"<p>Nytt uppdrag {number}.</p>"
        publish(network)


def change_the_area(world, number):
    if network := world.network(number):
        network.area = Area.objects.get(translation_key=world.areas[number % 2], locale=locale("sv"))
        network.second_area = None
        publish(network)


def withdraw_or_publish(world, number):
    if page := some_page(world, number, ("sv", "en")[number % 3 == 0]):
        page.unpublish() if page.live else publish(page)


def change_the_owners(world, number):
    if event := world.event(number):
        others = set(event.co_owners.values_list("network", flat=True))
        found = [page for page in map(world.network, range(3)) if page and page.pk != event.network_id]
        event.co_owners = [
            EventOwner(network=page) for page in found if (page.pk in others) is (page.pk % 2 == number % 2)
        ]
        publish(event)


def translate(world, number):
    page = some_page(world, number)
    parent = page and page.get_parent().get_translation_or_none(locale("en"))
    if page and parent and not some_page(world, number, "en"):
        in_english(page, f"English {number}")


def delete_the_translation(world, number):
    if page := some_page(world, number, "en"):
        page.delete()


def delete(world, number):
    if number % 5 == 0 and (page := some_page(world, number)):
        page.delete()


def rename_an_area_or_category(world, number):
    model, name = ((Area, "Utbildning"), (EventCategory, "Träff"))[number % 2]
    key = world.areas[1] if model is Area else make_category(name).translation_key
    language = ("sv", "en")[number % 4 > 1]
    thing = model.objects.filter(translation_key=key, locale=locale(language)).first()
    if thing is None:
        thing = model.objects.get(translation_key=key, locale=locale("sv")).copy_for_translation(locale(language))
    thing.name = f"{name} {number}" if model is Area or language == "en" else name
    thing.save()


def restrict_or_open(world, number):
    if page := some_page(world, number, ("sv", "en")[number % 3 == 0]):
        found = PageViewRestriction.objects.filter(page=page)
        if found.exists():
            found.get().delete()
        else:
            PageViewRestriction.objects.create(page=page, restriction_type="login")


def move(world, number):
    event, network = world.event(number), world.network(number // 2)
    if event and network and event.network_id != network.pk:
        event.move(network, pos="last-child")


def put_in_bin(world, number):
    if page := some_page(world, number):
        put_page_in_bin(page, None)


def restore_from_bin(world, number):
    if item := BinnedItem.objects.order_by("pk").last():
        restore(item, None)


def dispose_of(world, number):
    if item := BinnedItem.objects.order_by("pk").last():
        dispose([item], None, decided_by="Alva", why="Gallringsplanen")


def put_in_bin_and_restore(world, number):
    put_in_bin(world, number)
    restore_from_bin(world, number)


def move_all_addresses(world, number):
    world.site.networks.refresh_from_db()
    world.site.networks.slug = f"natverk-{number}"
    publish(world.site.networks)


EVERYTHING = [move_all_addresses, change_the_address]
SCOPED = [
    publish_unchanged, change_a_row, add_or_remove_a_row, change_what_the_rows_share, rename, write_on_the_page,
    change_the_area, withdraw_or_publish, change_the_owners, translate, delete_the_translation, delete,
    rename_an_area_or_category, restrict_or_open, move, put_in_bin, put_in_bin_and_restore, restore_from_bin,
    dispose_of,
]  # fmt: skip


@pytest.fixture
def world(site):
    with time_machine.travel(START, tick=False) as clock:
        world = World(site)
        world.clock = clock
        clock.shift(60)
        yield world


@contextmanager
def undone_afterwards():
    with transaction.atomic():
        try:
            yield
        finally:
            transaction.set_rollback(True)


def read(world):
    """``{address: (status, body, ETag, Last-Modified in seconds or None)}``, without what the site has cached."""
    client, found = Client(), {}
    for address in world.addresses:
        cache.clear()
        response = client.get(address)
        modified = response.headers.get("Last-Modified")
        found[address] = (
            response.status_code,
            response.content,
            response.headers.get("ETag"),
            modified and parse_http_date(modified),
        )
    return found


def times(body):
    """``{uid: LAST-MODIFIED}``"""
    text = body.decode().replace("\r\n ", "")
    uids, moments = (re.findall(rf"\r\n{name}:(\S+)", text) for name in ("UID", "LAST-MODIFIED"))
    return dict(zip(uids, moments, strict=True))


def compare(before, after, what):
    for address, (status, body, etag, modified) in after.items():
        old_status, old_body, old_etag, old_modified = before[address]
        if (status, body) != (old_status, old_body):
            assert etag != old_etag, f"wrong 304 for {address} after {what}"
        if modified and old_modified:
            assert modified >= old_modified, f"Last-Modified of {address} fell after {what}"
        if "/ics/" in address and status == old_status == 200:
            old, new = times(old_body), times(body)
            assert all(new[uid] >= old[uid] for uid in new.keys() & old.keys()), f"{address} after {what}"


def still_304(world, before, what):
    for address in world.calm:
        with CaptureQueriesContext(connection) as captured:
            response = Client().get(address, headers={"If-None-Match": before[address][2]})
        assert (response.status_code, len(captured)) == (304, 1), f"{address} after {what}"


def step(world, before, operation, number):
    """What is read after the operation."""
    what = f"{operation.__name__}({number})"
    world.clock.shift(timedelta(seconds=60))
    with publication():
        operation(world, number)
    world.clock.shift(timedelta(seconds=60))
    after = read(world)
    compare(before, after, what)
    if operation in SCOPED:
        still_304(world, before, what)
    return after


def test_each_change_reaches_its_feeds_and_no_others(world):
    before = read(world)
    for number, operation in enumerate(SCOPED + EVERYTHING):
        with undone_afterwards():
            step(world, before, operation, number)


@pytest.mark.long
@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=st.lists(st.tuples(st.sampled_from(SCOPED + EVERYTHING), st.integers(0, 60)), min_size=4, max_size=6))
def test_validators_follow_the_contents_whatever_happens(world, steps):
    with undone_afterwards():
        before = read(world)
        for operation, number in steps:
            before = step(world, before, operation, number)
