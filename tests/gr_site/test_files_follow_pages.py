"""Whatever is done to pages, each visitor reads just those files that the pages show which she may read."""

import json

import pytest
from django.conf import settings as site_settings
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import Page, PageViewRestriction

from events.models import Occurrence
from gr_site.models import StandardPage
from gr_site.share_pictures.subjects import picture_of
from gr_site.share_pictures.views import address_of
from networks.bin.discarding import put_page_in_bin
from networks.bin.restoring import restore
from networks.models import BinnedItem, NetworkDocument
from networks.pictures.renditions import make
from networks.pictures.specs import ADMIN, ORIGINAL, PUBLIC
from tests.drained import drained
from tests.examples import examples
from tests.factories import add_page, make_event, make_meeting, make_network
from tests.networks.pictures.drawings import drawn
from tests.networks.rights.conftest import make_user, signed_in

pytestmark = pytest.mark.django_db

SIZES = (PUBLIC[0], ADMIN[0], ORIGINAL)
PAGES = ("network", "other", "event", "page", "chapter")
BELOW = {"event": ("network", "other"), "page": ("home", "chapter", "network")}


@pytest.fixture
def content(site, settings, tmp_path, django_user_model):
    """Five pages by name, and the files that three of them show."""
    settings.MEDIA_ROOT = tmp_path
    return Content(site)


class Content:
    def __init__(self, site):
        names = ("agenda", "minutes", "block", "text", "row")
        self.documents = [document(name) for name in names]
        agenda, minutes, block, text, row = self.documents
        self.picture = Image.objects.create(title="Bild", file=ContentFile(drawn("png"), name="bild.png"))
        make(self.picture, SIZES)
        link = f'<p>Läs <a linktype="document" id="{text.pk}">mer</a></p>'
        rows = [NetworkDocument(title="Plan", document=row)]
        network = make_network("Miljö", purpose=link, documents=rows, body=body(self.picture))
        meeting = make_meeting("2020-02-07", agenda=agenda, minutes=minutes)
        event = make_event(network, meeting, title="Miljömöten", body=body(block))
        page = add_page(site.home, StandardPage(title="Sida", body=body(self.picture, row, minutes)))
        chapter = add_page(site.home, StandardPage(title="Kapitel"))
        pages = (network, make_network("Skola"), event, page, chapter)
        self.keys = dict(zip(PAGES, (each.pk for each in pages), strict=True)) | {"home": site.home.pk}
        self.group = Group.objects.create(name="Ledamöter")
        self.editor, self.member, self.other = make_user("nils"), make_user("elsa", self.group), make_user("ulla")

    def get(self, name):
        page = Page.objects.filter(pk=self.keys[name]).first()
        return page and page.specific


def document(name):
    return Document.objects.create(title=name, file=ContentFile(b"%PDF-1.7", name=f"{name}.pdf"))


def body(*files):
    return json.dumps([block(file) for file in files])


def block(file):
    if isinstance(file, Image):
        picture = {"image": file.pk, "alt_text": "", "decorative": True}
        return {"type": "figure", "value": {"image": picture, "caption": ""}}
    return {"type": "document", "value": {"document": file.pk, "description": ""}}


def close_or_open(content, name, kind):
    page = content.get(name)
    if page and (present := PageViewRestriction.objects.filter(page=page)):
        for restriction in present:
            restriction.delete()
    elif page:
        restriction = PageViewRestriction.objects.create(page=page, restriction_type=kind, password="sesam")
        restriction.groups.set([content.group] if kind == "groups" else [])


def publish_or_hide(content, name):
    if page := content.get(name):
        page.unpublish() if page.live else page.save_revision().publish()


def move(content, name, below):
    page, parent = content.get(name), content.get(below)
    if page and parent and page.get_parent().pk != parent.pk:
        page.move(parent, pos="last-child")


def bin_or_restore(content, name):
    if page := content.get(name):
        put_page_in_bin(page, content.editor)
        return
    item = BinnedItem.objects.get(key=content.keys[name])
    if Page.objects.filter(pk=item.parent_key).exists():
        restore(item, content.editor)


STEPS = st.one_of(
    st.tuples(st.just(close_or_open), st.sampled_from(PAGES), st.sampled_from(["login", "password", "groups"])),
    st.tuples(st.just(publish_or_hide), st.sampled_from(PAGES[:4])),
    st.sampled_from([(move, name, below) for name in BELOW for below in BELOW[name]]),
    st.tuples(st.just(bin_or_restore), st.sampled_from(["event", "page"])),
)


@settings(max_examples=examples(6), deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=st.lists(STEPS, min_size=3, max_size=5))
def test_each_visitor_reads_what_the_pages_show_her(content, steps):
    with transaction.atomic():
        for act, *given_to in steps:
            act(content, *given_to)
            compare(content)
        transaction.set_rollback(True)  # the next example begins with the same site


def test_at_first_everybody_reads_everything(content):
    compare(content)
    assert all(reads(Client(), file.url) for file in [*content.documents, *content.picture.renditions.all()])


@pytest.mark.parametrize(
    "steps",
    [
        [(close_or_open, "network", "login"), (publish_or_hide, "page"), (close_or_open, "network", "login")],
        [(close_or_open, "chapter", "password"), (move, "page", "chapter"), (bin_or_restore, "event")],
        [(close_or_open, "event", "groups"), (close_or_open, "network", "login"), (bin_or_restore, "page")],
    ],
)
def test_the_ways_that_were_open(content, steps):
    for act, *given_to in steps:
        act(content, *given_to)
        compare(content)


def compare(content):
    for visitor in visitors(content):
        seen = html_of(content, visitor)
        shown = {file.title for file in content.documents if file.url in seen}
        assert {file.title for file in content.documents if reads(visitor, file.url)} == shown
        sizes = [size.url for size in content.picture.renditions.all()]
        assert {reads(visitor, url) for url in sizes} == {any(url in seen for url in sizes)}
    names = [name for name in PAGES[2:] if content.get(name)]
    shared = {name: reads(Client(), share_address(content.get(name))) for name in names}
    assert shared == {name: is_open(content.get(name)) for name in shared}


def visitors(content):
    """A stranger, a member who has given every password, and somebody with a log-in alone."""
    member = signed_in(content.member)
    passed = list(PageViewRestriction.objects.values_list("pk", flat=True))
    session = member.session
    session[PageViewRestriction.passed_view_restrictions_session_key] = passed
    session.save()
    return Client(), member, signed_in(content.other)


def html_of(content, visitor):
    """All that the visitor is shown on pages and on the meetings' own pages."""
    addresses = [content.get(name).get_url() for name in PAGES if content.get(name)]
    addresses += [row.get_absolute_url() for row in Occurrence.objects.all()]
    answers = [visitor.get(address) for address in addresses]
    return "".join(answer.content.decode() for answer in answers if answer.status_code == 200)


def is_open(page):
    answer = Client().get(page.get_url())
    return answer.status_code == 200 and "no-store" not in answer.get("Cache-Control", "")


def share_address(page):
    page.facts = page
    return address_of(page, picture_of(page), site_settings.LANGUAGE_CODE)


def reads(visitor, address):
    answer = drained(visitor.get(address))
    kept = "public, max-age=60, s-maxage=0"
    if answer.status_code == 200 and answer["Cache-Control"] != kept:
        assert answer["Cache-Control"] == "private, no-store"
    assert answer.status_code == 200 or "no-store" in answer["Cache-Control"]
    return answer.status_code == 200
