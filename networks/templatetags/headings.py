"""Makes headings that can be linked to, each with a link to itself."""

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from ..text import heading_ids

register = template.Library()


@register.simple_tag(takes_context=True)
def heading_id(context, text):
    """An id for a heading with ``text`` that no other heading on this page has so far."""
    return heading_ids.heading_id(str(text), _taken(context))


@register.simple_tag(takes_context=True)
def linked_headings(context, html):
    """Rich text (safe HTML, or a RichText that renders as it) with headings that can be linked to."""
    found = heading_ids.with_ids(str(html), _taken(context), _link)
    return mark_safe(found)  # noqa: S308 - safe HTML and our own template


def _link(name, text):
    return render_to_string("networks/includes/heading_link.html", {"id": name, "text": text}).strip()


def _taken(context):
    """The ids used so far. Kept with the request, if the template has one: a plain text is rendered without."""
    holder = context.get("request") or context.render_context
    if not hasattr(holder, "_heading_ids"):
        holder._heading_ids = {}
    return holder._heading_ids
