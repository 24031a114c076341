"""Draws the site's mark, an "ä" of a letter and two people, like ``icons/favicon.svg``. Pure.

The icons that are committed are drawn by the same function (``tests/icons``).
"""

from typing import Final

from PIL import Image, ImageDraw

FIELD: Final = "#0b2f40"
LETTER: Final = "#ffffff"
PEOPLE: Final = "#f6c9b8"

_GRID: Final = 32  # the units of the SVG


def draw_mark(size: int, *, inset: float = 0.0, field: str = FIELD) -> Image.Image:
    """A square of ``size`` pixels with the mark on its background.

    ``inset`` is the part of the width to leave free on each side of the SVG's drawing. A maskable icon needs its
    drawing within a circle of 80 % of the width (W3C, Web Application Manifest, section "Icon masks").
    """
    large = size * (8 if size < 100 else 3)  # scaled down afterwards for smooth edges
    picture = Image.new("RGB", (large, large), field)
    scale = large * (1 - 2 * inset) / _GRID
    _draw(ImageDraw.Draw(picture), scale, large * inset, field)
    return picture.resize((size, size), Image.Resampling.LANCZOS)


def _draw(pen: ImageDraw.ImageDraw, scale: float, left: float, field: str) -> None:
    def box(*corners: float) -> tuple[float, float, float, float]:
        x0, y0, x1, y1 = (left + scale * value for value in corners)
        return x0, y0, x1, y1

    for x, y, radius, colour in (
        (15, 20, 7.8, LETTER),
        (15, 20, 4.2, field),
        (11.4, 6.4, 2.4, PEOPLE),
        (19.6, 6.4, 2.4, PEOPLE),
    ):
        pen.ellipse(box(x - radius, y - radius, x + radius, y + radius), fill=colour)
    pen.rectangle(box(19.6, 12.4, 23.2, 27.6), fill=LETTER)
