"""Draws the picture with Pillow, in the site's own fonts and the area's colour. Pure: texts in, PNG out."""

from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Final, NamedTuple

from PIL import Image, ImageDraw, ImageFont

from .lines import balanced
from .mark import draw_mark

WIDTH, HEIGHT = 1200, 630
# Raise this when the drawing changes, so that each picture gets a new address.
_EDITION: Final = 1

# The areas' background colours, from the stylesheet's light tokens. White on each has at least 8.6:1.
FIELDS: Final = {
    "": "#0b2f40",
    "lingon": "#8f1d33",
    "ocean": "#0b4f7a",
    "forest": "#1c5639",
    "heather": "#612c78",
    "amber": "#6b4300",
    "stone": "#414a50",
}
_WHITE, _GRANITE = "#ffffff", "#f6c9b8"
_FONTS: Final = Path(__file__).resolve().parents[1] / "static" / "gr_site" / "fonts"
_LEFT, _TEXT_WIDTH, _TITLE_TOP, _TITLE_HEIGHT = 80, 1040, 226, 330
_SIZES: Final = range(128, 43, -4)
_LINE_HEIGHT: Final = 1.06


class SharePicture(NamedTuple):
    """The texts of a picture. ``title`` may have soft hyphens; ``colour`` is a key in ``FIELDS``."""

    title: str
    kicker: str = ""
    colour: str = ""

    @property
    def digest(self) -> str:
        """Twelve hex digits that change with anything that is drawn."""
        return sha256("\n".join([str(_EDITION), *self]).encode()).hexdigest()[:12]


def draw(picture: SharePicture) -> bytes:
    """A PNG of ``WIDTH`` by ``HEIGHT``. Takes about a tenth of a second."""
    field = FIELDS.get(picture.colour, FIELDS[""])
    canvas = Image.new("RGB", (WIDTH, HEIGHT), field)
    _draw_ground(canvas)
    pen = ImageDraw.Draw(canvas)
    _draw_name(canvas, pen)
    if picture.kicker:
        pen.text((_LEFT, 176), _cut(picture.kicker, _text(30, 600)), _GRANITE, _text(30, 600))
    _draw_title(pen, picture.title)
    stored = BytesIO()
    canvas.save(stored, "PNG")
    return stored.getvalue()


@cache
def _faint_mark() -> Image.Image:
    """The opacity of the mark: 7 % at most."""
    return draw_mark(760, field="#000000").convert("L").point(lambda value: value * 18 // 255)


def _draw_ground(canvas: Image.Image) -> None:
    """Draw the mark huge and faint, cut off by the right edge."""
    canvas.paste(_WHITE, (WIDTH - 520, HEIGHT - 560), _faint_mark())
    canvas.paste(_GRANITE, (0, HEIGHT - 14, WIDTH, HEIGHT))


def _draw_name(canvas: Image.Image, pen: ImageDraw.ImageDraw) -> None:
    canvas.paste(draw_mark(72, inset=0.02), (_LEFT, 64))
    pen.text((_LEFT + 92, 64), "Göteborgsregionens", _WHITE, _text(26, 500))
    pen.text((_LEFT + 92, 90), "nätverk", _WHITE, _display(44))


def _draw_title(pen: ImageDraw.ImageDraw, title: str) -> None:
    size, lines = _fit(title)
    font = _display(size)
    for number, line in enumerate(lines):
        pen.text((_LEFT, _TITLE_TOP + number * size * _LINE_HEIGHT), line, _WHITE, font)


def _fit(title: str) -> tuple[int, list[str]]:
    """The largest font size at which the title fits, and its lines. At the smallest size the rest is cut off."""
    lines: list[str] = []
    for size in _SIZES:
        lines = balanced(title, _TEXT_WIDTH, _display(size).getlength)
        if len(lines) * size * _LINE_HEIGHT <= _TITLE_HEIGHT and not (size > 72 and _breaks(lines)):
            return size, lines
    room = int(_TITLE_HEIGHT / (_SIZES[-1] * _LINE_HEIGHT))
    return _SIZES[-1], [*lines[: room - 1], _cut(" ".join(lines[room - 1 :]), _display(_SIZES[-1]))]


def _breaks(lines: list[str]) -> bool:
    return any(line.endswith("-") for line in lines)


def _cut(text: str, font: ImageFont.FreeTypeFont) -> str:
    if font.getlength(text) <= _TEXT_WIDTH:
        return text
    while font.getlength(f"{text}…") > _TEXT_WIDTH:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _text(size: int, weight: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(_FONTS / "instrument-sans.woff2", size)
    font.set_variation_by_axes([weight])
    return font


def _display(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(_FONTS / "instrument-sans-narrow.woff2", size)
