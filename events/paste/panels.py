"""The way from the event's edit form to the paste view."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel


class PasteLinkPanel(Panel):
    """Offers to paste dates instead of typing them; only once the event has been saved."""

    def __init__(self, **kwargs):
        kwargs.setdefault("heading", _("Har du datumen i ett mejl eller ett dokument?"))
        super().__init__(**kwargs)

    class BoundPanel(Panel.BoundPanel):
        template_name = "events/admin/paste_link.html"

        def is_shown(self):
            return super().is_shown() and self.instance.pk is not None
