"""Template filters for the public log on a meeting's page."""

from django import template

from ..changes.text import describe

register = template.Library()


@register.filter
def description(change):
    """'Flyttat från fredag 7 februari 2020 till fredag 14 februari 2020'"""
    return describe(change)


@register.filter
def reasons(changes):
    """The reasons of ``changes``, each once."""
    return list(dict.fromkeys(change.reason for change in changes if change.reason))
