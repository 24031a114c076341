from django.db import connection, models
from django.utils.translation import gettext_lazy as _


class UnsentRow(models.Model):
    """A ``Findable`` that was written or deleted but not yet sent to Elasticsearch.

    Written in the transaction of the change, so that neither is lost without the other. The primary key only rises and
    is the row's version in Elasticsearch, so that what arrives late never replaces what is newer.
    """

    findable = models.BigIntegerField(db_index=True)  # no foreign key: the row may be gone
    # The index in use has received it, but not the one that is being built.
    sent = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("sökträff som väntar på Elasticsearch")
        verbose_name_plural = _("sökträffar som väntar på Elasticsearch")

    def __str__(self):
        return f"{self.findable} ({self.pk})"


class IndexBuild(models.Model):
    """One row: which index is being built, and the lock that only one sender at a time has."""

    index = models.CharField(max_length=100, blank=True)
    started = models.DateTimeField(null=True)

    def __str__(self):
        return self.index or str(_("inget index byggs"))

    @classmethod
    def lock(cls, *, wait):
        """The row, locked until the transaction ends; None if another has locked it and ``wait`` is false.

        SQLite locks the whole database during a transaction and needs nothing more.
        """
        cls.objects.get_or_create(pk=1)
        skip = connection.features.has_select_for_update_skip_locked and not wait
        return cls.objects.select_for_update(skip_locked=skip).filter(pk=1).first()
