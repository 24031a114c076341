"""Whatever key a network's editor puts into a path, a query or a body of the admin, she reads nothing of another's."""

import pytest
from django.urls import reverse

from .asking import KINDS, WORDS, Asker, noting
from .conftest import THUMBNAIL, signed_in
from .content import changes, rows
from .foreign import CLOSED, KEY, SECRET, unmarked
from .walk import addresses

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings(THUMBNAIL)]
OWN = {"wagtailadmin_logout", "wagtailadmin_account"}  # about herself


def test_every_model_has_a_row_that_is_anothers(secret):
    """One that fails here is new: give it a row in foreign.py, or say there that its rows are for everybody."""
    assert unmarked() == []


def test_no_address_shows_or_changes_what_is_anothers(two, secret, settings):
    asker, before = Asker(signed_in(two.editor), [SECRET, CLOSED]), rows()
    with noting(settings):
        for address in addresses(KEY, KINDS, WORDS | {"key": [uid_of(two.other.event)]}):
            if address.name not in OWN:
                asker.try_names(address, ("get", "post"))
    assert sorted(asker.found) == []
    assert changes(before, rows()) == {}


def test_no_address_of_her_own_pages_shows_what_is_anothers(two, secret, settings):
    asker, before = Asker(signed_in(two.editor), [SECRET, CLOSED]), rows()
    with noting(settings):
        for address in addresses(two.own.event.pk, KINDS[:1], WORDS | {"key": [uid_of(two.own.event)]}):
            if str(two.own.event.pk) in address.path:
                asker.try_names(address, ("get",))
    assert sorted(asker.found) == []
    assert changes(before, rows()) == {}


def uid_of(event):
    return str(event.occurrences.get().translation_key)


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


@pytest.mark.long
@pytest.mark.parametrize("of", ["page", "event"])
def test_no_address_shows_what_is_closed_to_her(of, two, secret, settings):
    asker, closed = Asker(signed_in(two.editor), [CLOSED]), getattr(secret.closed, of)
    with noting(settings):
        for address in addresses(closed.pk, KINDS[:1], WORDS | {"key": [uid_of(secret.closed.event)]}):
            asker.try_names(address, ("get", "post"), closed.pk)
    assert sorted(asker.found) == []
