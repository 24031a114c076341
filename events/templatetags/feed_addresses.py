"""A feed's address in the forms that calendar programs and services take it."""

from django import template

from ..ical.subscription import Subscription

register = template.Library()


@register.simple_tag(takes_context=True)
def subscription(context, url, name):
    """The ``Subscription`` to the feed at ``url``, a path or already whole, under the calendar name ``name``."""
    return Subscription(context["request"].build_absolute_uri(url), name)


@register.filter
def qr_address(url):
    """The address of the picture of a feed's address: '/ics/urval.svg?form=online' of '/ics/urval.ics?form=online'."""
    return url.replace(".ics", ".svg", 1)
