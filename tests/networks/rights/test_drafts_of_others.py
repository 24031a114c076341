"""The admin shows nobody but its editors what a page's draft says, not even its title."""

import pytest
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.operations import translate_object

from networks.models import NetworkRelation
from networks.models.choices import RelationKind
from networks.rights.shown_titles import NAMELESS
from tests.factories import publish

from .forms import Form, address_of

pytestmark = pytest.mark.django_db
SECRET = "Hemlighetsmakeriet"


@pytest.fixture
def secret(two):
    """What the other network's editors write on; and ``two.editor`` has pages in both languages, so all lies below."""
    translate_object(two.own.page, [two.site.en])
    for each in (two.other.page, two.other.event, two.other.draft, two.site.networks):
        page = type(each).objects.get(pk=each.pk)
        page.title = f"{SECRET} {page.pk}"
        page.save_revision(user=two.other_editor)
    type(two.other_editor).objects.filter(pk=two.other_editor.pk).update(first_name=SECRET)
    Page.objects.filter(pk=two.other.draft.pk).update(title=f"{SECRET} {two.other.draft.pk}")
    return Page.objects.get(pk=two.other.draft.pk)


def read(response):
    return response.content.decode()


def is_led_away(response):
    return response.status_code == 302 and response["Location"] == reverse("wagtailadmin_explore", args=[1])


@pytest.mark.parametrize("name", ["wagtailadmin_explore", "wagtailadmin_explore_results"])
def test_the_explorer_shows_no_draft_of_others(name, two, secret, as_editor, as_central):
    assert is_led_away(as_editor.get(reverse(name, args=[secret.pk])))
    assert SECRET in read(as_central.get(reverse(name, args=[secret.pk])))
    for page in (two.other.page, two.other.event, two.site.networks, two.own.page, Page.get_first_root_node()):
        response = as_editor.get(reverse(name, args=[page.pk]), {"q": SECRET[:8], "search_all": "1"})
        assert response.status_code == 200
        assert SECRET not in read(response)
        assert SECRET not in read(as_editor.get(reverse(name, args=[page.pk])))
    assert two.own.event.title in read(as_editor.get(reverse(name, args=[two.own.page.pk])))


def test_the_top_of_her_pages_needs_no_title_that_she_may_read(two, secret, as_editor):
    """Neither a redirect to itself, nor its title."""
    Page.objects.filter(pk=two.site.home.pk).update(live=False, title=SECRET, draft_title=SECRET)
    top = reverse("wagtailadmin_explore", args=[1])
    assert SECRET not in read(as_editor.get(top))
    assert str(NAMELESS) in read(as_editor.get(top))
    assert is_led_away(as_editor.get(reverse("wagtailadmin_explore", args=[two.site.home.pk])))


@pytest.mark.parametrize("key", ["draft", "99999", "x", "9" * 20, ""])
def test_a_place_that_she_may_not_choose_is_unknown(key, two, secret, as_editor):
    place = str(secret.pk) if key == "draft" else key
    copy = reverse("wagtailadmin_pages:copy", args=[two.own.event.pk])
    move = reverse("wagtailadmin_pages:move", args=[two.own.event.pk])
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"]) + f"?id={two.own.event.pk}"
    choose = reverse("wagtailadmin_pages:choose_parent", args=["events", "eventpage"])
    data = {
        "new_title": "Kopia",
        "new_slug": "kopia",
        "new_parent_page": place,
        "chooser": place,
        "parent_page": place,
    }
    answers = {address: as_editor.post(address, data) for address in (copy, move, bulk, choose)}
    assert {address: answer.status_code for address, answer in answers.items()} == dict.fromkeys(answers, 200)
    assert [address for address, answer in answers.items() if SECRET in read(answer)] == []
    if key == "draft":
        confirm = reverse("wagtailadmin_pages:move_confirm", args=[two.own.event.pk, secret.pk])
        assert as_editor.get(confirm).status_code == 404


def test_a_copy_goes_where_she_says(two, as_editor):
    copy = reverse("wagtailadmin_pages:copy", args=[two.own.event.pk])
    data = {"new_title": "Kopia", "new_slug": "kopia", "new_parent_page": two.own.page.pk}
    assert as_editor.post(copy, data).status_code == 302
    assert Page.objects.child_of(two.own.page).filter(title="Kopia").count() == 1


def test_a_public_page_has_its_public_title(two, secret, as_editor, as_central):
    keys = [two.own.page.pk, two.other.page.pk, two.other.event.pk, 1]
    chosen = reverse("wagtailadmin_choose_page_chosen_multiple")
    public = [Page.objects.get(pk=key).title for key in keys[:3]]
    titles = {page["adminTitle"] for page in as_editor.get(chosen, {"id": keys}).json()["result"]}
    assert titles == set(public)
    link = reverse("wagtailadmin_choose_page_external_link")
    for address in (two.other.page.full_url, f"{two.other.page.full_url}?a=1"):
        html = read(as_editor.post(link, {"external-link-chooser-url": address}))
        assert (SECRET in html, "dra n" in html) == (False, True), address
    page = type(two.own.page).objects.get(pk=two.own.page.pk)
    page.relations = [NetworkRelation(kind=RelationKind.values[0], target=two.other.page)]
    publish(page)
    delete = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    for address in (
        reverse("wagtailadmin_choose_page_child", args=[two.site.networks.pk]),
        reverse("wagtailadmin_choose_page_child", args=[two.other.page.pk]),
        reverse("wagtailadmin_choose_page_child", args=[two.other.event.pk]),
        f"{delete}?id=all&childOf={two.site.networks.pk}",
        address_of(page),
    ):
        html = read(as_editor.get(address))
        assert (SECRET in html, "dra n" in html) == (False, True), address
    assert SECRET in read(as_central.get(reverse("wagtailadmin_choose_page_child", args=[two.other.page.pk])))


def test_her_own_draft_has_its_own(two, as_editor):
    page = type(two.own.event).objects.get(pk=two.own.event.pk)
    page.title = SECRET
    page.save_revision()
    assert SECRET in read(as_editor.get(reverse("wagtailadmin_explore", args=[two.own.page.pk])))
    assert Form(as_editor, address_of(page)).form.instance.title == SECRET
