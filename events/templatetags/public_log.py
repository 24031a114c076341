"""The public log on a meeting's page."""

from django import template

from ..changes.text import describe

register = template.Library()


@register.filter
def description(change):
    """'Flyttat från fredag 7 februari 2020 till fredag 14 februari 2020'"""
    return describe(change)


@register.filter
def reasons(changes):
    """Why, each reason once."""
    return list(dict.fromkeys(change.reason for change in changes if change.reason))
