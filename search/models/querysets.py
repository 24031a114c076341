"""The verb that decides what a search may show."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, ExpressionWrapper, F, OuterRef, Q
from django.utils import timezone
from wagtail.models import CollectionViewRestriction
from wagtail.search.queryset import SearchableQuerySetMixin

from networks.restrictions.closed_paths import restricted_paths


class FindableQuerySet(SearchableQuerySetMixin, models.QuerySet):
    def public(self):
        """Rows of what any visitor may see at this moment, whatever the index remembers.

        Asks the pages themselves, not the rows, so that nothing shows between a change and its writing. Costs one
        query for the restrictions, plus one for their pages where there are any.
        """
        now = timezone.now()
        return (
            self.filter(page__live=True)
            .filter(Q(page__expire_at=None) | Q(page__expire_at__gt=now))
            .filter(Q(network=None) | Q(network__live=True))
            .filter(Q(translation=None) | Q(translation__live=True))
            .exclude(restricted_paths("page__"))
            .exclude(_in_closed_collection())
        )

    def in_language(self, language):
        """What a visitor in ``language`` gets: its own rows, and the source language's where there is no other."""
        return self.filter(Q(language=language) | Q(language=settings.LANGUAGE_CODE, fallback=True))


def _in_closed_collection():
    """Whether the row's document lies in, or below, a collection that not everybody may see."""
    own_path = ExpressionWrapper(OuterRef("document__collection__path"), output_field=models.CharField())
    closed = CollectionViewRestriction.objects.annotate(path=own_path)
    return Exists(closed.filter(path__startswith=F("collection__path")))
