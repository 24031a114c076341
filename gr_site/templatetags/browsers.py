"""Browsers in words."""

from django import template

from ..access_log import browser_words

register = template.Library()


@register.filter
def browser_in_words(user_agent):
    """See ``browser_words.in_words``."""
    return browser_words.in_words(user_agent)
