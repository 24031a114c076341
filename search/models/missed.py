from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

# A table that anybody can add to by typing addresses needs a limit: so many that found nothing or only a guess, and
# as many that found something.
MOST_PER_MONTH = 2_000


class MissedQuery(models.Model):
    """How many times in a month a search found nothing, only a guess, or something, and how often somebody went on
    from its page of hits. Does not record who searched, where or when.

    An empty ``query`` stands for all whose words may be somebody's name. ``month`` is the first day of the month. Rows
    are removed after thirteen months, so that a month can be compared with the same month last year.
    """

    month = models.DateField(_("månad"))
    query = models.CharField(_("sökord"), max_length=60)
    number = models.PositiveIntegerField(_("antal utan träff"), default=1)
    guessed = models.PositiveIntegerField(_("antal med bara gissade träffar"), default=0, db_default=0)
    found = models.PositiveIntegerField(_("antal med träffar"), default=0, db_default=0)
    followed = models.PositiveIntegerField(_("antal gånger som någon gick vidare"), default=0, db_default=0)

    class Meta:
        verbose_name = _("svag sökning")
        verbose_name_plural = _("svaga sökningar")
        ordering = ["-month", "-number", "query"]
        constraints = [models.UniqueConstraint(fields=["month", "query"], name="search_missed_once_per_month")]

    def __str__(self):
        return self.query

    @classmethod
    def count(cls, query, day, *, guessed=False):
        """Count a search for ``query`` on ``day`` that found nothing, or only a guess. ``query`` must already be free
        from anything personal."""
        month, column = day.replace(day=1), "guessed" if guessed else "number"
        if cls.objects.filter(month=month, query=query).update(**{column: F(column) + 1}):
            return
        cls.objects.filter(month__lt=month.replace(year=month.year - 1)).delete()
        if cls.objects.filter(_WEAK, month=month).count() < MOST_PER_MONTH:
            cls.objects.get_or_create(month=month, query=query, defaults={"number": 0, column: 1})

    @classmethod
    def count_found(cls, searches, day):
        """Add ``{query: (found, followed)}`` to the month of ``day``, in as many queries for many as for few. Of the
        queries nothing may be personal."""
        month = day.replace(day=1)
        rows = list(cls.objects.select_for_update().filter(month=month, query__in=searches).order_by("pk"))
        for row in rows:
            found, followed = searches[row.query]
            row.found, row.followed = row.found + found, row.followed + followed
        cls.objects.bulk_update(rows, ["found", "followed"])
        room = MOST_PER_MONTH - cls.objects.filter(~_WEAK, month=month).count()
        new = sorted(searches.keys() - {row.query for row in rows})[: max(room, 0)]
        cls.objects.bulk_create(
            [
                cls(month=month, query=query, number=0, found=searches[query][0], followed=searches[query][1])
                for query in new
            ],
            ignore_conflicts=True,
        )


_WEAK = Q(number__gt=0) | Q(guessed__gt=0)
