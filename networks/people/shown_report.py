"""A Report as the admin shows it: titles, links, and why a text may be the person."""

from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model

from .places import edit_address

MOST_NEAR = 300

WHY = {
    "initial": _("bara initial"),
    "spelling": _("annan stavning"),
    "part": _("en del av namnet, eller ett längre namn"),
    "order": _("kan vara två personer"),
    "split": _("förnamn och efternamn i olika rutor eller stycken"),
    "address": _("i en adress"),
    "joined": _("hopskrivet"),
    "apart": _("förnamn och efternamn nära varandra"),
    "given": _("bara förnamnet, nära personens organisation"),
    "surname": _("bara efternamnet, på en sida där personen finns"),
}
_ORDER = list(WHY)


def owners(report, user):
    """``[(owner, kind, title, address, Owned)]`` by kind and title: what is removed unless somebody says otherwise."""
    found = [(key, *_linked(owned, user), owned) for key, owned in report.owners.items()]
    return sorted(found, key=lambda row: (row[1], row[2]))


def near(report, user, ticked):
    """``[(Near, kind, title, address, why, is ticked)]``, the likeliest first, at most ``MOST_NEAR``."""
    found = sorted(report.near.values(), key=lambda each: _ORDER.index(each.why))[:MOST_NEAR]
    return [(each, *_linked(each, user), WHY[each.why], each.key in ticked) for each in found]


def addresses(report, user):
    """``[(kind, text, where it is changed)]``"""
    return [(_kind(each, user), each.text, edit_address(each.model, each.pk, user)[1]) for each in report.addresses]


def _kind(address, user):
    kind = str(address.model._meta.verbose_name)
    if not address.is_stored:
        return kind
    title, _link = edit_address(address.model, address.pk, user)
    return _("%(kind)s ”%(title)s”, i ett utkast eller en äldre version") % {"kind": kind, "title": title}


def documents(report, user):
    """``[(title, where its file is replaced)]``"""
    model = get_document_model()
    return [(title, edit_address(model, pk, user)[1]) for pk, title in report.documents]


def _linked(place, user):
    title, address = edit_address(place.model, place.pk, user)
    return str(place.model._meta.verbose_name), title, address
