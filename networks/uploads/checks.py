"""What is asked of every file that somebody uploads, with a message for whoever did."""

import logging
from pathlib import Path

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from .content import Fault, fault
from .kinds import DOCUMENTS
from .scanner import Unavailable, virus

logger = logging.getLogger(__name__)


def check_content(file):
    """Raise ValidationError if the document ``file`` is something else than its name says."""
    ending = Path(file.name).suffix.lower().removeprefix(".")
    if ending not in DOCUMENTS:
        return  # the model refuses it by its name
    match fault(file, ending):
        case Fault.OLD_OR_LOCKED:
            raise ValidationError(
                _(
                    "Filen har ett lösenord eller är sparad i ett äldre format. Spara den utan lösenord "
                    "som .%(ending)s."
                ),
                code="locked",
                params={"ending": ending},
            )
        case Fault.OTHER_CONTENT:
            raise ValidationError(
                _(
                    "Filen heter .%(ending)s, men innehållet är något annat eller skadat. Öppna den i det program som "
                    "den är gjord i, spara den som .%(ending)s och ladda upp den igen."
                ),
                code="other_content",
                params={"ending": ending},
            )


def check_virus(file):
    """Raise ValidationError if ``file`` has a virus, or if the scanner that the site should ask is away.

    Nothing is taken unexamined: to try again in a while costs an editor less than a virus costs a visitor.
    """
    try:
        found = virus(file)
    except Unavailable:
        logger.exception("The virus scanner could not examine an upload")
        raise ValidationError(
            _("Filen kan inte kontrolleras mot virus just nu. Försök igen om en stund."), code="unexamined"
        ) from None
    if found:
        logger.warning("An upload was refused: virus %s", found)
        raise ValidationError(
            _("Filen innehåller ett virus (%(name)s) och togs inte emot. Kontakta din it-avdelning."),
            code="virus",
            params={"name": found},
        )
