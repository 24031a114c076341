"""What may need an editor's attention: a Concern for each question, shared by the panel and the report."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from networks.reviews.due import due_on
from networks.reviews.queries import due_for_review, published_on
from networks.rights.access import editable_networks, is_central

from .documents import unmarked_documents
from .meetings import near_their_end, own_meetings, to_confirm, to_minute
from .networks import without_coming_meetings


@dataclass(frozen=True)
class Row:
    """One thing to attend to. ``day`` is the date it is about, if any."""

    title: str
    about: str
    day: date | None
    url: str
    review: int | None = None  # key of a network that can be marked as still true directly


@dataclass(frozen=True)
class Concern:
    """``find(user, today)`` gives a queryset or a list, ``row`` a Row of each; ``listing`` names the list of all."""

    key: str
    heading: Any
    advice: Any
    find: Callable
    row: Callable
    listing: tuple[str, str]
    central_only: bool = False

    def asked_by(self, user, today):
        return Found(self, self.find(user, today))

    @property
    def list_url(self):
        name, query = self.listing
        return f"{reverse(name)}?{query}"


class Found:
    """What a Concern found for a user. Reads only as many rows as are shown."""

    def __init__(self, concern, things):
        self.concern, self.things = concern, things

    @cached_property
    def count(self):
        return len(self.things) if isinstance(self.things, list) else self.things.count()

    def first(self, number):
        return [self.concern.row(thing) for thing in self.things[:number]] if self.count else []

    @property
    def rows(self):
        return [self.concern.row(thing) for thing in self.things]


def _edit(page_id):
    return reverse("wagtailadmin_pages:edit", args=[page_id])


def _network_row(network):
    return Row(network.title, "", None, _edit(network.pk))


def _review_row(network):
    due = due_on(network.reviewed_on, published_on(network.first_published_at))
    return replace(_network_row(network), day=due, review=network.pk)


def _meeting_row(meeting):
    network = meeting.page.network
    title, about = (network.title, meeting.theme) if network else (meeting.headline, "")
    return Row(title, about, meeting.start_date, _edit(meeting.page_id))


def _series_row(event):
    title, about = (event.network.title, event.title) if event.network else (event.title, "")
    return Row(title, about, event.last_meeting, _edit(event.pk))


def _document_row(document):
    return Row(document.title, "", None, reverse("wagtaildocs:edit", args=[document.pk]))


def _networks(user):
    return editable_networks(user).defer_streamfields().order_by("title", "pk")


CONCERNS = [
    Concern(
        "utan_moten",
        _("Nätverk utan kommande möten"),
        _("Lägg in nästa möten, eller ändra läget om nätverket vilar."),
        lambda user, today: without_coming_meetings(_networks(user), today),
        _network_row,
        ("network_listing", "behov=utan_moten"),
    ),
    Concern(
        "preliminara",
        _("Preliminära möten som snart äger rum"),
        _("Bekräfta eller ställ in. Deltagarna behöver veta en månad i förväg; juli räknas inte."),
        lambda user, today: to_confirm(own_meetings(user), today).with_pages(),
        _meeting_row,
        ("meeting_listing", "behov=preliminara"),
    ),
    Concern(
        "anteckningar",
        _("Möten som saknar anteckningar"),
        _("Lägg till anteckningarna. Publicerar nätverket dem inte här kan du säga det på nätverkets sida."),
        lambda user, today: to_minute(own_meetings(user), today).with_pages(),
        _meeting_row,
        ("meeting_listing", "behov=anteckningar"),
    ),
    Concern(
        "serier",
        _("Serier som snart tar slut"),
        _("Planera nästa termins möten medan alla minns hur det brukar vara."),
        lambda user, today: near_their_end(own_meetings(user), today),
        _series_row,
        ("attention_report", "visa=serier"),
    ),
    Concern(
        "granska",
        _("Sidor som ingen har granskat på ett år"),
        _("Läs igenom sidan. Stämmer den räcker ett klick."),
        lambda user, today: due_for_review(_networks(user), today),
        _review_row,
        ("network_listing", "behov=granska"),
    ),
    Concern(
        "dokument",
        _("Dokument utan märkning om tillgänglighet"),
        _("Ange för varje fil om alla kan läsa den. Lagen kräver att webbplatsen redovisar det."),
        lambda user, today: unmarked_documents(user),
        _document_row,
        ("attention_report", "visa=dokument"),
    ),
]


def concerns_of(user):
    """Every Concern that applies to ``user``: those of this package, then those of the packages above."""
    added = [concern for add in hooks.get_hooks("attention_concerns") for concern in add()]
    return [concern for concern in (*CONCERNS, *added) if not concern.central_only or is_central(user)]


def found_for(user, today, key=""):
    """``[Found]`` for every Concern of ``user``, or only for the one called ``key``, in their order."""
    return [concern.asked_by(user, today) for concern in concerns_of(user) if key in ("", concern.key)]
