from django.contrib.contenttypes.models import ContentType
from django.db import models
from wagtail.models import Revision


class Chore(models.Model):
    """Work that is done each night, or again for a new release. One that was begun and not ended is done again.

    ``edition`` is the release that it was last ended with, where its result depends on that.
    ``attempts`` counts the failures since then, and ``not_before`` is when to try again after them.
    """

    name = models.CharField(max_length=50, primary_key=True)
    begun = models.DateTimeField(null=True)
    ended = models.DateTimeField(null=True)
    edition = models.CharField(max_length=64, blank=True)
    attempts = models.PositiveIntegerField(default=0)
    not_before = models.DateTimeField(null=True)

    def __str__(self):
        return self.name


class Setback(models.Model):
    """A page, or another row that has drafts, that could not be published or withdrawn at its time.

    ``revision`` is what was to be published, and none where the row was to be withdrawn. ``reason`` is in Swedish, for
    an editor. It is deleted once the work is done or no longer wanted.
    """

    content_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    object_id = models.CharField(max_length=255)
    revision = models.OneToOneField(Revision, models.CASCADE, null=True, related_name="+")
    reason = models.TextField()
    since = models.DateTimeField()
    attempts = models.PositiveIntegerField(default=0)
    not_before = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id"], condition=models.Q(revision=None), name="gr_site_one_withdrawal"
            )
        ]

    def __str__(self):
        return f"{self.content_type_id}:{self.object_id}"
