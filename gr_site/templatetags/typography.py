"""Long Swedish compounds in tight places."""

from django import template

from .. import compounds

register = template.Library()


@register.filter(is_safe=True)
def breakable(text, longest=16):
    """See ``compounds.breakable``."""
    return compounds.breakable(str(text), longest)
