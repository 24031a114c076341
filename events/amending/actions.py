"""What may be done to one meeting, in words; where its forms are; and which of them a meeting's status asks for."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from ..models.choices import Status


@dataclass(frozen=True, eq=False)
class Action:
    """``name`` is the URL's name too; ``label`` is what buttons say and ``heading`` what the form is called.

    Each is itself only: labels that are translated when they are read would compare by the language of the moment.
    """

    name: str
    slug: str
    label: str
    heading: str
    icon: str


CANCEL = Action("cancel_meeting", "stall-in", _("Ställ in"), _("Ställ in mötet"), "circle-xmark")
MOVE = Action("move_meeting", "flytta", _("Flytta"), _("Flytta mötet"), "date")
PLACE = Action("change_meeting_place", "byt-plats", _("Byt plats"), _("Byt plats för mötet"), "site")
CONFIRM = Action("confirm_meeting", "bekrafta", _("Bekräfta"), _("Bekräfta mötet"), "check")
REINSTATE = Action("confirm_meeting", "bekrafta", _("Blir av ändå"), _("Mötet blir av ändå"), "check")
ACTIONS = (CANCEL, MOVE, PLACE, CONFIRM)

_FITTING = {
    Status.CONFIRMED: (MOVE, PLACE, CANCEL),
    Status.TENTATIVE: (CONFIRM, MOVE, PLACE, CANCEL),
    Status.CANCELLED: (REINSTATE,),
}


def address(action, key, next_url=""):
    """The form's address for the meeting whose permanent key is ``key``; it leads back to ``next_url`` if given."""
    query = f"?{urlencode({'next': next_url})}" if next_url else ""
    return reverse(action.name, args=[key]) + query


def links(occurrence, next_url=""):
    """``[(action, address)]`` of what a meeting's status asks for. The views check what the user may do."""
    key = occurrence.translation_key
    return [(action, address(action, key, next_url)) for action in _FITTING.get(occurrence.status, ())]
