"""Structured data about a page's meetings."""

from django import template
from django.utils.translation import gettext as _
from wagtail.models import Site

from networks.pages.json_ld import script
from networks.translation import address, shown_language, word_language

from ..meeting_text.schema_org import MeetingFacts, event
from ..models.change_kinds import ChangeKind
from ..models.choices import Format
from .meeting_dates import full_name, when, where

register = template.Library()

# The page of a series describes its next meetings; each has a page of its own.
MOST = 5


@register.simple_tag(takes_context=True)
def structured_meeting(context, occurrence, image=""):
    """JSON-LD for the meeting whose own page this is. ``image`` is the absolute address of a picture."""
    facts = _facts(context, occurrence, image, moved_online=_moved_online(context.get("changes", [])))
    return script({"@context": "https://schema.org"} | event(facts))


@register.simple_tag(takes_context=True)
def structured_meetings(context, occurrences, image=""):
    """JSON-LD for the next few meetings of a series; '' if there are none."""
    found = [event(_facts(context, each, image)) for each in occurrences[:MOST]]
    return script({"@context": "https://schema.org", "@graph": found}) if found else ""


def _facts(context, occurrence, image, *, moved_online=False):
    request, page = context["request"], occurrence.page
    start, end = occurrence.clock
    root = Site.find_for_request(request).root_url
    return MeetingFacts(
        name=full_name(occurrence),
        url=root + occurrence.get_absolute_url(),
        first_day=occurrence.start_date,
        last_day=occurrence.ends_on if end else occurrence.final_date,
        start=start,
        end=end,
        form=occurrence.actual_format,
        place=occurrence.actual_place,
        place_unknown=_("Plats meddelas senare"),
        online_link=occurrence.actual_online_link,
        cancelled=occurrence.is_cancelled,
        moved_from=occurrence.moved_from,
        moved_online=moved_online,
        description=_description(context, occurrence),
        language=word_language(page, "title") if page.title else shown_language(),
        image=image,
        organisers=tuple((owner.title, root + address(owner, request)) for owner in context.get("owners", []))
        or (("Göteborgsregionen", root),),
    )


def _description(context, occurrence):
    """The page's text about the meeting, or else when and where it is."""
    told = [occurrence.reason, occurrence.note, context.get("introduction", "")]
    place = where(occurrence)
    plain = f"{when(occurrence)}, {place}" if place else when(occurrence)
    return " ".join(text for text in told if text) or plain


def _moved_online(changes):
    """Whether the log says that the meeting was moved from a place to online."""
    for change in changes:  # the latest first
        if change.kind == ChangeKind.NEW_PLACE and change.before.get("format") != change.after.get("format"):
            return change.after.get("format") == Format.ONLINE
    return False
