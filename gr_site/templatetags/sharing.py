"""The data shown with a shared link (Open Graph, ogp.me)."""

from urllib.parse import quote

from django import template
from django.conf import settings
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from wagtail.models import Site

from events.models import EventPage
from events.templatetags.meeting_dates import full_name, when, where
from networks.text.tags import without_tags
from networks.translation import lend_words, shown_language

from ..share_pictures.subjects import is_for_everybody, picture_of
from ..share_pictures.views import address_of
from .language_links import page_shown
from .navigation import site_navigation

register = template.Library()

_READ = 1_000  # characters of a text, of which 160 are shown
_TERRITORIES = {"sv": "sv_SE", "en": "en_GB"}


@register.simple_tag(takes_context=True)
def shared(context):
    """``{"title", "description", "picture", "alt", "locale", "other_locales", "is_lasting"}`` for what is shown.

    A view that is neither a page nor a meeting, such as a search, is shared as the site itself and is not
    ``is_lasting``, since it has no canonical address. None without a site. Reads nothing that the page itself does
    not read. Built once per request, since both the head and the buttons need it.
    """
    request = context["request"]
    if not hasattr(request, "_shared"):
        request._shared = _told(context)
    return request._shared


def _told(context):
    meeting, page = context.get("occurrence"), page_shown(context)
    pictured = meeting.page if meeting else page or _first_page(context)
    if pictured is None:
        return None
    language = shown_language()
    return {
        "title": full_name(meeting) if meeting else getattr(page, "seo_title", "") or pictured.title,
        "description": _meeting_description(meeting) if meeting else _description(page),
        "picture": picture_url(context, pictured),
        "alt": _("%(name)s, i vit text på mörk botten med webbplatsens märke") % {"name": pictured.title},
        "locale": _territory(language),
        "other_locales": [_territory(code) for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES if code != language],
        "is_lasting": bool(meeting or page),
    }


@register.simple_tag(takes_context=True)
def picture_url(context, page):
    """The absolute address of the picture of ``page``; empty for a closed page, which has none."""
    if not is_for_everybody(page):
        return ""
    root = Site.find_for_request(context["request"]).root_url
    return root + address_of(page, picture_of(page), shown_language())


@register.simple_tag
def mail_link(shared, address):
    """A mailto link with the data in ``shared`` and the page's address (RFC 6068: spaces as %20, lines as CRLF)."""
    body = "\r\n\r\n".join(text for text in (shared["title"], shared["description"], address) if text)
    return f"mailto:?subject={quote(str(shared['title']))}&body={quote(body)}"


def _first_page(context):
    home = site_navigation(context)["home"]
    return home and lend_words([home])[0]


def _territory(language):
    return _TERRITORIES.get(language, language)


def _description(page):
    text = page and (page.search_description or getattr(page, "introduction", "") or _of_meetings(page))
    return Truncator(without_tags(str(text or ""))[:_READ]).chars(160)


def _of_meetings(page):
    """A description of a page of meetings that has none from an editor."""
    if not isinstance(page, EventPage):
        return ""
    network = getattr(page, "facts", page).network
    return _("%(name)s: datum, tid och plats för alla möten.") % {"name": (network or page).title}


def _meeting_description(meeting):
    told = [_("Inställt") if meeting.is_cancelled else "", when(meeting), where(meeting)]
    return ", ".join(text for text in told if text)
