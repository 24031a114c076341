"""A small site of which each thing has a word of its own, so that the word tells where something is shown."""

from dataclasses import dataclass
from datetime import date

from django.core.files.base import ContentFile
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.documents.models import Document
from wagtail.models import Collection, CollectionViewRestriction

from events.models import EventPage
from gr_site.models import GlossaryPage, StandardPage
from networks.models import NetworkContact, NetworkDocument, NetworkMember, NetworkPage, Term
from search.models import DocumentText
from search.models.choices import TextState
from tests.factories import (
    add_page,
    make_area,
    make_event,
    make_meeting,
    make_network,
    make_organisation,
    make_regional_event,
    publish,
    source,
)

NOW = "2026-04-15T10:00:00+02:00"
COMMON = "Gemenskap"  # in the title of everything
RECOMMENDED = "urval"  # what everything is recommended for
AREAS = ["Akvamar", "Barksal", "Cedrill"]
MUNICIPALITIES = ["Dovhult", "Elgvik", "Fibblum"]
TERM = "Gnejsal"
WORDS = [
    *AREAS, *MUNICIPALITIES, TERM, "Hasselm", "Idegran", "Jordvik", "Kaprifo", "Ljungby", "Malvros", "Nejliks",
    "Oxelrod", "Pilbark", "Ranunka", "Sippula", "Timotej", "Ullgras", "Videlun", "Yvonnel", "Zinnial", "Brudbor",
    "Daggkap", "Fetknop", "Gullviv", "Harsyra", "Jungfru", "Kattfot", "Rosmari", "Salvian", "Tallkot", "Vitsipp",
]  # fmt: skip


@dataclass
class Content:
    networks: list[NetworkPage]
    events: list[EventPage]
    pages: list
    documents: list[Document]
    closed: Collection


def build(site):
    """Three networks and a sub-group, joint meetings of them, a page, a glossary and what is recommended."""
    words = iter(WORDS[len(AREAS) + len(MUNICIPALITIES) + 1 :])
    networks = [_network(words, place) for place in range(3)]
    networks.append(_network(words, 0, parent=networks[2]))
    events = [
        _event(words, networks[0], [networks[1]]),
        _event(words, networks[1], [networks[2], networks[3]]),
        _event(words, networks[3], [networks[0]]),
        _event(words, None, [networks[0], networks[2]]),
    ]
    page = add_page(site.home, StandardPage(title=f"{COMMON} {next(words)}", introduction="Ingress"))
    add_page(site.home, GlossaryPage(title="Ordlista", slug="ordlista"))
    Term.objects.create(term=TERM, explanation="En sorts sten.", locale=source())
    for place, each in enumerate([*networks, *events, page]):
        SearchPromotion.objects.create(query=Query.get(RECOMMENDED), page=each, sort_order=place)
    closed = Collection.get_first_root_node().add_child(name="Stängd")
    CollectionViewRestriction.objects.create(collection=closed, restriction_type="login")
    return Content(networks, events, [page], list(Document.objects.order_by("pk")), closed)


def _network(words, place, **fields):
    area, organisation = make_area(AREAS[place]), make_organisation(MUNICIPALITIES[place], kind="member")
    network = make_network(f"{COMMON} {next(words)}", area=area, **fields)
    network.members = [
        NetworkMember(organisation=organisation, name=f"Ture {next(words)}", name_basis="consent"),
        NetworkMember(
            organisation=make_organisation(MUNICIPALITIES[place - 1], kind="member"),
            name=f"Alva {next(words)}",
            name_basis="consent",
            valid_until=date(2026, 4, 16 + place),
        ),
    ]
    network.contacts = [NetworkContact(name=f"Siv {next(words)}", valid_until=date(2026, 4, 18))]
    network.documents = [NetworkDocument(title=f"{COMMON} {network.title.split()[1]}", document=_document())]
    return publish(network)


def _document():
    document = Document.objects.create(title="Fil", file=ContentFile(b"Lekplatser", name="rapport.txt"))
    text = {"file_name": document.file.name, "state": TextState.READ, "text": "Lekplatser"}
    DocumentText.objects.update_or_create(document=document, defaults=text)
    return document


def _event(words, network, co_owners):
    rows = make_meeting("2026-10-09", theme=f"Om {next(words)}"), make_meeting("2026-11-09")
    options = {"title": f"{COMMON} {next(words)}", "co_owners": co_owners}
    return make_event(network, *rows, **options) if network else make_regional_event(*rows, **options)
