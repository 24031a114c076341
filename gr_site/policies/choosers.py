"""Lets Wagtail's choosers start without an inline script, which the admin's content security policy forbids.

``start_widgets.js`` starts what a ``<start-widget>`` names, at the moment when it comes into the document.
"""

import json

from django.utils.html import format_html
from wagtail.admin.widgets import BaseChooser
from wagtail.admin.widgets.workflows import AdminTaskChooser


def render(self, name, value, attrs=None, renderer=None):
    """In the place of ``BaseChooser.render()``. Raises KeyError where ``attrs`` has no ``id``."""
    key, shown = attrs["id"], self.get_value_data(value)
    html = self.render_html(name, shown, attrs)
    return format_html("{}{}", html, _starter(self, key, self.get_js_init_options(key, name, shown)))


def _starter(widget, key, options):
    if isinstance(widget, AdminTaskChooser):
        return format_html('<start-widget data-start="createTaskChooser" data-field="{}"></start-widget>', key)
    return format_html(
        '<start-widget data-start="{}" data-field="{}" data-options="{}"></start-widget>',
        widget.js_constructor,
        key,
        json.dumps(options),
    )


def connect():
    """Called once the apps are loaded."""
    BaseChooser.render = render
