"""What news call an event that lies in the bin, and where they lead instead."""

from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page

from networks.models import BinnedRow, NetworkPage
from networks.translation import address

from ..meeting_text.calendar_text import summary
from ..models import RemovedMeeting


@dataclass(frozen=True)
class Gone:
    name: str
    url: str


def gone_events(keys):
    """``{translation key: Gone}`` of those of the events ``keys`` that lie in the bin and that anyone may know of."""
    removed = RemovedMeeting.objects.told().filter(event_key__in=keys).select_related("item")
    events = {row.event_key: row for row in removed}
    networks = NetworkPage.objects.listed().of_source().in_language()
    networks = {
        page.translation_key: page
        for page in networks.filter(translation_key__in={row.network_key for row in events.values()})
    }
    return {key: found for key, row in events.items() if (found := _gone(row, networks.get(row.network_key)))}


def _gone(removed, network):
    title = _title(removed.item, removed.event_key)
    above = network or Page.objects.filter(pk=removed.item.parent_key).first()
    if title is None or above is None:
        return None
    owner = network.title if network else _title(removed.item, removed.network_key)
    name = summary([owner] if owner else [], title, _=_)
    return Gone(name.removesuffix(": " + _("möte")), address(above))


def _title(item, key):
    """The published title that a page in the bin had, in the active language if it was translated."""
    rows = BinnedRow.objects.filter(item=item, model="wagtailcore.page", values__translation_key=str(key))
    titles = {row.values["locale_id"]: row.values["title"] for row in rows if row.values["live"] == "True"}
    wanted = Locale.objects.filter(language_code=get_language()).values_list("pk", flat=True).first()
    return titles.get(str(wanted)) or next(iter(titles.values()), None)
