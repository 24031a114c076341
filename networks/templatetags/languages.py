"""Marks texts in another language than the page, and links to pages in the shown language."""

from django import template
from django.conf import settings
from django.utils.html import format_html
from django.utils.translation import gettext as _

from .. import translation

register = template.Library()


@register.simple_tag(takes_context=True)
def address(context, page):
    """The page's address in the shown language: see ``translation.address``."""
    return translation.address(page, context.get("request"))


@register.filter
def lang(thing):
    """The attribute ` lang="sv"` for words in another language than the page around them, else ''.

    Takes an object with words, or a plain text in the source language.
    """
    shown = translation.shown_language()
    if not thing or shown == settings.LANGUAGE_CODE:
        return ""
    code = translation.text_language(thing)
    return format_html(' lang="{}"', code) if code != shown else ""


@register.filter
def lang_of(thing, name):
    """The same for the word ``name`` of ``thing``; one word may be translated while another is not."""
    code, shown = translation.word_language(thing, name), translation.shown_language()
    return format_html(' lang="{}"', code) if code != shown and getattr(thing, name) else ""


@register.filter
def only_in_source(thing):
    """'Bara på svenska' in the shown language if ``thing`` is not translated to it, else ''.

    '' also when there is no ``thing``, as in a view without a page, whose texts belong to the interface.
    """
    return _("Bara på svenska") if thing and lang(thing) else ""
