"""Destroys what is in the bin for good, by a decision that is noted (gallring)."""

from django.apps import apps
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from modelcluster.fields import ParentalKey
from wagtail.log_actions import log
from wagtail.models import Page

from ..models import BinnedItem, BinnedRow, Disposal
from ..publication.whole import publication
from .signals import item_disposed

DISPOSED = "networks.dispose"


def may_dispose(user):
    return user.is_active and user.is_superuser


def older_than(day):
    """The items that were deleted before ``day`` (a date in the site's time zone), oldest first."""
    return BinnedItem.objects.filter(deleted_at__date__lt=day).order_by("deleted_at", "pk")


@publication()
def dispose(items, user, *, decided_by, why):
    """Destroy ``items`` and all their rows. Gives one Disposal for each. Rights are not checked."""
    return [_dispose(item, user, decided_by, why) for item in items]


def _dispose(item, user, decided_by, why):
    is_page = item.kind == BinnedItem.Kind.PAGE
    note = Disposal.objects.create(
        kind=item.kind,
        key=item.key,
        # What a file is called often names a person, and the note stays for ever.
        title=item.title if is_page else "",
        place=item.place,
        deleted_at=item.deleted_at,
        disposed_by=decided_by,
        why=why,
    )
    log(instance=note, action=DISPOSED, user=user)
    item_disposed.send(BinnedItem, item=item)
    item.delete()
    return note


def contents(items):
    """``[(name, number)]`` of what is destroyed with ``items``: pages, what stands on them, and their versions.

    What is there in several languages counts once, but each language's page and its versions count.
    """
    rows = BinnedRow.objects.filter(item__in=items, is_reference=False).order_by()
    found = [(_("Sidor"), rows.filter(model="wagtailcore.page").count())]
    for label in rows.values_list("model", flat=True).distinct():
        model = apps.get_model(label)
        if _is_part_of_a_page(model):
            column = "values__translation_key" if hasattr(model, "translation_key") else "key"
            number = rows.filter(model=label).values(column).distinct().count()
            found.append((capfirst(model._meta.verbose_name_plural), number))
    found.append((_("Sparade versioner"), rows.filter(model="wagtailcore.revision").count()))
    return [(name, number) for name, number in found if number]


def _is_part_of_a_page(model):
    fields = model._meta.local_concrete_fields
    return any(isinstance(field, ParentalKey) and issubclass(field.related_model, Page) for field in fields)
