from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from ..analysis.terms import tokens
from .choices import HitKind
from .querysets import FindableQuerySet


class Findable(index.Indexed, models.Model):
    """One public network, meeting, document or page in one language, as search finds it.

    Written from the published content by ``search.indexing`` and by nothing else. Wagtail's own index of a page is one
    publication behind where its child rows are concerned (members, meetings); a row here holds its own text, and is
    written after them.
    """

    kind = models.CharField(max_length=10, choices=HitKind)
    # The network's kind, "minutes" or "agenda" of a document, "series" of a page that gathers many meetings.
    variety = models.CharField(max_length=20, blank=True)
    # What the row is about, the same in each language and after each publication.
    key = models.CharField(max_length=100)
    # The translation key of the page that the row is written from: all rows of it are written together.
    subject = models.UUIDField(db_index=True)
    language = models.CharField(max_length=10)
    # Whether visitors in another language get this row too, because the page has no live translation.
    fallback = models.BooleanField(default=False)
    # The page whose visibility decides, its translation where the row has that one's words, and the network that hides
    # the row too. When one of them is not live, neither is the row.
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    translation = models.ForeignKey("wagtailcore.Page", null=True, on_delete=models.CASCADE, related_name="+")
    network = models.ForeignKey("networks.NetworkPage", null=True, on_delete=models.CASCADE, related_name="+")
    document = models.ForeignKey("wagtaildocs.Document", null=True, on_delete=models.CASCADE, related_name="+")
    meeting = models.UUIDField(null=True)

    title = models.CharField(max_length=255)
    # Earlier names of a network; the networks that own a meeting or a document. One a line.
    names = models.TextField(blank=True)
    owners = models.TextField(blank=True)
    # Short statements (members, area; first of a meeting: when and where), one a line, and the running text, one
    # paragraph a line.
    facts = models.TextField(blank=True)
    text = models.TextField(blank=True)
    # What a query is compared with: see ``search.analysis.terms``.
    title_terms = models.TextField(blank=True)
    fact_terms = models.TextField(blank=True)
    text_terms = models.TextField(blank=True)

    # Translation keys of areas, and keys of the municipalities that take part.
    areas = models.JSONField(default=list)
    municipalities = models.JSONField(default=list)
    first_day = models.DateField(null=True)
    last_day = models.DateField(null=True)
    cancelled = models.BooleanField(default=False)
    digest = models.CharField(max_length=64)

    objects = FindableQuerySet.as_manager()
    # Rows are handed to the search backends many at a time: see ``search.indexing.writing``.
    search_auto_update = False
    search_fields = [
        index.SearchField("title", boost=10),
        index.SearchField("names", boost=5),
        index.SearchField("owners", boost=4),
        index.SearchField("facts", boost=2),
        index.SearchField("text"),
        index.SearchField("tokens"),
        index.AutocompleteField("title"),
        index.FilterField("kind"),
        index.FilterField("language"),
        index.FilterField("fallback"),
        index.FilterField("first_day"),
        index.FilterField("last_day"),
    ]

    class Meta:
        verbose_name = _("sökträff")
        verbose_name_plural = _("sökträffar")
        constraints = [models.UniqueConstraint(fields=["key", "language"], name="search_findable_once_per_language")]

    def __str__(self):
        return self.title

    def tokens(self):
        return tokens(self.title_terms, self.fact_terms, self.text_terms)


class IndexState(models.Model):
    """One row with a stamp that is new after every change of what can be found, so that what is worked out of the
    rows is known to be old. A change that is rolled back brings the old stamp back."""

    stamp = models.UUIDField(default=uuid4)

    def __str__(self):
        return str(self.stamp)

    @classmethod
    def lock(cls):
        """Wait until whoever else writes rows is done, and make others wait until the transaction ends.

        Two who write some of the same rows would otherwise wait for each other, or the later one store what it had
        read before the earlier one's change.
        """
        cls.objects.select_for_update().filter(pk=1).first()

    @classmethod
    def renew(cls):
        cls.objects.update_or_create(pk=1, defaults={"stamp": uuid4()})

    @classmethod
    def current(cls):
        """The stamp now; None before anything was written."""
        return cls.objects.filter(pk=1).values_list("stamp", flat=True).first()
