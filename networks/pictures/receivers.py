"""Pictures that come by no form, such as those of an import or of an interrupted upload, go the same way."""

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models.signals import post_save, pre_save
from wagtail.images import get_image_model

from .preparing import Unreadable, prepared
from .renditions import make


def connect():
    model = get_image_model()
    pre_save.connect(prepare, sender=model)
    post_save.connect(draw, sender=model)


def prepare(instance, raw=False, **kwargs):
    """Keep a new picture in the form that is fit to keep. One that cannot be read is kept as it is."""
    if raw or not instance._state.adding or not instance.file:
        return
    try:
        with instance.open_file() as file:
            content = prepared(file)
    except (Unreadable, OSError):
        return
    if content is not None:
        replace(instance, content)


def replace(picture, content):
    """Give ``picture``, which is to be saved, ``content`` as its file. A stored file that it had is deleted."""
    before = picture.file
    before.close()
    picture.file = ContentFile(content, name=picture.filename)
    picture.file_size, picture.file_hash = None, ""  # read again when asked for
    if before._committed:
        transaction.on_commit(lambda: before.storage.delete(before.name), robust=True)


def draw(instance, created, raw=False, **kwargs):
    if created and not raw:
        transaction.on_commit(lambda: make(instance), robust=True)
