"""What a page tells programs of its meetings."""

from django import template
from django.utils.translation import gettext as _
from wagtail.models import Site

from networks.json_ld import script
from networks.languages import address, shown_language, word_language

from ..changes.kinds import ChangeKind
from ..choices import Format
from ..structured_data import MeetingFacts, event
from .meeting_dates import subject, when, where

register = template.Library()

# A page of a series tells of those that come next; each has a page of its own.
MOST = 5


@register.simple_tag(takes_context=True)
def structured_meeting(context, occurrence):
    """JSON-LD of the meeting that has the page to itself."""
    facts = _facts(context, occurrence, occurrence.page, moved_online=_moved_online(context.get("changes", [])))
    return script({"@context": "https://schema.org"} | event(facts))


@register.simple_tag(takes_context=True)
def structured_meetings(context, occurrences):
    """JSON-LD of the next few meetings of a series; '' where there are none."""
    found = [event(_facts(context, each, each.page)) for each in occurrences[:MOST]]
    return script({"@context": "https://schema.org", "@graph": found}) if found else ""


def _facts(context, occurrence, page, *, moved_online=False):
    request = context["request"]
    root = Site.find_for_request(request).root_url
    return MeetingFacts(
        name=_name(occurrence, page),
        url=root + occurrence.get_absolute_url(),
        first_day=occurrence.start_date,
        last_day=occurrence.final_date,
        start=occurrence.clock[0],
        end=occurrence.clock[1],
        form=occurrence.actual_format,
        place=occurrence.actual_place,
        place_unknown=_("Plats meddelas senare"),
        online_link=occurrence.actual_online_link,
        cancelled=occurrence.is_cancelled,
        moved_from=occurrence.moved_from,
        moved_online=moved_online,
        description=_description(context, occurrence),
        language=word_language(page, "title") if page.title else shown_language(),
        image=context.get("picture_url", ""),
        organisers=tuple((owner.title, root + address(owner, request)) for owner in context.get("owners", []))
        or (("Göteborgsregionen", root),),
    )


def _name(occurrence, page):
    """'Digital samverkan, Förskolenätverket': what it is about and whose it is, since it is read without its page."""
    about = str(subject(occurrence) or _("Möte"))
    return f"{about}, {page.network.title}" if page.network else about


def _description(context, occurrence):
    """What the page says of the meeting, and else when and where it is."""
    told = [occurrence.reason, occurrence.note, context.get("introduction", "")]
    place = where(occurrence)
    plain = f"{when(occurrence)}, {place}" if place else when(occurrence)
    return " ".join(text for text in told if text) or plain


def _moved_online(changes):
    """Whether the log says that a meeting that was to be held somewhere is held online now."""
    for change in changes:  # the latest first
        if change.kind == ChangeKind.NEW_PLACE and change.before.get("format") != change.after.get("format"):
            return change.after.get("format") == Format.ONLINE
    return False
