"""The queryset verbs that decide what a search may show."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, ExpressionWrapper, F, OuterRef, Q
from django.utils import timezone
from wagtail.models import CollectionViewRestriction
from wagtail.search.queryset import SearchableQuerySetMixin

from networks.restrictions.closed_paths import restricted_paths


class FindableQuerySet(SearchableQuerySetMixin, models.QuerySet):
    def public(self):
        """Rows of what any visitor may see right now, even if the rows are out of date.

        Checks the pages and the day, so that nothing is shown between a change and the writing of rows. One query for
        the restrictions, plus one for their pages if there are any.
        """
        # In one call, since each takes as long as a short query, and suggestions ask for this with each letter.
        return self.filter(
            Q(page__expire_at=None) | Q(page__expire_at__gt=timezone.now()),
            Q(network=None) | Q(network__live=True),
            Q(translation=None) | Q(translation__live=True),
            ~restricted_paths("page__"),
            ~in_closed_collection("document__collection__"),
            _holding(timezone.localdate()),
            page__live=True,
        )

    def in_language(self, language):
        """The rows for a visitor in ``language``: its own, and the source language's where it has none."""
        return self.filter(Q(language=language) | Q(language=settings.LANGUAGE_CODE, fallback=True))


def _holding(day):
    """The rows that are right on ``day``: a row about people is so until the next of them comes or leaves."""
    return (Q(holds_from=None) | Q(holds_from__lte=day)) & (Q(holds_until=None) | Q(holds_until__gte=day))


def in_closed_collection(prefix):
    """Whether a document is in or below a restricted collection; ``prefix`` leads to its collection."""
    own_path = ExpressionWrapper(OuterRef(f"{prefix}path"), output_field=models.CharField())
    closed = CollectionViewRestriction.objects.annotate(path=own_path)
    return Exists(closed.filter(path__startswith=F("collection__path")))
