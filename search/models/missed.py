from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

# A table that anybody can add to by typing addresses needs a limit.
MOST_PER_MONTH = 2_000


class MissedQuery(models.Model):
    """How many times in a month a search found nothing. Does not record who searched, where or when.

    An empty ``query`` stands for all whose words may be somebody's name. ``month`` is the first day of the month. Rows
    are removed after thirteen months, so that a month can be compared with the same month last year.
    """

    month = models.DateField(_("månad"))
    query = models.CharField(_("sökord"), max_length=60)
    number = models.PositiveIntegerField(_("antal"), default=1)

    class Meta:
        verbose_name = _("sökning utan träff")
        verbose_name_plural = _("sökningar utan träff")
        ordering = ["-month", "-number", "query"]
        constraints = [models.UniqueConstraint(fields=["month", "query"], name="search_missed_once_per_month")]

    def __str__(self):
        return self.query

    @classmethod
    def count(cls, query, day):
        """Count a search for ``query`` on ``day``. ``query`` must already be free from anything personal."""
        month = day.replace(day=1)
        if cls.objects.filter(month=month, query=query).update(number=F("number") + 1):
            return
        cls.objects.filter(month__lt=month.replace(year=month.year - 1)).delete()
        if cls.objects.filter(month=month).count() < MOST_PER_MONTH:
            cls.objects.get_or_create(month=month, query=query)
