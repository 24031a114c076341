"""Made-up areas, organisations, networks, editors and meetings for tests. They need the ``site`` fixture's pages.

Pages are published as an editor would (revision, publish, signals) unless ``live=False`` asks for a draft.
"""

from contextlib import contextmanager, nullcontext
from datetime import date, time
from unittest.mock import patch

from django.contrib.auth import get_user_model
from django.utils.text import slugify
from modelsearch import signal_handlers
from wagtail.models import Locale, Page
from wagtail.signal_handlers import disable_reference_index_auto_update

from events.models import CalendarPage, EventCategory, EventOwner, EventPage, Occurrence
from networks.models import Area, NetworkIndexPage, NetworkPage, Organisation
from networks.rights.groups import editors_of

EIGHT_THIRTY, HALF_PAST_ELEVEN = time(8, 30), time(11, 30)


def make_area(name="Utbildning", **fields):
    """The area of that name, made if there is none."""
    area, _ = Area.objects.get_or_create(name=name, defaults={"slug": slugify(name), "locale": source(), **fields})
    return area


def make_organisation(name="Mölndals stad", **fields):
    organisation, _ = Organisation.objects.get_or_create(name=name, defaults=fields)
    return organisation


def make_category(name="Nätverksmöte", **fields):
    defaults = {"slug": slugify(name), "locale": source(), **fields}
    category, _ = EventCategory.objects.get_or_create(name=name, defaults=defaults)
    return category


def make_network(title="Förskolenätverket", *, parent=None, live=True, **fields):
    """A network under ``parent`` (the list of networks unless given), in the area Utbildning unless given."""
    fields = {"area": None, **fields}
    fields["area"] = fields["area"] or make_area()
    return add_page(parent or NetworkIndexPage.objects.get(locale=source()), NetworkPage(title=title, **fields), live)


def make_editor(network, name="nils"):
    """A made-up editor of ``network``, in its group and no other."""
    user = get_user_model().objects.create_user(name, f"{name}@example.org", "hemligt")
    user.groups.set([editors_of(network).group])
    return user


def make_meeting(day, **fields):
    """An unsaved row; ``day`` and ``end_date`` are dates or ISO text (``"2020-02-07"``)."""
    if "end_date" in fields:
        fields["end_date"] = local_date(fields["end_date"])
    return Occurrence(start_date=local_date(day), **fields)


def make_event(parent, *rows, title="Möten", live=True, co_owners=(), **fields):
    """An event under a network or the calendar. ``rows`` are what ``make_meeting`` gives, or days.

    The usual times are 08.30-11.30 and the usual place is Mölndal, unless given.
    """
    fields = {"start_time": EIGHT_THIRTY, "end_time": HALF_PAST_ELEVEN, "place": "Stadshuset, Mölndal", **fields}
    page = EventPage(title=title, **fields)
    page.occurrences = [row if isinstance(row, Occurrence) else make_meeting(row) for row in rows]
    page.co_owners = [EventOwner(network=network) for network in co_owners]
    return add_page(parent, page, live)


def make_regional_event(*rows, title="Regional konferens", **fields):
    """An event of the whole region, without a network."""
    return make_event(CalendarPage.objects.get(locale=source()), *rows, title=title, **fields)


def add_page(parent, page, live=True):
    """``page`` saved below ``parent`` and, if ``live``, published through a revision. Gives the stored page."""
    page.live = False
    with not_indexed_yet() if live else nullcontext():
        # Treebeard counts on a parent that is fresh from the database.
        Page.objects.get(pk=parent.pk).add_child(instance=page)
        revision = page.save_revision()
    if live:
        revision.publish()
    return type(page).objects.get(pk=page.pk)


def publish(page):
    """Publish what has been changed on ``page`` in memory, rows included. Gives the stored page."""
    with not_indexed_yet():
        revision = page.save_revision()
    revision.publish()
    return type(page).objects.get(pk=page.pk)


@contextmanager
def not_indexed_yet():
    """Leaves out what Wagtail writes to its indexes at every save: the publication that follows writes it anew."""
    with disable_reference_index_auto_update(), patch.object(signal_handlers, "insert_or_update_object_task"):
        yield


def local_date(day):
    return date.fromisoformat(day) if isinstance(day, str) else day


def source():
    """The locale of the source language, Swedish."""
    return Locale.objects.get(language_code="sv")
