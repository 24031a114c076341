"""Maps addresses to languages. Every view exists in every language; only translated content differs.

A page without a live translation is served at its own address below the other language's prefix ("/en/natverk/..."),
with headings, dates and menus in that language around its untranslated words.
"""

from django.conf import settings
from django.http import Http404, HttpResponseRedirect
from django.urls import translate_url
from django.utils import translation
from wagtail.models import Page, Site
from wagtail.wagtail_hooks import check_view_restrictions

from networks.restrictions.closed_paths import restricted
from networks.translation import address, in_source, lend_words, live_pages, other_languages, shown_language


def serve_in_language(page, request, args, kwargs):
    """Called by Wagtail before it serves a page. Gives None to continue, or another response.

    A translation follows its source, which may be restricted or no longer live. An alias is the source in another
    place. A page requested in another language than its own redirects to its translation.
    """
    if shown_language() == settings.LANGUAGE_CODE:
        page.facts = page
        return None
    if page.alias_of_id:
        source = page.alias_of.specific
        source.facts = source
        return _serve_as_the_source_allows(source, source, request, args, kwargs)
    if page.locale_id != Site.find_for_request(request).root_page.locale_id:
        page.text_language, source = shown_language(), in_source(page)
        page.facts = source or page
        return source and _serve_as_the_source_allows(page, source, request, args, kwargs)
    page.facts = page
    lend_words([page])
    if hasattr(page, "translation") and address(page, request) != request.path:
        rest = request.get_full_path().removeprefix(f"/{shown_language()}{page.get_url(request)}")
        return HttpResponseRedirect(address(page, request) + rest)
    return None


def _serve_as_the_source_allows(page, source, request, args, kwargs):
    if not source.live:
        raise Http404

    def serve(_source, request, args, kwargs):
        return page.serve(request, *args, **kwargs)

    if restricted([source.path]):
        return check_view_restrictions(serve)(source, request, args, kwargs)
    return serve(source, request, args, kwargs) if page.pk == source.pk else None


def live_translations(page):
    """``{language code: page}`` for ``page`` and its live translations, without aliases."""
    if (shown := shown_language()) in other_languages() and hasattr(page, "facts") and len(other_languages()) == 1:
        found = {settings.LANGUAGE_CODE: page.facts, shown: live_pages(shown).get(page.translation_key)}
        return {code: known for code, known in found.items() if known}
    pages = Page.objects.filter(translation_key=page.translation_key, live=True, alias_of=None)
    return {found.locale.language_code: found for found in pages.select_related("locale")}


def same_view(request, page, language, translations):
    """The address of what ``request`` shows in ``language``, with the same position and filters.

    ``page`` is the Wagtail page shown, if any, and ``translations`` its ``live_translations``.
    """
    if page is None:
        return _translated_address(request, language)
    rest = _after_own_address(page, request)
    if translated := translations.get(language):
        return translated.get_url(request) + rest
    source = translations.get(settings.LANGUAGE_CODE, page)
    with translation.override(language):
        return address(source, request) + rest if source.live else first_page(language)


def _after_own_address(page, request):
    """What the requested address has after that of ``page``: a month of the calendar, a query."""
    asked, shown = request.get_full_path(), address(page, request)
    return asked.removeprefix(shown) if asked.startswith(shown) else ""


def _translated_address(request, language):
    """The address of one of our views in ``language``. If there is none, the language's home page."""
    if getattr(request, "resolver_match", None) is None or request.resolver_match.url_name == "wagtail_serve":
        return first_page(language)
    return translate_url(request.get_full_path(), language)


def first_page(language):
    """The address of the language's home page, translated or not."""
    return "/" if language == settings.LANGUAGE_CODE else f"/{language}/"
