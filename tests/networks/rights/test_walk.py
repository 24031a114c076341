"""Whatever key a network's editor puts into a path, a query or a body of the admin, she reads nothing of another's."""

import logging
from contextlib import contextmanager
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.db import transaction
from django.urls import reverse
from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.search_promotions.models import Query
from wagtail.contrib.settings.registry import registry as settings_registry
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file
from wagtail.log_actions import log
from wagtail.models import Collection, Page, Revision
from wagtail.snippets.models import get_snippet_models

from events.models import EventPage
from networks.models import BinnedItem, NetworkEditors, Term
from networks.rights.central import review_workflow
from search.models import SynonymGroup
from tests.factories import add_page, make_network

from .conftest import THUMBNAIL, signed_in
from .content import COUNTED, content
from .walk import NotesNames, addresses

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings(THUMBNAIL)]
Tag = apps.get_model("taggit", "Tag")
KEY, SECRET = 4711, "Kvastfeningen"
TITLE = f"{KEY} {SECRET}"
# What leads to no object: paging, order, layout, and what a view writes back as it was sent.
HARMLESS = {
    "_w_filter_fragment", "_w_hydrate_create_view", "csrfmiddlewaretoken", "export", "fields", "format", "layout",
    "limit", "next", "offset", "order", "ordering", "p", "page_type", "allow_anchor_link", "allow_email_link",
    "allow_external_link", "allow_phone_link", "can_choose_root", "match_subclass", "multiple",
}  # fmt: skip
BROKEN = {"wagtailadmin_error_test", "wagtailadmin_choose_page_external_link"}  # Wagtail's own, and of nobody's things
OWN = {"wagtailadmin_logout", "wagtailadmin_account"}  # about herself
WORDS = {
    "action_name": ["delete", "approve"],
    "filter_spec": ["width-100"],
    "mode": ["x"],
    "uidb64": ["x"],
    "token": ["x"],
}
KINDS = [
    ("events", "eventpage"),
    ("taggit", "tag"),
    *((model._meta.app_label, model._meta.model_name) for model in [*get_snippet_models(), *settings_registry]),
]


@pytest.fixture(scope="module")
def secret(built_networks, django_db_blocker):
    """One of everything that is another network's or only the central editors', all with the same key and title."""
    with django_db_blocker.unblock():
        yield _make(built_networks)


def _make(two):
    hidden = make_network(f"{SECRET}s nätverk", live=False)
    event = add_page(hidden, EventPage(pk=KEY, title=TITLE), live=False)
    Revision.objects.filter(object_id=str(event.pk)).update(id=KEY)
    Page.objects.filter(pk=KEY).update(latest_revision=KEY)
    collection = two.other.editors.collection.add_child(instance=Collection(pk=KEY, name=TITLE))
    document = Document.objects.create(
        pk=KEY, title=TITLE, file=ContentFile(b"1", name="fil.txt"), collection=collection
    )
    image = Image.objects.create(pk=KEY, title=TITLE, file=get_test_image_file(), collection=collection)
    tag = Tag.objects.create(pk=KEY, name=TITLE)
    document.tags.add(tag)
    image.tags.add(tag)
    user = get_user_model().objects.create_user(SECRET.lower(), pk=KEY, first_name=TITLE, last_name=SECRET)
    user.groups.add(two.other.editors.group)
    Page.objects.filter(pk__in=[KEY, hidden.pk]).update(owner=user, locked=True, locked_by=user)
    log(event, "wagtail.edit", user=user)
    review_workflow().start(EventPage.objects.get(pk=KEY), user)
    group = Group.objects.create(pk=KEY, name=f"{TITLE}s redaktörer")
    editors = NetworkEditors.objects.get(network_key=hidden.translation_key)
    NetworkEditors.objects.filter(pk=editors.pk).update(group=group)
    editors.group.delete()
    Term.objects.create(pk=KEY, term=TITLE, expansion=SECRET)
    SynonymGroup.objects.create(pk=KEY, words=f"{TITLE}, dagis")
    Query.objects.create(pk=KEY, query_string=TITLE.lower())
    Redirect.objects.create(pk=KEY, old_path=f"/{SECRET}")
    return SimpleNamespace(event=event, hidden=hidden)


def test_no_address_shows_or_changes_what_is_anothers(two, secret, settings):
    found, before = set(), state()
    with walking(two, settings) as client:
        for address in addresses(KEY, KINDS, WORDS | {"key": [uid_of(two.other.event)]}):
            if address.name not in OWN:
                try_names(client, address, ("get", "post"), found)
    assert sorted(found) == []
    assert state() == before


def test_no_address_of_her_own_pages_shows_what_is_anothers(two, secret, settings):
    found, before = set(), state()
    with walking(two, settings) as client:
        for address in addresses(two.own.event.pk, KINDS[:1], WORDS | {"key": [uid_of(two.own.event)]}):
            if str(two.own.event.pk) in address.path:
                try_names(client, address, ("get",), found)
    assert sorted(found) == []
    assert state() == before


def uid_of(event):
    return str(event.occurrences.get().translation_key)


@contextmanager
def walking(two, settings):
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, f"{NotesNames.__module__}.NotesNames"]
    client = signed_in(two.editor)
    client.raise_request_exception = False
    logger = logging.getLogger("django.request")
    logger.disabled = True
    yield client
    logger.disabled = False


def try_names(client, address, methods, found):
    """Ask the address, and then again with the key in each name that its view has asked the query or the body for."""
    for method in methods:
        asked = sorted(ask(client, method, address, {}, found) - HARMLESS)
        for data in [{name: str(KEY)} for name in asked] if method == "get" else [dict.fromkeys(asked, str(KEY))]:
            if data:
                ask(client, method, address, data, found)


def ask(client, method, address, data, found):
    """The names that the view asked the query or the body for. What it must not show or do goes to ``found``."""
    with transaction.atomic():
        response = getattr(client, method)(address.path, data)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    if SECRET.lower() in (body.decode(errors="replace") + response.get("Location", "")).lower():
        found.add((method, address.name, address.path, *data))
    if response.status_code >= 500 and address.name not in BROKEN:
        found.add((method, address.name, address.path, *data, response.status_code))
    return NotesNames.last[method].asked


def state():
    """All that a request could have changed, but the sessions of forms that she opens and when she logged in."""
    models = [Tag, Query, Document, Image, Collection, Group, Term, SynonymGroup, BinnedItem]
    people = get_user_model().objects.order_by("pk").values_list("username", "is_active", "first_name", "groups")
    pages, counts = content()
    counts.pop(COUNTED.index(EditingSession))
    return pages, counts, list(people), [list(model.objects.order_by("pk").values()) for model in models]


def test_what_is_hers_is_named_as_before(two, as_editor):
    two.own.document.tags.add("vatten")
    two.own.image.tags.add("vatten")
    assert as_editor.get("/admin/tag-autocomplete/?term=vat").json() == ["vatten"]
    assert [as_editor.get(f"/admin/tag-autocomplete/{query}").json() for query in ("", "?term=", "?term=%00")] == [
        []
    ] * 3
    for name in ("wagtailimages:index", "wagtaildocs:index"):
        assert "vatten" in as_editor.get(reverse(name)).content.decode()
    keys = [two.own.event.pk, two.other.draft.pk, two.other.event.pk]
    chosen = as_editor.get(reverse("wagtailadmin_choose_page_chosen_multiple"), {"id": keys}).json()["result"]
    assert sorted(page["id"] for page in chosen) == sorted([two.own.event.pk, two.other.event.pk])
    assert as_editor.get(reverse("wagtailadmin_choose_page_child", args=[two.other.page.pk])).status_code == 200
    delete = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    html = as_editor.get(delete, {"id": keys}).content.decode()
    titles = (two.own.event.title, two.other.event.title, two.other.draft.title)
    assert [title in html for title in titles] == [True, True, False]
    area = reverse("wagtailsnippetchoosers_networks_area:chosen", args=[two.own.page.area.pk])
    assert as_editor.get(area).status_code == 200
