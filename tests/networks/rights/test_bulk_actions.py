"""Bulk actions take their objects from the form, so that they are tried one by one here."""

import pytest
from django.urls import reverse
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import Page

from search.models import SynonymGroup

pytestmark = pytest.mark.django_db

PAGES = ["delete", "move", "publish", "unpublish"]
FILES = ["add_tags", "add_to_collection", "delete"]


def known_actions():
    bulk_action_registry._scan_for_bulk_actions()
    return {
        (app, model): sorted(actions)
        for app, models in bulk_action_registry.actions.items()
        for model, actions in models.items()
    }


def test_every_bulk_action_is_known():
    """A new one belongs in this file, with a test that others' things are left alone."""
    assert known_actions() == {
        ("wagtailcore", "page"): PAGES,
        ("wagtailimages", "image"): FILES,
        ("wagtaildocs", "document"): FILES,
        ("auth", "user"): ["assign_role", "delete", "set_active_state"],
        **{key: ["delete"] for key in known_actions() if key[0] in {"networks", "events", "search"}},
    }


def act(client, kind, action, objects, **data):
    address = reverse("wagtail_bulk_action", args=[*kind.split("."), action])
    query = "&".join(f"id={each.pk}" for each in objects)
    return client.post(f"{address}?{query}&next=/admin/", data)


@pytest.mark.parametrize("action", PAGES)
def test_pages_of_others_are_left_alone(two, as_editor, action):
    pages = [two.other.page, two.other.event, two.other.draft, two.site.calendar]
    before = list(Page.objects.order_by("pk").values_list("pk", "path", "live"))
    data = {"chooser": two.own.page.pk, "include_descendants": "on"}
    act(as_editor, "wagtailcore.page", action, pages, **data)
    assert list(Page.objects.order_by("pk").values_list("pk", "path", "live")) == before


def test_one_of_ones_own_among_others_is_taken_alone(two, as_editor):
    act(as_editor, "wagtailcore.page", "unpublish", [two.own.event, two.other.event])
    assert [Page.objects.get(pk=event.event.pk).live for event in (two.own, two.other)] == [False, True]


def test_all_descendants_means_those_that_are_hers(two, as_editor):
    """``id=all`` takes all children of the page that is listed."""
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    as_editor.post(f"{address}?id=all&childOf={two.other.page.pk}&next=/admin/")
    assert Page.objects.filter(pk__in=[two.other.event.pk, two.other.draft.pk]).count() == 2


@pytest.mark.parametrize("action", FILES)
@pytest.mark.parametrize("kind", ["wagtailimages.image", "wagtaildocs.document"])
def test_files_of_others_are_left_alone(two, as_editor, kind, action):
    file = two.other.image if kind.endswith("image") else two.other.document
    act(as_editor, kind, action, [file], tags="ny", collection=two.own.editors.collection.pk)
    model = Image if kind.endswith("image") else Document
    assert model.objects.get(pk=file.pk).collection == two.other.editors.collection
    assert list(file.tags.all()) == []


@pytest.mark.parametrize("action", ["assign_role", "delete", "set_active_state"])
def test_people_are_left_alone(two, as_editor, action):
    act(as_editor, "auth.user", action, [two.central], role=two.own.editors.group.pk, mark_as_active="")
    two.central.refresh_from_db()
    assert two.central.is_active
    assert two.central.groups.count() == 1


def test_registers_are_left_alone(two, as_editor):
    area = two.own.page.area
    two.own.page.area = two.other.page.area = None
    act(as_editor, "networks.area", "delete", [area])
    area.refresh_from_db()


def test_synonyms_are_left_alone(two, as_editor):
    synonyms = SynonymGroup.objects.create(words="förskola, dagis")
    act(as_editor, "search.synonymgroup", "delete", [synonyms])
    synonyms.refresh_from_db()
