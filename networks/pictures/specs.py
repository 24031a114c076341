"""The sizes in which pictures are shown. Each is made when the picture is uploaded. Pure.

Tests compare the lists with the templates, ours and Wagtail's.
"""

from itertools import product
from typing import Final

# What `networks/blocks/figure.html` shows, in the order in which a browser chooses.
WIDTHS: Final = (480, 960, 1440)
PUBLIC: Final = tuple(f"format-{form}|width-{width}" for form, width in product(("avif", "webp", "jpeg"), WIDTHS))

# What the admin shows: lists, choosers, the field in a form, the page of a picture.
ORIGINAL: Final = "original"
ADMIN: Final = ("max-150x150", "max-165x165", "max-800x600", "fill-600x338", ORIGINAL)

ALL: Final = (*ADMIN, *PUBLIC)
