"""The yearly review in the edit form: when it was last done, and the button "Stämmer fortfarande"."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from .queries import needs_review


class ReviewPanel(Panel):
    """Shown for a public page; with ``when_due`` only while the review is due."""

    def __init__(self, when_due=False, **kwargs):
        super().__init__(**({"heading": _("Granska sidan"), "icon": "check"} | kwargs))
        self.when_due = when_due

    def clone_kwargs(self):
        return super().clone_kwargs() | {"when_due": self.when_due}

    class BoundPanel(Panel.BoundPanel):
        template_name = "networks/admin/review_panel.html"

        def is_shown(self):
            page = self.instance
            return bool(page.pk and page.live) and (self.is_due or not self.panel.when_due)

        @property
        def is_due(self):
            return needs_review(self.instance, timezone.localdate())

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            address = reverse("review_network", args=[self.instance.pk])
            return context | {"page": self.instance, "due": self.is_due, "address": address}
