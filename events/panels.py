"""The edit form's panels of an event and its dates."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from .editing.panels import OccurrencesPanel, SeriesPanel

occurrence_panels = [
    FieldRowPanel([FieldPanel("start_date"), FieldPanel("start_time"), FieldPanel("end_time"), FieldPanel("status")]),
    FieldRowPanel([FieldPanel("theme"), FieldPanel("place")]),
    FieldRowPanel([FieldPanel("reason"), FieldPanel("note")]),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("timing"), FieldPanel("end_date"), FieldPanel("moved_from")]),
            FieldRowPanel([FieldPanel("format"), FieldPanel("online_link")]),
            FieldRowPanel([FieldPanel("agenda"), FieldPanel("minutes")]),
        ],
        heading=_("Mer om mötet"),
        classname="collapsed",
    ),
]

usual_panels = [
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("start_time"), FieldPanel("end_time")]),
            FieldPanel("place"),
            FieldRowPanel([FieldPanel("format"), FieldPanel("online_link")]),
        ],
        heading=_("Vanlig tid och plats"),
        help_text=_("Gäller alla datum. På varje datum skriver du bara det som avviker."),
    ),
]


date_panels = [OccurrencesPanel("occurrences", heading=_("Datum"), label=_("Datum"))]

series_panels = [
    MultiFieldPanel(
        [
            FieldPanel("series_start"),
            FieldPanel("recurrence"),
            FieldPanel("handed_out", classname="w-hidden"),
            SeriesPanel(),
        ],
        heading=_("Återkommande möten"),
        help_text=_(
            "Regeln fyller i datum när du sparar. Ett datum som du har ändrat eller tagit bort rörs inte mer."
        ),
        classname="collapsed",
    ),
]
