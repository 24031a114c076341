"""Prepares a page of answers for the template."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePath

from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import override

from events.days.date_format import format_date
from events.models import EventPage, Occurrence
from events.models.owners import joint_owner
from events.templatetags.meeting_dates import PLAIN_TITLES
from networks.models.choices import Kind
from networks.translation import address

from ..analysis.exact import exactly
from ..analysis.folding import fold
from ..analysis.marking import excerpt, marked
from ..models import Findable
from ..models.choices import HitKind

LONGEST_SUMMARY = 220
# Lines of a document that its summary may have.
FEW_LINES = 8
# What a row leads to, and what is read of it and of the row to name it and to give its address.
_LED_TO = ("page", "translation", "document")
_LABELLED = (
    "kind", "variety", "language", "meeting", "title", "owners", "first_day",
    "page__url_path", "page__locale", "translation__url_path", "translation__locale",
    "document__title", "document__file",
)  # fmt: skip


@dataclass
class Hit:
    """``title`` and ``excerpt`` are HTML with ``<mark>``; ``language`` is the language of the text.

    A network may have ``meetings``, the best of the ``number`` that match, and ``all_meetings``, the address of all.
    """

    kind: str
    label: str
    owners: list[str]
    title: SafeString
    url: str
    excerpt: SafeString
    when: SafeString
    next_day: date | None
    past: bool
    cancelled: bool
    areas: list[str]
    language: str
    # Whether the title only says that it is a meeting.
    untitled: bool = False
    meetings: list["Hit"] = field(default_factory=list)
    number: int = 0
    all_meetings: str = ""

    @property
    def only_in(self):
        """'Bara på svenska' for what is not in the visitor's language, else ''."""
        return _("Bara på svenska") if self.language == settings.LANGUAGE_CODE else ""

    @property
    def plain_text(self):
        """The text of the hit that the visitor reads."""
        return strip_tags(" ".join([self.title, *self.owners, self.excerpt]))


def hits(groups, found, *, today, language, request=None, all_of=None):
    """The hits for ``groups``, a page of ``found``: see ``analysis.grouping``.

    ``all_of`` gives the address of all hits that are a network's meetings. Two queries: the rows, and the next day of
    those with several.
    """
    answers = [answer for group in groups for answer in [group.head, *group.meetings] if answer]
    headless = {group.network for group in groups if group.head is None}
    shown = _rows(answers, besides=[row for key, _name, row in found.known.network_slugs.values() if key in headless])
    days = _next_days(shown.values(), today)
    names = dict(found.known.areas.values())
    by_network = {row.network_id: row for row in shown.values() if row.kind == HitKind.NETWORK}

    exact = exactly(found.operators.phrases, found.query)

    def hit(row, *, brief=False):
        return _hit(row, found.query, exact, days.get(row.pk), names, today, language, request, brief=brief)

    made = []
    for group in groups:
        head = shown.get(group.head.pk) if group.head else by_network.get(group.network)
        meetings = [shown[one.pk] for one in group.meetings if one.pk in shown]
        if head is None:
            made += map(hit, meetings)
            continue
        made.append(hit(head))
        made[-1].meetings = [hit(row, brief=True) for row in meetings]
        if all_of and meetings and group.number > len(meetings):
            made[-1].number, made[-1].all_meetings = group.number, all_of(group.network)
    return made


def labelled(answers, *, language, request=None):
    """``[{"title", "kind", "url"}]`` for ``answers``, for the suggestions below the search box. One query, which reads
    no more than is shown: this is done for each letter that somebody types."""
    if not answers:
        return []
    return [
        {
            "title": row.title,
            "kind": " · ".join([_told(row), *row.owners.splitlines()]),
            "url": url_of(row, language, request),
        }
        for row in _in_order(answers, Findable.objects.public().select_related(*_LED_TO).only(*_LABELLED))
    ]


def _told(row):
    """The kind of the row and, for a meeting, when it is."""
    if row.meeting:
        return format_date(row.first_day, weekday=False, language="en" if row.language == "en" else "sv")
    return str(_label(row))


def _rows(answers, besides=()):
    """``{key: row}`` of the public rows for ``answers``, in order, and then for the keys ``besides``."""
    rows = Findable.objects.public().select_related("page", "translation", "network", "document")
    keys = dict.fromkeys([*(answer.pk for answer in answers), *besides])
    found = rows.defer("title_terms", "fact_terms", "text_terms", "lent_terms").in_bulk(list(keys))
    return {key: found[key] for key in keys if key in found}


def _in_order(answers, rows):
    found = rows.in_bulk([answer.pk for answer in answers])
    return [found[answer.pk] for answer in answers if answer.pk in found]


def _hit(row, query, exact, next_day, names, today, language, request, *, brief):
    """With ``brief`` without what the text of the row says."""
    single = row.meeting is not None
    when, _line, facts = row.facts.partition("\n") if single else ("", "", row.facts)
    title = row.title if brief else _title(row)
    return Hit(
        kind=row.kind,
        label=_label(row),
        owners=_owners(row),
        title=mark_safe(marked(title, query, row.language, exact)),  # noqa: S308 - ``marked`` escapes
        url=url_of(row, language, request),
        excerpt=mark_safe("") if brief else _excerpt(row, facts.splitlines(), query, exact),
        when=mark_safe(marked(when, query, row.language, exact)),  # noqa: S308 - see above
        next_day=next_day,
        past=single and row.last_day < today,
        cancelled=row.cancelled,
        areas=[names[key] for key in row.areas if key in names],
        language="" if row.language == language else row.language,
        untitled=_says_nothing(row),
    )


def _title(row):
    """The title, plus the owner if the title only says that it is a meeting."""
    return f"{row.title} – {row.owners.splitlines()[0]}" if _says_nothing(row) else row.title


def _owners(row):
    """The networks that the title does not already name."""
    return row.owners.splitlines()[1 if _says_nothing(row) else 0 :]


def _says_nothing(row):
    return bool(row.kind == HitKind.MEETING and row.owners and row.title in PLAIN_TITLES | {"Meeting", "Meetings"})


def _label(row):
    if row.kind == HitKind.NETWORK:
        return Kind(row.variety).label
    if row.kind == HitKind.DOCUMENT:
        names = {"minutes": _("Anteckningar"), "agenda": _("Dagordning")}
        form = PurePath(row.document.file.name).suffix.removeprefix(".").upper()
        return f"{names.get(row.variety, _('Dokument'))} ({form})"
    if row.kind == HitKind.MEETING:
        return _("Möten") if row.variety == "series" else _("Möte")
    return _("Textsida")


def url_of(row, language, request):
    """The address of what ``row`` is about, for a visitor in ``language``."""
    if row.kind == HitKind.DOCUMENT:
        return row.document.url
    if row.meeting:
        with override(language):
            return reverse("events:occurrence", args=[row.meeting])
    page = row.page
    if row.translation:
        page.translation = row.translation
    return address(page, request)


def _excerpt(row, facts, query, exact):
    """The sentences that matched or, if only the title did, the beginning of the text."""
    label = _("Tidigare namn")
    names = [f"{label}: {name}." for name in row.names.splitlines()]
    title = fold(row.title)
    # A document often begins with its title, on several lines.
    paragraphs = [paragraph for paragraph in row.text.splitlines() if fold(paragraph) not in title]
    texts = [*names, *paragraphs, *(fact for fact in facts if " " in fact)]
    found = excerpt(texts, query, row.language, exact)
    if not found and paragraphs:
        # The lines of a document are no paragraphs.
        first = " ".join(paragraphs[:FEW_LINES]) if row.kind == HitKind.DOCUMENT else paragraphs[0]
        found = marked(_beginning(first), query, row.language)
    return mark_safe(found)  # noqa: S308 - both escape


def _beginning(first):
    return first if len(first) <= LONGEST_SUMMARY else first[:LONGEST_SUMMARY].rpartition(" ")[0] + " …"


def _next_days(rows, today):
    """``{row key: the next day}`` for networks and for pages with several meetings. One query."""
    networks = {row.network_id: row.pk for row in rows if row.kind == HitKind.NETWORK}
    series = {row.page_id: row.pk for row in rows if row.variety == "series"}
    if not networks and not series:
        return {}
    coming = Occurrence.objects.public().not_cancelled().upcoming(today)
    events = EventPage.objects.of_networks(list(networks))
    coming = coming.filter(Q(page__in=series) | Q(page__in=events.values("pk"))).order_by("starts_at")
    found = {}
    for day, page, *owners in coming.values_list("start_date", "page", "page__network", joint_owner()):
        for key in [series.get(page), *(networks.get(owner) for owner in owners)]:
            found.setdefault(key, day)
    return found
