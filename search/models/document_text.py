from django.db import models
from django.utils.translation import gettext_lazy as _

from .choices import TextState


class DocumentText(models.Model):
    """The text of a document's file, read once for each file. A new file has a new ``file_name``.

    ``reserved_until``: a process is reading it, and has died if it has not answered by then.
    """

    document = models.OneToOneField("wagtaildocs.Document", on_delete=models.CASCADE, related_name="read_text")
    file_name = models.CharField(max_length=255)
    state = models.CharField(_("läge"), max_length=10, choices=TextState, default=TextState.WAITING)
    text = models.TextField(blank=True)
    pages = models.PositiveIntegerField(null=True)
    reserved_until = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("dokuments text")
        verbose_name_plural = _("dokuments texter")

    def __str__(self):
        return self.file_name
