"""The language switch and the languages stated to search engines."""

from django import template
from django.conf import settings
from django.utils.translation import get_language_info
from wagtail.models import Page, Site

from networks.translation import shown_language

from ..serving import first_page, live_translations, same_view

register = template.Library()


@register.simple_tag
def home_address():
    """The address of the site's home page in the shown language."""
    return first_page(shown_language())


@register.simple_tag(takes_context=True)
def languages_of_view(context):
    """``{"switch": [{"code", "name", "url"}], "alternates": [{"code", "url"}], "canonical": url}`` for what is shown.

    The switch has the other languages. There are alternates only if there is text in more than one language.
    """
    request, page = context["request"], page_shown(context)
    if not hasattr(request, "_languages_of_view"):
        request._languages_of_view = _read(request, page)
    return request._languages_of_view


def page_shown(context):
    """The stored page that a template shows; None if it shows something else."""
    page = context.get("page")
    return page if isinstance(page, Page) and page.pk else None


def _read(request, page):
    translations = live_translations(page) if page else {}
    shown, codes = shown_language(), [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]
    root = Site.find_for_request(request).root_url
    urls = {code: same_view(request, page, code, translations) for code in codes}
    worded = [code for code in codes if code in translations or page is None]
    own = shown if shown in worded else settings.LANGUAGE_CODE
    return {
        "switch": [
            {"code": code, "name": get_language_info(code)["name_local"], "url": urls[code]}
            for code in codes
            if code != shown
        ],
        "alternates": [{"code": code, "url": root + urls[code]} for code in worded] if worded[1:] else [],
        "canonical": root + urls[own].partition("?")[0],
    }
