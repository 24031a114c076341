"""The tabs of a network's edit form."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PublishingPanel,
    TitleFieldPanel,
)

from ..models import NetworkPage
from ..models.other_ways import other_ways_panel
from ..pages.page_form import PageForm, page_tabs
from ..reviews.panels import ReviewPanel
from ..writing.panels import PlainLanguagePanel
from .comments import OwnCommentPanel

text_panels = [
    ReviewPanel(when_due=True),
    TitleFieldPanel(
        "title", help_text=_("Namnet som det brukar sägas. Har nätverket bytt namn finns fältet Tidigare namn.")
    ),
    FieldPanel("introduction"),
    MultiFieldPanel(
        [FieldRowPanel([FieldPanel("kind"), FieldPanel("area"), FieldPanel("second_area")])],
        heading=_("Typ och område"),
    ),
    FieldPanel(
        "purpose",
        help_text=_(
            "Börja med vad nätverket ska åstadkomma, gärna som en lista: ”Nätverket ska …”. Skriv till någon som "
            "inte är med."
        ),
    ),
    FieldPanel("vision"),
    InlinePanel(
        "statements",
        heading=_("Gemensamma texter"),
        label=_("Gemensam text"),
        help_text=_("Texter som flera nätverk visar. De skrivs på ett ställe och ändras då överallt."),
    ),
    FieldPanel(
        "mandate",
        help_text=_("Vad får nätverket besluta, vem har tillsatt det och vem rapporterar det till?"),
    ),
    FieldPanel(
        "body",
        help_text=_("Det som inte passar i fälten ovan. Sätt en rubrik över varje ämne och håll styckena korta."),
    ),
    other_ways_panel(),
    PlainLanguagePanel(),
    OwnCommentPanel(),
]
people_panels = [
    InlinePanel("members", heading=_("Ledamöter"), label=_("Ledamot")),
    InlinePanel("contacts", heading=_("Kontaktpersoner"), label=_("Kontaktperson")),
    MultiFieldPanel(
        [FieldPanel("contact_email"), FieldPanel("responsible_authority")], heading=_("Kontakt och ansvar")
    ),
]
document_panels = [
    InlinePanel(
        "documents",
        heading=_("Dokument"),
        label=_("Dokument"),
        help_text=_("Årsrapporter och annat om nätverket. Dagordningar och anteckningar hör till mötet."),
    )
]
facts_panels = [
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("status"), FieldPanel("status_since")]),
            FieldPanel("status_reason"),
            FieldPanel("successor"),
        ],
        heading=_("Läge"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("start_date"),
            FieldRowPanel([FieldPanel("start_season"), FieldPanel("start_year")]),
        ],
        heading=_("Start"),
        help_text=_("Ange datumet om det är känt, annars året och gärna årstiden."),
    ),
    InlinePanel(
        "earlier_names",
        heading=_("Tidigare namn"),
        label=_("Tidigare namn"),
        help_text=_("Den som söker på ett gammalt namn hittar då hit."),
    ),
    InlinePanel(
        "relations",
        heading=_("Förhållande till andra"),
        label=_("Förhållande"),
        help_text=_("Skriv det på den ena sidan. Det andra nätverkets sida visar det av sig själv."),
    ),
    FieldPanel("schedule_note"),
    MultiFieldPanel(
        [FieldPanel("keeper"), ReviewPanel(), FieldPanel("publishes_minutes")], heading=_("Sidans skötsel")
    ),
]
network_tabs = page_tabs(
    ObjectList(text_panels, heading=_("Text")),
    ObjectList(people_panels, heading=_("Personer")),
    ObjectList(document_panels, heading=_("Dokument")),
    ObjectList(facts_panels, heading=_("Fakta")),
    settings_panels=[PublishingPanel()],
    settings_permission="superuser",
)


def connect():
    """Called once the apps are loaded."""
    NetworkPage.base_form_class = PageForm
    NetworkPage.edit_handler = network_tabs
