"""Tells editors what is wrong with a text. The checks run when a page is published, not when a draft is saved.

Only the length of a text and the size of a table are checked for drafts too: see ``size.py``.
"""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from .rules.alt_text import LONGEST, says_nothing
from .rules.headings import first_jump
from .rules.links import is_bare_address, is_vague
from .rules.rich_text import heading_levels, link_texts
from .rules.table_shape import MOST_CELLS, cell_count
from .rules.tables import empty_headers, has_headers

# Characters, in a rich text those of its HTML. The longest pages that people have written have a tenth of it.
LONGEST_TEXT = 1_000_000


def check_length(text):
    """Raise ValidationError for a text that is longer than ``LONGEST_TEXT``."""
    if len(text) > LONGEST_TEXT:
        raise too_long(len(text))


def too_long(length):
    """The ValidationError for a text of ``length`` characters."""
    return ValidationError(
        _(
            "Texten är för lång: %(length)s tecken, men högst %(limit)s får plats. Dela upp den på flera sidor, "
            "eller lägg den som ett dokument."
        ),
        code="max_length",
        params={"length": length, "limit": LONGEST_TEXT},
    )


def form_too_long(length, limit):
    """The ValidationError for a form of ``length`` characters in all."""
    return ValidationError(
        _(
            "Texterna är för långa tillsammans: %(length)s tecken, men högst %(limit)s får plats. Dela upp dem på "
            "flera sidor, eller lägg en del som ett dokument. Inget är sparat än."
        ),
        code="max_length",
        params={"length": length, "limit": limit},
    )


def check_table_size(table):
    """Raise ValidationError for a table of more cells than ``MOST_CELLS``."""
    if (cells := cell_count(table.get("data", []))) > MOST_CELLS:
        raise ValidationError(
            _(
                "Tabellen är för stor: %(cells)s rutor, men högst %(limit)s får plats. Dela upp den i flera tabeller, "
                "eller lägg den som ett dokument."
            ),
            code="max_length",
            params={"cells": cells, "limit": MOST_CELLS},
        )


def check_prose(html, above=None):
    """Raise ValidationError for links in ``html`` that do not say where they lead, and for headings out of order.

    ``above`` is the level of the heading above the text; None if another check handles the headings.
    """
    errors = [_link_error(text) for text in dict.fromkeys(link_texts(html or "")) if _link_error(text)]
    if above is not None and first_jump(heading_levels(html or ""), above) is not None:
        errors.append(heading_error())
    if errors:
        raise ValidationError(errors)


def _link_error(text):
    if not text:
        return _("En länk saknar text. Skriv vart den leder, eller ta bort den.")
    if is_vague(text):
        words = _("Länken ”%(text)s” säger inte vart den leder. Låt länken vara namnet på sidan eller filen.")
        return words % {"text": text}
    if is_bare_address(text):
        words = _("Länken ”%(text)s” visar en adress. Skriv i stället vad sidan heter; adressen följer med i länken.")
        return words % {"text": text}
    return ""


def heading_error():
    return _(
        "Rubriken hoppar över en nivå. En underrubrik behöver en rubrik över sig: lägg till ett block Rubrik före "
        "texten, eller gör underrubriken till vanlig text."
    )


def check_alt_text(text):
    """Raise ValidationError for an alternative text that is missing or does not describe a picture."""
    if not text.strip():
        raise ValidationError(_("Beskriv bilden med en alternativtext, eller kryssa i att den är dekorativ."))
    if says_nothing(text):
        raise ValidationError(
            _("Beskriv vad bilden visar och varför den är med. ”%(text)s” säger inget till den som inte ser den.")
            % {"text": text}
        )
    if len(text) > LONGEST:
        raise ValidationError(_("Korta alternativtexten till en eller två meningar. Skriv resten i brödtexten."))


def check_table(value):
    """Raise ValidationError for a table without headers or with empty ones."""
    if not has_headers(value):
        raise ValidationError(
            _("Tabellen behöver rubriker. Välj om den första raden eller den första kolumnen är rubriker.")
        )
    if empty_headers(value):
        raise ValidationError(_("En rubrik i tabellen är tom. Skriv vad kolumnen eller raden innehåller."))
