"""Brings stored pictures in line with what is done to new ones."""

from itertools import islice

from django.db import transaction
from django.db.models import Count, Q
from wagtail.images import get_image_model

from ..publication.each_alone import each_alone
from .preparing import is_fit, prepared
from .receivers import replace
from .renditions import make
from .specs import ALL


def rebuild():
    """``(files replaced, renditions made, pictures that were left as they are)``.

    One that cannot be read or stored is logged and left.
    """
    replaced = made = 0
    left = []
    for done, drawn, skipped in rebuilding():
        replaced, made, left = replaced + done, made + drawn, left + skipped
    return replaced, made, left


def rebuilding():
    """``rebuild`` in pieces: yields the same for each picture."""
    for picture in get_image_model().objects.order_by("pk").iterator(chunk_size=100):
        done, skipped = each_alone(_made_fit, [picture], "The new file of a picture")
        yield sum(done), make(picture), skipped


def make_missing(most):
    """Make what is missing of ``most`` pictures at a time, the newest first. Gives how many renditions were made."""
    model = get_image_model()
    present = Count("renditions", filter=Q(renditions__filter_spec__in=ALL))
    waiting = model.objects.annotate(present=present).filter(present__lt=len(ALL)).order_by("-pk")
    # One that cannot be drawn takes no other's turn.
    made = filter(None, map(make, waiting))
    return sum(islice(made, most))


@transaction.atomic
def _made_fit(pictures):
    (picture,) = pictures
    with picture.open_file() as file:
        content = None if is_fit(file) else prepared(file)
    if content is None:
        return False
    picture.renditions.all().delete()  # drawn from the old file, and with its private facts
    size = picture.width, picture.height
    replace(picture, content)
    _move_focus(picture, size)
    picture.save()
    return True


def _move_focus(picture, size):
    """Let the focus count the new pixels. One that was chosen in a picture lying on its side is forgotten."""
    width, height = size
    if not picture.has_focal_point():
        return
    if (width > height) != (picture.width > picture.height):
        picture.set_focal_point(None)
        return
    for name in ("focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height"):
        setattr(picture, name, round(getattr(picture, name) * picture.width / width))
