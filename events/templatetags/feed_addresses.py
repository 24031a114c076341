"""Gives a feed's address in the forms that calendar programs and services accept."""

from django import template

from ..ical.subscription import Subscription

register = template.Library()


@register.simple_tag(takes_context=True)
def subscription(context, url, name):
    """The ``Subscription`` to the feed at ``url`` (a path or an absolute address), named ``name``."""
    return Subscription(context["request"].build_absolute_uri(url), name)


@register.filter
def qr_address(url):
    """The address of the feed's QR code: '/ics/urval.svg?form=online' for '/ics/urval.ics?form=online'."""
    return url.replace(".ics", ".svg", 1)
