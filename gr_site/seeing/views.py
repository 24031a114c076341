from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from networks.rights.administrators import AdministratorsPage

from . import questions, records, work
from .days import by_day
from .rows import State, attempt, rows

QUESTIONS = (
    (_("Databas"), questions.database),
    (_("Schemalagt"), work.scheduled),
    (_("Nattens arbete"), records.nights),
    (_("Brev som väntar"), work.letters_waiting),
    (_("Brev som misslyckats"), work.letters_failed),
    (_("Säkerhetskopia"), records.last_backup),
    (_("Sök"), questions.search),
    (_("Kalenderflöden"), questions.feeds),
    (_("Utrymme"), questions.disk),
    (_("Obesvarade frågor"), questions.hostile_requests),
    (_("Versioner"), questions.versions),
)


class StateOfSiteView(AdministratorsPage):
    template_name = "gr_site/admin/state_of_site.html"
    page_title = _("Driftläge")
    header_icon = "cogs"

    def get_context_data(self, **kwargs):
        found = rows(QUESTIONS)
        return super().get_context_data(
            rows=found,
            wrong=sum(row.answer.state in {State.LOOK, State.FAULT} for row in found),
            unknown=sum(row.answer.state == State.UNKNOWN for row in found),
            days=attempt(lambda: by_day(timezone.localdate())),
            **kwargs,
        )
