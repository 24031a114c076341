"""The file field of every form that takes a picture."""

from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext as _
from wagtail.images.fields import WagtailImageField

from ..uploads.checks import check_virus
from ..uploads.content import is_heic
from .preparing import LONGEST, MEGAPIXEL, TooManyPixels, TooMuchWork, Unreadable, longest_side, pixels, prepared


class PictureField(WagtailImageField):
    """Refuses by its structure alone what is too large or takes too long, then what is broken, and gives a picture
    that is fit to keep."""

    def to_python(self, data):
        if data is None:
            return None
        _refuse_heic(data)
        try:
            file = super().to_python(data)
            check_virus(file)
            content = prepared(file)
        except Unreadable:
            raise ValidationError(
                _(
                    "Bilden är skadad och går inte att läsa. Öppna den i ett bildprogram, spara den på nytt och ladda "
                    "upp den igen."
                ),
                code="invalid_image",
            ) from None
        return file if content is None else _replaced(file, content)

    def check_image_pixel_size(self, f):
        try:
            if pixels(f) <= self.max_image_pixels:
                return _refuse_strip(f)
        except TooManyPixels:
            pass
        except TooMuchWork:
            raise ValidationError(
                _(
                    "Bilden tar för lång tid att läsa. Den har för många rutor, om den rör sig, eller är sparad på "
                    "ett ovanligt sätt. Öppna den i ett bildprogram, spara den som en vanlig stillbild och ladda upp "
                    "den igen."
                ),
                code="too_much_work",
            ) from None
        raise ValidationError(
            _("Bilden har mer än %(most)s megapixel. Minska den i ett bildprogram och ladda upp den igen."),
            code="file_too_many_pixels",
            params={"most": self.max_image_pixels // MEGAPIXEL},
        )


def _refuse_strip(file):
    if longest_side(file) > LONGEST:
        raise ValidationError(
            _("Bilden är mer än %(most)s bildpunkter bred eller hög. Minska den i ett bildprogram."),
            code="file_too_long",
            params={"most": f"{LONGEST:,}".replace(",", "\u00a0")},
        )


def _refuse_heic(file):
    """In words of its own: to read it takes a library with the patents of its format."""
    if is_heic(file):
        raise ValidationError(
            _(
                "Bilden har formatet HEIC, som telefoner använder men många webbläsare inte visar. Öppna den i ett "
                "bildprogram, spara eller exportera den som JPEG och ladda upp den igen. På en iPhone blir nya bilder "
                "JPEG med Inställningar – Kamera – Format – Mest kompatibelt."
            ),
            code="heic",
        )


def _replaced(file, content):
    return SimpleUploadedFile(Path(file.name).name, content, file.content_type)
