"""Links in texts, as visitors get them."""

from django.conf import settings
from django.utils.html import escape
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from ..translation import address, live_pages, of_source, shown_language
from .pages import addressable, closed

_MOST_DIGITS = 18  # of a key that each database can compare


class LinksToShownPages(PageLinkHandler):
    """Leads to the page's address in the shown language, if every visitor may see the page; else nowhere, so that the
    link is text like that around it. The same for every reader, since caches share the pages that have the text.

    A handful of queries for a text, however many links it has.
    """

    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        addresses = _addresses({attrs.get("id", "") for attrs in attrs_list})
        found = [addresses.get(attrs.get("id", "")) for attrs in attrs_list]
        return [f'<a href="{escape(each)}">' if each else "<a>" for each in found]


def _addresses(ids):
    """``{id: address}`` of those of the pages with ``ids``, which are texts as they stand in a link."""
    keys = {each: int(each) for each in ids if each.isdecimal() and len(each) <= _MOST_DIGITS}
    pages = addressable().filter(~closed(), pk__in=keys.values()).select_related("locale").in_bulk()
    worded = _in_shown_language(pages.values())
    return {
        each: address(worded.get(pages[key].translation_key, pages[key])) for each, key in keys.items() if key in pages
    }


def _in_shown_language(pages):
    """``{translation key: page}`` for those of ``pages`` that there are in the shown language."""
    language = shown_language()
    others = [page.translation_key for page in pages if page.locale.language_code != language]
    if not others:
        return {}
    if language != settings.LANGUAGE_CODE:
        return live_pages(language)
    sources = of_source(Page.objects.filter(translation_key__in=others, live=True, alias_of=None))
    return {page.translation_key: page for page in sources}
