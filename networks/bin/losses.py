"""What a deletion takes away, in words for the editor who is about to delete, and what she can do instead."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.models import Page, ReferenceIndex

from .discarding import pages_that_go, with_all_below


@dataclass(frozen=True)
class Instead:
    """Something else that the editor can do: a button that posts to ``address``, and what it does.

    ``ask`` is the label of a text to post as ``reason``, if one is needed."""

    label: str
    address: str
    text: str
    ask: str = ""


def losses(pages):
    """Lines of text about what vanishes with ``pages``. Rooms above add theirs with the hook ``bin_losses``."""
    going = [each for page in pages for each in pages_that_go(page)]
    keys = with_all_below(going)
    lines = [line for tell in hooks.get_hooks("bin_losses") for line in tell(keys)]
    return [*lines, *_pages(pages, keys)]


def _pages(pages, keys):
    chosen = {page.translation_key for page in pages}
    rows = Page.objects.filter(pk__in=keys)
    below = {*rows.exclude(translation_key__in=chosen).values_list("translation_key", flat=True)}
    translations = max(len(keys) - len(below | chosen), 0)
    if below:
        number = len(below)
        yield ngettext("%(number)d sida under den", "%(number)d sidor under den", number) % {"number": number}
    if translations:
        words = ngettext("%(number)d översatt sida", "%(number)d översatta sidor", translations)
        yield words % {"number": translations}


def instead(pages, user):
    """What ``user`` can do with ``pages`` instead of deleting them, most gentle first."""
    found = [offer for make in hooks.get_hooks("instead_of_deleting") for offer in make(pages, user)]
    published = [page for page in pages if page.live and page.permissions_for_user(user).can_unpublish()]
    return [*found, _unpublish(published, len(pages))] if published else found


def _unpublish(published, chosen):
    if chosen == 1:
        address = reverse("wagtailadmin_pages:unpublish", args=[published[0].pk])
        text = _("Sidan och dess möten döljs för besökare men ligger kvar hos dig som utkast.")
        return Instead(_("Avpublicera"), address, text)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
    words = ngettext(
        "%(number)d publicerad sida och dess möten döljs för besökare men ligger kvar hos dig som utkast.",
        "%(number)d publicerade sidor och deras möten döljs för besökare men ligger kvar hos dig som utkast.",
        len(published),
    )
    query = urlencode([("id", page.pk) for page in published])
    return Instead(_("Avpublicera"), f"{address}?{query}", words % {"number": len(published)})


def usage(things):
    """``[(title, address or "")]`` of what else refers to any of ``things`` (pages, documents or pictures)."""
    found = {}
    for thing in things:
        for source, _references in ReferenceIndex.get_references_to(thing).group_by_source_object():
            if isinstance(source, Page):
                found[source.pk] = source
    return list(found.values())
