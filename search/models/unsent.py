from django.db import connection, models
from django.utils.translation import gettext_lazy as _


class UnsentRow(models.Model):
    """A ``Findable`` that was written or deleted and that Elasticsearch has not been told of.

    Written in the transaction of the change, so neither is lost without the other. The primary key only rises, and is
    the version under which Elasticsearch keeps the row: what arrives late never replaces what is newer.
    """

    findable = models.BigIntegerField(db_index=True)  # no foreign key: the row may be gone
    # The index in use has it; it waits for the one that is being built.
    sent = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("sökträff som väntar på Elasticsearch")
        verbose_name_plural = _("sökträffar som väntar på Elasticsearch")

    def __str__(self):
        return f"{self.findable} ({self.pk})"


class IndexBuild(models.Model):
    """One row: which index is being built, and the lock that one sender at a time holds."""

    index = models.CharField(max_length=100, blank=True)
    started = models.DateTimeField(null=True)

    def __str__(self):
        return self.index or str(_("inget index byggs"))

    @classmethod
    def lock(cls, *, wait):
        """The row, locked until the transaction ends; None where another holds it and ``wait`` is false.

        SQLite locks the whole database for a transaction's length and needs no more.
        """
        cls.objects.get_or_create(pk=1)
        skip = connection.features.has_select_for_update_skip_locked and not wait
        return cls.objects.select_for_update(skip_locked=skip).filter(pk=1).first()
