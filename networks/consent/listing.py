"""What waits for an answer, in words."""

from dataclasses import dataclass

from django.db.models import Count, F, Q
from wagtail.models import Page

from ..models import Consent, NetworkPage
from ..models.choices import RelationKind
from ..models.consent import Answer, TieKind
from ..rights.access import is_central
from .answering import answerable, may_change

ANSWERED_SHOWN = 50


@dataclass(frozen=True)
class Row:
    """A consent as the list shows it. ``asker`` is the title of the network that asks, and empty for the whole
    region; ``heading`` is what stands above the relation on the other network's page. Only GR reads who it was that
    asked or answered: an editor is not shown the names of other networks' editors."""

    consent: Consent
    asker: str
    heading: str
    may_change: bool
    names_people: bool

    @property
    def is_meeting(self):
        return self.consent.kind == TieKind.CO_OWNER


def counted(user):
    """``(how many wait for the answer of user, how many she may answer or change)``. One query."""
    rows = _public(answerable(user)).aggregate(waiting=Count("pk", filter=Q(answer=Answer.WAITING)), total=Count("pk"))
    return rows["waiting"], rows["total"]


def waiting(user):
    """What waits for the answer of ``user``, the oldest first, as Rows."""
    return _rows(_public(answerable(user)).waiting().order_by("asked_at", "pk"), user)


def answered(user):
    """The latest answers, and last what was stored before anybody was asked, as Rows."""
    found = _public(answerable(user)).exclude(answer=Answer.WAITING)
    return _rows(found.order_by(F("answered_at").desc(nulls_last=True), "-pk")[:ANSWERED_SHOWN], user)


def _public(consents):
    return consents.filter(page__live=True)


def _rows(consents, user):
    found = list(consents.select_related("page", "network", "asked_by", "answered_by"))
    askers, central = _askers([consent.page for consent in found]), is_central(user)
    return [
        Row(consent, askers.get(_asker_path(consent), ""), _heading(consent), may_change(user, consent), central)
        for consent in found
    ]


def _askers(pages):
    paths = {path for page in pages for path in (page.path, page.path[: -Page.steplen])}
    return dict(NetworkPage.objects.filter(path__in=paths).values_list("path", "title"))


def _asker_path(consent):
    path = consent.page.path
    return path[: -Page.steplen] if consent.kind == TieKind.CO_OWNER else path


def _heading(consent):
    return RelationKind(consent.words).inverse_label if consent.kind == TieKind.RELATION else ""
