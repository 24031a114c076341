"""A file is as open as the pages that show it, at each of its addresses."""

import json

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse_lazy
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from gr_site.models import StandardPage
from networks.files.readers import open_files
from networks.models import NetworkDocument, NetworkPage, NetworkStatement, SharedStatement
from networks.models.choices import DocumentAccess
from tests.drained import drained
from tests.factories import add_page, make_editor, make_event, make_meeting, make_network, publish
from tests.networks.pictures.drawings import drawn
from tests.networks.rights.conftest import make_user, signed_in
from tests.query_counts import queries_of
from tests.shared_fixtures import shared_fixture

pytestmark = pytest.mark.django_db

LOGIN, PASSWORD, GROUPS = "login", "password", "groups"
LOGIN_PAGE = reverse_lazy("account_login")


@pytest.fixture(autouse=True)
def _files_in_a_folder_of_their_own(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@shared_fixture()
def network(site):
    return make_network("Miljö")


@pytest.fixture
def document(db):
    return make_document()


def make_document(name="protokoll.pdf", **fields):
    return Document.objects.create(title=name, file=ContentFile(b"%PDF-1.7", name=name), **fields)


def body(document=None, image=None):
    blocks = []
    if document:
        blocks.append({"type": "document", "value": {"document": document.pk, "description": ""}})
    if image:
        picture = {"image": image.pk, "alt_text": "", "decorative": True}
        blocks.append({"type": "figure", "value": {"image": picture, "caption": ""}})
    return json.dumps(blocks)


def page_with(parent, document=None, image=None, title="Sida"):
    return add_page(parent, StandardPage(title=title, body=body(document, image)))


def restrict(page, kind=LOGIN, *groups, **fields):
    restriction = PageViewRestriction.objects.create(
        page=Page.objects.get(pk=page.pk), restriction_type=kind, **fields
    )
    restriction.groups.set(groups)
    return restriction


def status(client, file):
    return drained(client.get(file.url)).status_code


def closed_to(client, file):
    """What a closed file answers; it is kept by nobody."""
    response = client.get(file.url)
    assert "no-store" in response["Cache-Control"]
    return response.status_code, response.get("Location", "").partition("?")[0]


WAYS = {
    "agenda": lambda page, file: make_event(page, make_meeting("2020-02-07", agenda=file)),
    "minutes": lambda page, file: make_event(page, make_meeting("2020-02-07", minutes=file)),
    "block": lambda page, file: make_event(page, "2020-02-07", body=body(file)),
    "text": lambda page, file: changed(page, purpose=linked(file)),
    "row": lambda page, file: changed(page, documents=[NetworkDocument(title="Plan", document=file)]),
    "statement": lambda page, file: changed(page, statements=[NetworkStatement(statement=statement(file))]),
}


def linked(file):
    return f'<p>Läs <a linktype="document" id="{file.pk}">mer</a></p>'


def statement(file):
    return SharedStatement.objects.create(title="Vision", text=linked(file), locale_id=Page.objects.last().locale_id)


def changed(page, **fields):
    page = NetworkPage.objects.get(pk=page.pk)
    for name, value in fields.items():
        setattr(page, name, value)
    return publish(page)


@pytest.mark.parametrize("way", WAYS)
def test_a_restriction_closes_what_the_page_shows_and_its_end_opens_it(network, document, client, way):
    assert closed_to(client, document) == (404, "")
    page = WAYS[way](network, document)
    assert status(client, document) == 200
    restriction = restrict(network)
    assert closed_to(client, document) == (302, LOGIN_PAGE)
    restriction.delete()
    assert status(client, document) == 200
    Page.objects.get(pk=page.pk).specific.unpublish()
    assert closed_to(client, document) == (404, "")


def test_another_open_page_keeps_it_open(site, network, document, client):
    restrict(network)
    changed(network, body=body(document))
    other = page_with(site.home, document)
    assert status(client, document) == 200
    other.delete()
    assert closed_to(client, document) == (302, LOGIN_PAGE)


def test_a_move_below_a_closed_page_closes(site, network, document, client):
    page = page_with(site.home, document)
    closed = page_with(site.home, title="Stängd")
    restrict(closed)
    Page.objects.get(pk=page.pk).move(Page.objects.get(pk=closed.pk), pos="last-child")
    assert closed_to(client, document) == (302, LOGIN_PAGE)
    Page.objects.get(pk=page.pk).move(Page.objects.get(pk=site.home.pk), pos="last-child")
    assert status(client, document) == 200


def test_the_events_of_a_network_that_is_not_live(network, document, client):
    make_event(network, make_meeting("2020-02-07", minutes=document))
    NetworkPage.objects.get(pk=network.pk).unpublish()
    assert closed_to(client, document) == (404, "")


def test_a_deleted_page_and_a_replaced_file_open_nothing(site, document, client):
    page = page_with(site.home, document)
    restrict(page)
    page.body = body(make_document("nytt.pdf"))
    page = publish(page)
    assert closed_to(client, document) == (404, "")
    new = Document.objects.get(title="nytt.pdf")
    page.delete()
    assert closed_to(client, new) == (404, "")


def test_a_draft_opens_nothing(site, document, client):
    page = page_with(site.home)
    page.body = body(document)
    page.save_revision()
    assert closed_to(client, document) == (404, "")


def test_a_network_s_document_that_is_given_out_on_request(network, document, client):
    row = NetworkDocument(title="Plan", document=document, access=DocumentAccess.REGISTERED)
    changed(network, documents=[row])
    assert closed_to(client, document) == (404, "")


@pytest.mark.parametrize("kind", [LOGIN, PASSWORD, GROUPS])
def test_who_may_read_the_page_may_read_the_file(site, document, client, kind):
    group = Group.objects.create(name="Ledamöter")
    page = page_with(site.home, document)
    restriction = restrict(page, kind, *([group] if kind == GROUPS else []), password="sesam" * (kind == PASSWORD))
    address = page.get_url()
    assert closed_to(client, document) == (302, address if kind == PASSWORD else LOGIN_PAGE)
    if kind == PASSWORD:
        given = {"password": "sesam", "return_url": address}
        client.post(f"/_util/authenticate_with_password/{restriction.pk}/{page.pk}/", given)
    else:
        assert kind == LOGIN or closed_to(signed_in(make_user("ulla")), document) == (302, LOGIN_PAGE)
        client.force_login(make_user("elsa", group))
    response = client.get(document.url)
    assert (response.getvalue(), response["Cache-Control"]) == (b"%PDF-1.7", "private, no-store")
    assert client.get(address).status_code == 200


def test_both_of_two_doors_have_to_be_passed(site, network, document, client):
    event = make_event(network, make_meeting("2020-02-07", minutes=document))
    restrict(network)
    restrict(event, GROUPS, Group.objects.create(name="Ledamöter"))
    client.force_login(make_user("elsa"))
    assert closed_to(client, document) == (302, LOGIN_PAGE)
    client.force_login(make_user("ulla", Group.objects.get(name="Ledamöter")))
    assert status(client, document) == 200


def test_the_english_page_closes_with_its_source(site, network, document, client):
    english = network.copy_for_translation(site.en, copy_parents=True)
    english.body = body(document)
    publish(english)
    assert status(client, document) == 200
    restriction = restrict(network)
    assert closed_to(client, document) == (302, LOGIN_PAGE)
    restriction.delete()
    NetworkPage.objects.get(pk=network.pk).unpublish()
    assert closed_to(client, document) == (404, "")


def test_editors_read_what_they_may_choose(site, network, client):
    other = make_network("Skola")
    editor, stranger = make_editor(network, "nils"), make_editor(other, "olle")
    file = make_document(collection=network_files(network))
    assert [status(signed_in(user), file) for user in (editor, stranger)] == [200, 404]


def network_files(network):
    return Collection.objects.get(name=network.title)


def test_a_closed_collection_closes_whatever_shows_it(site, client):
    collection = Collection.get_first_root_node().add_child(name="Slutet")
    restriction = CollectionViewRestriction.objects.create(collection=collection, restriction_type=LOGIN)
    shown, unused = make_document("a.pdf", collection=collection), make_document("b.pdf", collection=collection)
    page_with(site.home, shown)
    assert [closed_to(client, file) for file in (shown, unused)] == [(302, LOGIN_PAGE)] * 2
    assert [status(signed_in(make_user(name)), file) for name, file in (("a", shown), ("b", unused))] == [200, 200]
    restriction.delete()
    assert [status(Client(), file) for file in (shown, unused)] == [200, 404]


@pytest.fixture
def picture(site, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        return Image.objects.create(title="Bild", file=ContentFile(drawn("png", (40, 40)), name="bild.png"))


def test_every_size_of_a_picture_follows_the_page(site, picture, client):
    sizes = list(picture.renditions.all())
    assert {closed_to(client, size) for size in sizes} == {(404, "")}
    page = page_with(site.home, image=picture)
    assert {status(client, size) for size in sizes} == {200}
    restrict(page)
    assert {closed_to(client, size) for size in sizes} == {(404, "")}
    reader = signed_in(make_user("elsa"))
    assert {status(reader, size) for size in sizes} == {200}


def test_a_closed_file_looks_like_none(site, picture, client):
    [size, *_] = picture.renditions.all()
    missing = client.get("/media/images/finns-inte.png")
    closed = client.get(size.url)
    assert (closed.content, closed.headers) == (missing.content, missing.headers)


def test_many_files_at_once(site, network, django_assert_num_queries):
    files = [make_document(f"{number}.pdf") for number in range(4)]
    page_with(site.home, files[0])
    changed(network, documents=[NetworkDocument(title="Plan", document=files[1])], purpose=linked(files[2]))
    with django_assert_num_queries(1):
        assert open_files(Document, [file.pk for file in files]) == {file.pk for file in files[:3]}
    restrict(network)
    with django_assert_num_queries(1):
        assert open_files(Document, [file.pk for file in files]) == {files[0].pk}


def test_many_pages_cost_no_more(site, document, client):
    page_with(site.home, document)
    one = queries_of(read, client, document)
    for number in range(10):
        page_with(site.home, document, title=f"Sida {number}")
    assert queries_of(read, client, document) == one <= 5


def test_what_a_picture_costs(site, picture, client):
    """A page shows many. An editor costs two more, who are her session and herself."""
    size = picture.renditions.first()
    page = page_with(site.home, image=picture)
    editor = signed_in(make_user("elsa"))
    assert [queries_of(read, each, size) for each in (client, editor)] == [2, 4]
    restrict(page)
    with CaptureQueriesContext(connection) as captured:
        assert closed_to(client, size) == (404, "")
    assert len(captured) == 2


def read(client, file):
    return drained(client.get(file.url))
