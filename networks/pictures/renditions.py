"""Makes the sizes of a picture, and finds what there is of them to show.

A visitor's request makes none: to make the nine of one large picture takes seconds.
"""

import logging
from io import BytesIO
from pathlib import Path

from django.core.files.base import ContentFile, File
from wagtail.images.models import IMAGE_FORMAT_EXTENSIONS, Filter, Picture

from .preparing import at_most
from .specs import ALL, ORIGINAL, PUBLIC, WIDTHS

logger = logging.getLogger(__name__)


def make(picture, specs=ALL):
    """Make those of ``specs`` that ``picture`` (a Wagtail image) lacks. Gives how many were made.

    What cannot be made is logged, and stops neither the others nor whoever asked.
    """
    if not (filters := lacking(picture, specs)):
        return 0
    try:
        with picture.open_file() as file:
            whole = file.read()
        master = at_most(whole, max(WIDTHS))
    except Exception:  # a lost or broken file has no renditions
        logger.exception("The picture %s cannot be read", picture.pk)
        return 0
    return sum(_make(picture, spec, whole, master) for spec in filters)


def lacking(picture, specs=ALL):
    """Those of ``specs`` that ``picture`` has no rendition of, by the database."""
    wanted = {(spec, Filter(spec).get_cache_key(picture)): spec for spec in specs}
    for pair in picture.renditions.values_list("filter_spec", "focal_point_key"):
        wanted.pop(pair, None)
    return list(wanted.values())


def shown(picture, **attributes):
    """A Wagtail ``Picture`` of the renditions that there are; None if there is none at all.

    Where the page's sizes are not made yet, the largest of the admin's is shown.
    """
    filters = [Filter(spec) for spec in PUBLIC]
    found = picture.find_existing_renditions(*filters)
    if not found:
        others = picture.renditions.exclude(filter_spec=ORIGINAL).order_by("-width")[:1]
        found = {rendition.filter: rendition for rendition in others}
    chosen = {wanted.spec: found[wanted] for wanted in filters if wanted in found} or {
        wanted.spec: rendition for wanted, rendition in found.items()
    }
    for rendition in chosen.values():
        rendition.image = picture  # has the words of the block that shows it
    return Picture(chosen, attributes) if chosen else None


def _make(picture, spec, whole, master):
    # The focus of a picture counts the original's pixels.
    content = whole if spec.startswith("fill") and picture.has_focal_point() else master
    wanted = Filter(spec)
    try:
        file = _copied(picture, whole) if spec == ORIGINAL else _drawn(picture, wanted, content)
        _, made = picture.renditions.get_or_create(
            filter_spec=spec, focal_point_key=wanted.get_cache_key(picture), defaults={"file": file}
        )
    except Exception:  # one format may not take what the others do, such as a very long strip
        logger.exception("The picture %s cannot be drawn as %s", picture.pk, spec)
        return False
    return made


def _drawn(picture, wanted, content):
    result = wanted.run(picture, BytesIO(), source=File(BytesIO(content), name=picture.file.name))
    parts = (Path(picture.filename).stem[:20], wanted.get_cache_key(picture), wanted.spec.replace("|", "."))
    name = ".".join(filter(None, parts)) + IMAGE_FORMAT_EXTENSIONS[result.format_name]
    return ContentFile(result.f.getvalue(), name=name)


def _copied(picture, whole):
    """The whole picture, which is fit to show as it is: to draw it again takes the longest of all."""
    path = Path(picture.filename)
    return ContentFile(whole, name=f"{path.stem[:40]}.{ORIGINAL}{path.suffix.lower()}")
