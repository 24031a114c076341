"""The files of the mark that browsers, telephones and the web manifest ask for."""

from pathlib import Path
from typing import Final

from PIL import Image

from gr_site.share_pictures.mark import draw_mark

_APP: Final = Path(__file__).resolve().parents[2] / "gr_site"
ICONS: Final = _APP / "static" / "gr_site" / "icons"
# Served at the site's root by WhiteNoise: browsers and telephones ask for these two names whatever a page says.
ROOT_FILES: Final = _APP / "root_files"

# A maskable icon is cut to the shape of the telephone's choice.
_MASKABLE_INSET: Final = 0.14


def pictures() -> dict[Path, Image.Image]:
    """Each PNG and what it shows."""
    return {
        ROOT_FILES / "apple-touch-icon.png": draw_mark(180, inset=0.1),
        ICONS / "icon-192.png": draw_mark(192, inset=0.04),
        ICONS / "icon-512.png": draw_mark(512, inset=0.04),
        ICONS / "icon-maskable-512.png": draw_mark(512, inset=_MASKABLE_INSET),
    }


def write_files() -> list[Path]:
    """Draw all files and give their paths."""
    drawn = pictures()
    for path, picture in drawn.items():
        picture.save(path, optimize=True)
    favicon = ROOT_FILES / "favicon.ico"
    draw_mark(48).save(favicon, sizes=[(16, 16), (32, 32), (48, 48)])
    return [*drawn, favicon]
