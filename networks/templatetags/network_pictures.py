"""Shows a picture in the sizes that were made when it was uploaded."""

from django import template

from ..pictures.renditions import shown

register = template.Library()


@register.simple_tag
def shown_picture(picture, **attributes):
    """The ``picture`` element with ``attributes`` on its ``img``, or nothing where there is no rendition yet."""
    return shown(picture, **attributes) or ""
