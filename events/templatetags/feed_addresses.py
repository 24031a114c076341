"""A feed's address as people copy it and as calendar programs open it."""

from django import template

register = template.Library()


@register.simple_tag(takes_context=True)
def https_address(context, url):
    """The feed's whole address with scheme and host. ``url`` may be a path or already whole."""
    return context["request"].build_absolute_uri(url)


@register.simple_tag(takes_context=True)
def webcal_address(context, url):
    """The same address under ``webcal:``, which opens the calendar program that a reader has."""
    return "webcal:" + context["request"].build_absolute_uri(url).partition(":")[2]
