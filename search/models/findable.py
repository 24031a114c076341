from uuid import uuid4

from django.db import connection, models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from networks.reading.request_cache import RequestCache

from ..analysis.terms import tokens
from .choices import HitKind
from .querysets import FindableQuerySet

_stamps = RequestCache()
_STAMP = "SELECT stamp FROM search_indexstate WHERE id = 1"


class Findable(index.Indexed, models.Model):
    """A public network, meeting, document or page in one language, as search finds it.

    Only ``search.indexing`` writes these rows, from the published content. For a page's child rows (members, meetings)
    Wagtail's own index is one publication behind. A row here has its own text and is written after the child rows.
    """

    kind = models.CharField(max_length=10, choices=HitKind)
    # A network's kind, "minutes" or "agenda" for a document, "series" for a page with many meetings.
    variety = models.CharField(max_length=20, blank=True)
    # The key of what the row is about, which is the same in each language and after each publication.
    key = models.CharField(max_length=100)
    # The translation key of the page that the row is written from. All rows of a page are written together.
    subject = models.UUIDField(db_index=True)
    language = models.CharField(max_length=10)
    # Whether visitors in another language get this row too, because the page has no live translation.
    fallback = models.BooleanField(default=False)
    # The page that decides the row's visibility, the translation whose words the row has (if any), and the network.
    # The row is public only if all of them are live.
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    translation = models.ForeignKey("wagtailcore.Page", null=True, on_delete=models.CASCADE, related_name="+")
    network = models.ForeignKey("networks.NetworkPage", null=True, on_delete=models.CASCADE, related_name="+")
    document = models.ForeignKey("wagtaildocs.Document", null=True, on_delete=models.CASCADE, related_name="+")
    meeting = models.UUIDField(null=True)

    title = models.CharField(max_length=255)
    # Earlier names of a network; the networks that own a meeting or a document. One per line.
    names = models.TextField(blank=True)
    owners = models.TextField(blank=True)
    # Short statements (members, area; for a meeting first when and where), one per line, and the running text, one
    # paragraph per line.
    facts = models.TextField(blank=True)
    text = models.TextField(blank=True)
    # The terms that a query is compared with: see ``search.analysis.terms``.
    title_terms = models.TextField(blank=True)
    fact_terms = models.TextField(blank=True)
    text_terms = models.TextField(blank=True)

    # Translation keys of areas, and keys of the municipalities that take part.
    areas = models.JSONField(default=list)
    municipalities = models.JSONField(default=list)
    # Municipalities that take part on some days only, as ``[key, first day, last day]`` (``analysis.stretches.Seat``).
    dated_municipalities = models.JSONField(default=list)
    # The first and last day on which the facts about people are right; without an end if empty.
    holds_from = models.DateField(null=True)
    holds_until = models.DateField(null=True)
    first_day = models.DateField(null=True)
    last_day = models.DateField(null=True)
    cancelled = models.BooleanField(default=False)
    # Of a meeting on a day of its own: where it is, as the visitor reads it, and a ``events.models.choices.Format``.
    place = models.CharField(max_length=255, blank=True)
    form = models.CharField(max_length=20, blank=True)
    # Translation keys of the networks that the row names because they are related to its own.
    related = models.JSONField(default=list)
    # The terms of the same thing's row in other languages: first those of its names, on the next line the others.
    lent_terms = models.TextField(blank=True)
    digest = models.CharField(max_length=64)

    objects = FindableQuerySet.as_manager()
    # Rows are passed to the search backends many at a time: see ``search.indexing.writing``.
    search_auto_update = False
    search_fields = [
        index.SearchField("title", boost=10),
        index.SearchField("names", boost=5),
        index.SearchField("owners", boost=4),
        index.SearchField("facts", boost=2),
        index.SearchField("text"),
        index.SearchField("tokens"),
        index.FilterField("kind"),
        index.FilterField("language"),
        index.FilterField("fallback"),
        index.FilterField("first_day"),
        index.FilterField("last_day"),
        index.FilterField("holds_from"),
        index.FilterField("holds_until"),
    ]

    class Meta:
        verbose_name = _("sökträff")
        verbose_name_plural = _("sökträffar")
        constraints = [models.UniqueConstraint(fields=["key", "language"], name="search_findable_once_per_language")]

    def __str__(self):
        return self.title

    def tokens(self):
        return tokens(self.title_terms, self.fact_terms, self.text_terms, self.lent_terms)


class IndexState(models.Model):
    """One row with a stamp that is new after every change of what can be found, so that caches know when they are out
    of date. A rolled-back change restores the old stamp."""

    stamp = models.UUIDField(default=uuid4)

    def __str__(self):
        return str(self.stamp)

    @classmethod
    def lock(cls):
        """Wait for other writers of rows to finish, and make later ones wait until this transaction ends.

        Otherwise two writers of the same rows could deadlock, or the later could store what it read before the
        earlier one's change.
        """
        cls.objects.select_for_update().filter(pk=1).first()

    @classmethod
    def renew(cls):
        cls.objects.update_or_create(pk=1, defaults={"stamp": uuid4()})
        _stamps.forget()

    @classmethod
    def current(cls):
        """The current stamp, as the database writes it; None before anything has been written. Asked once a request.

        Plain SQL takes a quarter of a queryset's time, and each letter that somebody types asks for this.
        """
        return _stamps.get("current", cls._read)

    @staticmethod
    def _read():
        with connection.cursor() as cursor:
            cursor.execute(_STAMP)
            (stamp,) = cursor.fetchone() or (None,)
        return stamp
