"""The one query that says which files are open agrees with the rule of docs/files.md in plain Python."""

from itertools import combinations

import pytest
from django.core.files.base import ContentFile
from django.db import transaction
from wagtail.documents.models import Document
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from gr_site.models import StandardPage
from networks.files.readers import open_files
from networks.files.uses import pages_showing
from networks.models import NetworkDocument, NetworkStatement, SharedStatement
from networks.models.choices import DocumentAccess
from tests.factories import add_page, make_event, make_meeting, make_network, publish, source
from tests.shared_fixtures import shared_fixture

pytestmark = pytest.mark.django_db
NAMES = ("statement", "row", "asked_for", "minutes", "text", "english", "sub_page", "nowhere")


def linked(file):
    return f'<p>Läs <a linktype="document" id="{file.pk}">mer</a></p>'


def block(file):
    return [("document", {"document": file, "description": ""})]


@shared_fixture()
def shown(site):
    """``{name: document}`` of NAMES, each shown in its way, on a network, its meeting and pages in two languages."""
    inner = Collection.get_first_root_node().add_child(name="Yttre").add_child(name="Inre")
    files = {name: Document.objects.create(title=name, file=ContentFile(b"1", name="a.txt")) for name in NAMES}
    Document.objects.filter(title__in=("text", "minutes")).update(collection=inner)
    network = make_network("Miljö", purpose=linked(files["text"]))
    vision = SharedStatement.objects.create(title="Vision", text=linked(files["statement"]), locale=source())
    network.statements = [NetworkStatement(statement=vision)]
    network.documents = [
        NetworkDocument(title="Plan", document=files["row"]),
        NetworkDocument(title="Avtal", document=files["asked_for"], access=DocumentAccess.REGISTERED),
    ]
    publish(network)
    make_event(network, make_meeting("2020-02-07", minutes=files["minutes"]))
    page = add_page(site.home, StandardPage(title="Om oss", body=[]))
    add_page(page, StandardPage(title="Mer", body=block(files["sub_page"])))
    english = page.copy_for_translation(site.en, copy_parents=True)
    english.body = block(files["english"])
    publish(english)
    return files


def close(rows):
    """A restriction as the database has it, without what the site does when one is saved."""
    rows = list(rows)
    PageViewRestriction.objects.bulk_create(PageViewRestriction(page=page, restriction_type="login") for page in rows)


def close_collection():
    collection = Collection.objects.get(name="Yttre")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="password", password="sesam")


def hide(title):
    Page.objects.filter(title=title, locale=source()).update(live=False)


CHANGES = {
    "network closed": lambda: close(Page.objects.filter(title="Miljö")),
    "page closed": lambda: close(Page.objects.filter(title="Om oss", locale=source())),
    "translation closed": lambda: close(Page.objects.filter(title="Om oss").exclude(locale=source())),
    "sub-page closed": lambda: close(Page.objects.filter(title="Mer")),
    "collection closed": close_collection,
    "network hidden": lambda: hide("Miljö"),
    "page hidden": lambda: hide("Om oss"),
}


def plainly_open(model, keys):
    hidden = {page.translation_key for page in Page.objects.filter(locale=source()).specific() if not _is_shown(page)}
    live = {page.pk: page for page in Page.objects.filter(live=True) if page.translation_key not in hidden}
    restricted = Page.objects.filter(translation_key__in=PageViewRestriction.objects.values("page__translation_key"))
    doors = tuple(restricted.values_list("path", flat=True))
    collections = tuple(CollectionViewRestriction.objects.values_list("collection__path", flat=True))
    uses = pages_showing(model, keys)
    return {
        file.pk
        for file in model.objects.filter(pk__in=keys)
        if not file.collection.path.startswith(collections)
        and any(key in live and not live[key].path.startswith(doors) for key in uses[file.pk])
    }


def _is_shown(page):
    return page.live and getattr(page, "network", page).live


def test_it_agrees_with_the_plain_rule(shown):
    keys = [file.pk for file in shown.values()]
    found = set()
    for names in (names for number in (0, 1, 2) for names in combinations(CHANGES, number)):
        with transaction.atomic():
            for name in names:
                CHANGES[name]()
            answer = open_files(Document, keys)
            assert answer == plainly_open(Document, keys), names
            found.add(frozenset(answer))
            transaction.set_rollback(True)
    assert len(found) > 10
    assert max(map(len, found)) == len(NAMES) - 2
