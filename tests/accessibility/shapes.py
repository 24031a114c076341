"""A page as it is shown: wide and narrow, light and dark."""

from . import axe

WIDTHS, SCHEMES = (1280, 360), ("light", "dark")


def in_all_shapes(page, name, found, **options):
    """Add to ``found`` what axe says of the loaded page: only its media queries know how wide and how light it is."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            if wrong := axe.violations(page, **options):
                found[f"{name}, {width} px, {scheme}"] = wrong
