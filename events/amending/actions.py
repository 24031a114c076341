"""The actions on a single meeting: their words, their addresses and the meetings they apply to."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from ..models.choices import Status


@dataclass(frozen=True, eq=False)
class Action:
    """``name`` is also the URL's name. ``label`` is the text of buttons and ``heading`` the title of the form.

    Compared by identity, because lazily translated labels would compare by the active language.
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
    """The form's address for the meeting with the permanent key ``key``. It returns to ``next_url`` if given."""
    query = f"?{urlencode({'next': next_url})}" if next_url else ""
    return reverse(action.name, args=[key]) + query


def links(occurrence, next_url=""):
    """``[(action, address)]`` for the actions that the meeting's status allows. The views check the user's rights."""
    key = occurrence.translation_key
    return [(action, address(action, key, next_url)) for action in _FITTING.get(occurrence.status, ())]
