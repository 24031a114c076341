"""The tabs of an event's edit form, and the form itself, which the page type gets when the site starts."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PublishingPanel,
)
from wagtail.models import Page

from networks.editing.comments import OwnCommentPanel
from networks.pages.page_form import page_tabs
from networks.writing.panels import PlainLanguagePanel

from ..models import EventPage
from . import comparing
from .event_form import EventPageForm
from .panels import HiddenPanel, OccurrencesPanel, SeriesPanel

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


date_panels = [OccurrencesPanel("occurrences", panels=occurrence_panels, heading=_("Datum"), label=_("Datum"))]

series_panels = [
    MultiFieldPanel(
        [
            FieldPanel("series_start"),
            FieldPanel("recurrence"),
            HiddenPanel("handed_out", classname="w-hidden"),
            SeriesPanel(),
        ],
        heading=_("Återkommande möten"),
        help_text=_(
            "Regeln fyller i datum när du sparar. Ändrar du regeln flyttas mötena: samma vecka, månad eller år är "
            "samma möte. Ett möte som du har ändrat behåller det du skrev, och ett datum som du har tagit bort kommer "
            "inte tillbaka."
        ),
        classname="collapsed",
    ),
]

event_tabs = page_tabs(
    ObjectList(
        [
            *Page.content_panels,
            FieldPanel("introduction"),
            *usual_panels,
            *date_panels,
            *series_panels,
            OwnCommentPanel(),
        ],
        heading=_("Datum"),
    ),
    ObjectList(
        [
            FieldRowPanel([FieldPanel("category"), FieldPanel("contact_email")]),
            InlinePanel(
                "co_owners",
                heading=_("Gemensamt möte"),
                label=_("Nätverk"),
                help_text=_("Mötet visas på alla nätverkens sidor och i deras kalendrar, men finns bara här."),
            ),
            FieldPanel(
                "body",
                help_text=_("Program, anmälan och annat som gäller alla datum. Ett enskilt datum har Tema."),
            ),
            PlainLanguagePanel(),
        ],
        heading=_("Text och ägare"),
    ),
    settings_panels=[PublishingPanel()],
    settings_permission="superuser",
)


def connect():
    """Called once the apps are loaded."""
    EventPage.base_form_class = EventPageForm
    EventPage.edit_handler = event_tabs
    comparing.connect()
