"""The reminders at the top of the statement's form. They never prevent publishing."""

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.panels import Panel

from .reminders import assessment_is_old, promises_broken


class RemindersPanel(Panel):
    class BoundPanel(Panel.BoundPanel):
        template_name = "gr_site/admin/statement_reminders.html"

        def is_shown(self):
            return super().is_shown() and bool(self.instance.pk and reminders(self.instance, timezone.localdate()))

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            return context | {"reminders": reminders(self.instance, timezone.localdate())}


def reminders(statement, today):
    """The reminders as sentences; none if the statement is up to date."""
    found = []
    if assessment_is_old(statement.assessed_on, today):
        found.append(_("Granskningen är mer än ett år gammal. Granska webbplatsen på nytt och ändra dagen."))
    days = [statement.documents_fixed_by, *(row.fixed_by for row in statement.shortcomings.all())]
    if promises_broken(days, today):
        found.append(_("En dag då något skulle vara åtgärdat har passerat. Ta bort bristen eller ge den en ny dag."))
    return found
