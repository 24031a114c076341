from django import template

from ..moments import moment_in_words

register = template.Library()


@register.filter
def moment(value):
    """'7 februari 2020 kl. 08.30', or '' without a value."""
    return moment_in_words(value) if value else ""
