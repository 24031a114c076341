"""The dashboard's panel of what needs the user's attention."""

from django.forms import Media
from django.utils import timezone
from wagtail.admin.ui.components import Component

from networks.rights.access import is_central, may_edit_anything

from .concerns import found_for

FIRST = 3


class AttentionPanel(Component):
    name = "attention"
    order = 200
    template_name = "events/admin/attention_panel.html"
    media = Media(css={"all": ["events/admin/attention.css"]})

    def render_html(self, parent_context=None):
        if not may_edit_anything(parent_context["request"].user):
            return ""
        return super().render_html(parent_context)

    def get_context_data(self, parent_context):
        request = parent_context["request"]
        found = found_for(request.user, timezone.localdate())
        open_ones = [(answer, answer.first(FIRST)) for answer in found if answer.count]
        return {
            "request": request,
            "csrf_token": parent_context.get("csrf_token"),
            "open": open_ones,
            "total": sum(answer.count for answer, _ in open_ones),
            "central": is_central(request.user),
        }
