"""Adds rules, with messages in Swedish, to Wagtail's content checks (axe).

The rules are those that an editor can do something about. The rest of WCAG is for those who build the pages.
"""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.userbar import ContentCheckerItem

_MORE_RULES = [
    "image-alt",
    "image-redundant-alt",
    "link-in-text-block",
    "list",
    "page-has-heading-one",
    "table-duplicate-name",
    "td-headers-attr",
    "th-has-data-cells",
    "valid-lang",
]
_MESSAGES = {
    "alt-text-quality": (_("Alternativtexten ser ut som ett filnamn"), _("Beskriv vad bilden visar.")),
    "button-name": (_("En knapp saknar text"), _("Skriv vad knappen gör.")),
    "empty-heading": (_("En rubrik är tom"), _("Skriv en rubrik eller ta bort blocket.")),
    "empty-meta-description": (
        _("Sidan saknar beskrivning"),
        _("Skriv en ingress. Sökmotorer visar den under sidans namn."),
    ),
    "empty-table-header": (_("En rubrik i tabellen är tom"), _("Skriv vad kolumnen eller raden innehåller.")),
    "frame-title": (_("Ett inbäddat innehåll saknar namn"), _("Ge det ett namn som säger vad det är.")),
    "heading-order": (_("Rubrikerna hoppar över en nivå"), _("En underrubrik behöver en rubrik över sig.")),
    "image-alt": (_("En bild saknar alternativtext"), _("Beskriv bilden, eller kryssa i att den är dekorativ.")),
    "image-redundant-alt": (
        _("Alternativtexten upprepar texten bredvid"),
        _("Den som lyssnar hör samma sak två gånger. Ändra eller kryssa i att bilden är dekorativ."),
    ),
    "input-button-name": (_("En knapp saknar text"), _("Skriv vad knappen gör.")),
    "link-in-text-block": (_("En länk syns inte i sin text"), _("Låt länken vara understruken.")),
    "link-name": (_("En länk saknar text"), _("Skriv vart länken leder.")),
    "list": (_("En lista är felaktigt uppbyggd"), _("Gör om den med redigerarens knapp för listor.")),
    "p-as-heading": (_("Fet text används som rubrik"), _("Använd ett block Rubrik, så hittar alla den.")),
    "page-has-heading-one": (_("Sidan saknar huvudrubrik"), _("Sidans namn ska vara dess huvudrubrik.")),
    "table-duplicate-name": (_("Tabellens rubrik står två gånger"), _("Ta bort den ena.")),
    "td-headers-attr": (_("Tabellens celler pekar på fel rubriker"), _("Gör om tabellen.")),
    "th-has-data-cells": (_("En rubrik i tabellen har inget innehåll"), _("Ta bort den tomma raden eller kolumnen.")),
    "valid-lang": (_("Texten är märkt med ett okänt språk"), _("Säg till den som sköter webbplatsen.")),
}


class SwedishContentChecker(ContentCheckerItem):
    axe_run_only = [*ContentCheckerItem.axe_run_only, *_MORE_RULES]
    axe_messages = {rule: {"error_name": name, "help_text": help} for rule, (name, help) in _MESSAGES.items()}


def use_own_checks(items):
    """Replace Wagtail's checker with ours, both on the page and beside the form."""
    items[:] = [
        SwedishContentChecker(in_editor=item.in_editor) if isinstance(item, ContentCheckerItem) else item
        for item in items
    ]
