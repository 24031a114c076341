"""What "Driftläge" asks about the site itself: its versions, database, search, disk and feeds."""

from django.db import connection
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from search.elasticsearch.site import site_backend

from ..health.checks import LEAST_FREE, states
from ..logs import hostile
from . import figures
from .rows import Answer, State


def versions():
    return Answer(State.TOLD, ", ".join(f"{what} {version}" for what, version in figures.versions().items()))


def database():
    found = states()
    if found["migrations"] != "up":
        return Answer(State.FAULT, _("Databasen är inte uppdaterad. Kör kommandot migrate."))
    kind = {"postgresql": "PostgreSQL", "sqlite": "SQLite"}.get(connection.vendor, connection.vendor)
    version = ".".join(map(str, connection.get_database_version()))
    return Answer(State.GOOD, _("%(kind)s %(version)s svarar.") % {"kind": kind, "version": version})


def search():
    if site_backend() is None:
        return Answer(State.GOOD, _("Databasen svarar på sökningar. Elasticsearch används inte."))
    if states()["search"] != "up":
        return Answer(State.LOOK, _("Elasticsearch svarar inte. Databasen svarar på sökningar så länge."))
    return Answer(State.GOOD, _("Elasticsearch svarar på sökningar."))


def feeds():
    address, (number, faulty) = reverse("feed_health"), figures.feeds()
    if not faulty:
        text = ngettext("%(number)s flöde utan fel.", "%(number)s flöden utan fel.", number)
        return Answer(State.GOOD, text % {"number": number}, address)
    text = ngettext("%(number)s flöde behöver ses över.", "%(number)s flöden behöver ses över.", faulty)
    return Answer(State.LOOK, text % {"number": faulty}, address)


def disk():
    usage = figures.media_disk()
    text = _("%(free)s ledigt av %(total)s, där bilder och dokument ligger.") % {
        "free": filesizeformat(usage.free), "total": filesizeformat(usage.total),
    }  # fmt: skip
    if usage.free < LEAST_FREE:
        return Answer(State.FAULT, _("%(text)s Snart går det inte att ladda upp något.") % {"text": text})
    return Answer(State.LOOK if usage.free < usage.total / 10 else State.GOOD, text)


def hostile_requests():
    """Those that this process has met: each process counts its own."""
    number = sum(hostile.counts.totals().values())
    text = ngettext(
        "%(number)s fråga som inte gick att besvara sedan den här processen startade. Det är vanligt på alla "
        "webbplatser.",
        "%(number)s frågor som inte gick att besvara sedan den här processen startade. Det är vanligt på alla "
        "webbplatser.",
        number,
    )
    return Answer(State.TOLD, text % {"number": number})
