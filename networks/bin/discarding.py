"""Puts things in the bin: writes down all their rows and then deletes them, as Wagtail would."""

from wagtail.actions.delete_page import DeletePageAction
from wagtail.models import Page

from ..models import BinnedItem
from ..publication.whole import publication
from ..translation import is_of_source
from .recording import recorded
from .signals import pages_put_in_bin


def pages_that_go(page):
    """``page`` and its counterparts in other languages, which go with the page in the source language."""
    others = page.get_translations().specific() if is_of_source(page) else []
    return [page.specific, *others]


def with_all_below(pages):
    """The keys of ``pages`` and of all pages below them."""
    return {key for page in pages for key in page.get_descendants(inclusive=True).values_list("pk", flat=True)}


@publication()
def put_page_in_bin(page, user):
    """Move ``page``, its translations and all below them to the bin. Gives the BinnedItem. Rights are not checked."""
    pages = pages_that_go(page)
    keys = with_all_below(pages)
    parent = page.get_parent()
    item = BinnedItem.objects.create(
        kind=BinnedItem.Kind.PAGE,
        model=pages[0]._meta.label_lower,
        key=page.pk,
        title=page.get_admin_display_title(),
        place=_place(parent),
        parent_key=parent.pk,
        was_public=Page.objects.filter(pk__in=keys).live().exists(),
        deleted_by=user,
    )
    pages_put_in_bin.send(BinnedItem, item=item, pages=keys)
    with recorded() as record:
        # The source last: when it goes, wagtail-localize changes the translations that are left.
        for each in reversed(pages):
            fresh = Page.objects.filter(pk=each.pk).first()
            if fresh:  # it may have been below another of them
                DeletePageAction(fresh.specific, user=user).execute(skip_permission_checks=True)
    record.store(item)
    return item


def _place(parent):
    above = parent.get_ancestors(inclusive=True).filter(depth__gt=2)
    return " › ".join(page.get_admin_display_title() for page in above)[:500]
