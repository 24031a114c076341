"""What has been deleted in the admin and can be restored, and the notes of what was destroyed for good."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class BinnedItem(models.Model):
    """Something that an editor deleted: a page with all below it and its translations, a document or a picture.

    The thing itself is gone from the tables, so that no list, search or chooser can show it by mistake. ``rows`` has
    what was deleted, word by word. ``parent_key`` is the page that it was below, or the collection that it was in.
    """

    class Kind(models.TextChoices):
        PAGE = "page", _("Sida")
        DOCUMENT = "document", _("Dokument")
        IMAGE = "image", _("Bild")

    kind = models.CharField(_("slag"), max_length=10, choices=Kind)
    model = models.CharField(max_length=100)  # "events.eventpage"
    key = models.PositiveIntegerField()
    title = models.CharField(_("titel"), max_length=255)
    place = models.CharField(_("låg i"), max_length=500, blank=True)
    parent_key = models.PositiveIntegerField(null=True)
    was_public = models.BooleanField(default=False)
    deleted_at = models.DateTimeField(_("borttagen"), auto_now_add=True, db_index=True)
    deleted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("av"), null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("borttaget")
        verbose_name_plural = _("papperskorgen")
        ordering = ["-deleted_at", "-pk"]
        default_permissions = ()

    def __str__(self):
        return self.title


class BinnedRow(models.Model):
    """One deleted row of any table, or (``is_reference``) what rows that remain had as a reference to it.

    ``values`` are texts as Django's serializers write them, by column: those of the row, or of the reference
    ``{"field": attribute, "rows": [keys], "value": key}``. ``parent_key`` is a tree node's parent.
    """

    item = models.ForeignKey(BinnedItem, on_delete=models.CASCADE, related_name="rows")
    model = models.CharField(max_length=100)
    key = models.CharField(max_length=64)
    is_reference = models.BooleanField(default=False)
    parent_key = models.PositiveIntegerField(null=True)
    values = models.JSONField()

    class Meta:
        verbose_name = _("rad i papperskorgen")
        verbose_name_plural = _("rader i papperskorgen")
        indexes = [models.Index(fields=["model", "key"], name="networks_binned_row")]
        default_permissions = ()

    def __str__(self):
        return f"{self.model} {self.key}"


class Disposal(models.Model):
    """The note of a decision to destroy what was in the bin (gallring). It stays when the thing is gone."""

    kind = models.CharField(_("slag"), max_length=10, choices=BinnedItem.Kind)
    key = models.PositiveIntegerField()
    title = models.CharField(_("titel"), max_length=255)
    place = models.CharField(_("låg i"), max_length=500, blank=True)
    deleted_at = models.DateTimeField(_("borttagen"))
    disposed_at = models.DateTimeField(_("gallrad"), auto_now_add=True)
    disposed_by = models.CharField(_("beslutat av"), max_length=200)
    why = models.CharField(_("varför"), max_length=500)

    class Meta:
        verbose_name = _("gallring")
        verbose_name_plural = _("gallringar")
        ordering = ["-disposed_at", "-pk"]
        default_permissions = ()

    def __str__(self):
        return self.title
