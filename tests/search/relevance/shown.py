"""What can be found, with the address that it is found at: that is how a judgement names it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import unquote, urlsplit

from django.urls import reverse
from django.utils.translation import override

from networks.translation import address
from search.models import Findable


@dataclass(frozen=True)
class Shown:
    """``pages`` are the keys of the page that the row stands on and of its translation."""

    kind: str
    title: str
    owners: str
    facts: str
    first_day: date | None
    last_day: date | None
    address: str
    pages: frozenset[int | None]
    page_address: str


def shown(language: str) -> list[Shown]:
    """All that a visitor in ``language`` may find. One query, and those of ``public()`` and of addresses."""
    rows = Findable.objects.public().in_language(language)
    with override(language):
        return list(_shown(rows.select_related("page", "translation", "document")))


def _shown(rows) -> Iterator[Shown]:
    for row in rows:
        page = row.page
        if row.translation:
            page.translation = row.translation
        of_page = path(address(page))
        yield Shown(
            row.kind, row.title, row.owners, row.facts, row.first_day, row.last_day, _address(row) or of_page,
            frozenset({row.page_id, row.translation_id}), of_page,
        )  # fmt: skip


def _address(row):
    if row.kind == "document":
        return path(row.document.url)
    return path(reverse("events:occurrence", args=[row.meeting])) if row.meeting else ""


def path(url: str) -> str:
    """The address without its server, its query and its fragment."""
    return unquote(urlsplit(url).path)
