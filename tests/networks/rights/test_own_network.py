"""What a network's editor may do with her own network, and what even there is the central editors' to do."""

import pytest
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction

from events.models import EventPage
from networks.models import NetworkPage
from networks.rights.access import editable, editable_networks, is_central, may_edit
from tests.factories import make_event, make_network

from .conftest import THUMBNAIL, fresh, signed_in

pytestmark = pytest.mark.django_db


def address(view, *arguments):
    return reverse(f"wagtailadmin_pages:{view}", args=arguments)


def status(client, *arguments):
    return client.get(address(*arguments)).status_code


def refused(response):
    return response.status_code == 403 or response.get("Location") == reverse("wagtailadmin_home")


def test_she_opens_all_that_is_about_her_events(two, as_editor):
    event = two.own.event.pk
    for view in ("edit", "history", "usage", "view_draft", "delete", "unpublish", "move", "copy", "set_privacy"):
        assert status(as_editor, view, event) == 200, view
    assert status(as_editor, "edit", two.own.page.pk) == 200
    assert status(as_editor, "add", "events", "eventpage", two.own.page.pk) == 200
    assert as_editor.get(reverse("paste_dates", args=[two.own.page.pk])).status_code == 200


@pytest.mark.parametrize("part", ["page", "event"])
def test_editors_and_reviewers_comment_in_the_form(two, as_editor, as_central, part):
    """Wagtail's script stops with an error where its button for comments has no panel to open."""
    edit = address("edit", getattr(two.own, part).pk)
    for client in (as_editor, as_central):
        html = client.get(edit).content.decode()
        assert [html.count(f'id="{name}"') for name in ("comments", "comments-output", "comments-data")] == [1, 1, 1]


def test_adding_to_her_network_means_an_event_and_no_choice(two, as_editor):
    response = as_editor.get(address("add_subpage", two.own.page.pk))
    assert response["Location"] == address("add", "events", "eventpage", two.own.page.pk)


def test_a_central_editor_chooses(two, as_central):
    assert status(as_central, "add_subpage", two.own.page.pk) == 200
    assert status(as_central, "add", "networks", "networkpage", two.own.page.pk) == 200


@pytest.mark.parametrize("view", ["delete", "unpublish", "move", "copy"])
def test_the_network_itself_stays_where_it_is(two, as_editor, as_central, view):
    assert refused(as_editor.get(address(view, two.own.page.pk)))
    assert status(as_central, view, two.own.page.pk) == 200


def test_the_network_stays_as_open_as_it_is(two, as_editor):
    response = as_editor.post(address("set_privacy", two.own.page.pk), {"restriction_type": "login"})
    assert not PageViewRestriction.objects.exists()
    assert response.status_code in {302, 403} or not response.context or "form" not in response.context


def test_she_makes_no_network(two, as_editor):
    assert refused(as_editor.get(address("add", "networks", "networkpage", two.own.page.pk)))
    data = {"title": "Ny", "slug": "ny", "action-publish": "1"}
    as_editor.post(address("add", "networks", "networkpage", two.own.page.pk), data)
    assert NetworkPage.objects.count() == 2


def test_she_deletes_and_copies_her_events(two, as_editor):
    event = make_event(two.own.page, "2020-03-01", title="Tillfälligt")
    data = {"new_title": "Kopia", "new_slug": "kopia", "new_parent_page": two.own.page.pk}
    as_editor.post(address("copy", event.pk), data)
    assert EventPage.objects.get(slug="kopia").get_parent().pk == two.own.page.pk
    as_editor.post(address("delete", event.pk))
    assert not Page.objects.filter(pk=event.pk).exists()


@pytest.mark.parametrize("parent", ["other", "list", "calendar"])
def test_her_events_go_to_no_other_place(two, as_editor, parent):
    target = {"other": two.other.page, "list": two.site.networks, "calendar": two.site.calendar}[parent]
    data = {"new_title": "Kopia", "new_slug": "kopia", "new_parent_page": target.pk}
    as_editor.post(address("copy", two.own.event.pk), data)
    as_editor.post(address("move_confirm", two.own.event.pk, target.pk))
    assert not EventPage.objects.filter(slug="kopia").exists()
    assert Page.objects.get(pk=two.own.event.pk).get_parent().pk == two.own.page.pk


def test_a_lock_set_by_a_central_editor_holds(two, as_editor, as_central):
    as_central.post(address("lock", two.own.event.pk))
    as_editor.post(address("unlock", two.own.event.pk))
    assert Page.objects.get(pk=two.own.event.pk).locked
    assert not may_edit(fresh(two.editor), Page.objects.get(pk=two.own.event.pk))
    as_central.post(address("unlock", two.own.event.pk))
    as_editor.post(address("lock", two.own.event.pk))
    assert Page.objects.get(pk=two.own.event.pk).locked_by == two.editor
    as_editor.post(address("unlock", two.own.event.pk))
    assert not Page.objects.get(pk=two.own.event.pk).locked


def test_a_sub_group_is_its_parents_too_but_not_the_other_way_round(two):
    group = make_network("Arbetsgruppen", parent=two.own.page)
    assert may_edit(fresh(two.editor), group)
    assert not group.permissions_for_user(fresh(two.editor)).can_delete()
    assert not may_edit(fresh(two.other_editor), group)


def test_the_questions_that_our_views_ask(two, django_assert_num_queries):
    editor, central = fresh(two.editor), fresh(two.central)
    assert [is_central(user) for user in (editor, central)] == [False, True]
    assert [may_edit(editor, page) for page in (two.own.event, two.other.event)] == [True, False]
    assert [page.permissions_for_user(editor).can_publish() for page in (two.own.event, two.other.event)] == [
        True,
        False,
    ]
    may_add = [network.page.permissions_for_user(editor).can_add_subpage() for network in (two.own, two.other)]
    assert may_add == [True, False]
    assert list(editable_networks(editor)) == [two.own.page]
    assert list(editable_networks(central)) == [two.own.page, two.other.page]
    with django_assert_num_queries(1):
        assert set(editable(editor, EventPage.objects.all())) == {two.own.event, two.own.draft}
    assert EventPage.objects.count() == editable(central, EventPage.objects.all()).count()


def test_who_may_not_log_in_may_nothing(two):
    two.central.is_active = False
    assert not is_central(two.central)
    two.central.is_active = True


def test_her_menus_show_what_she_can_use(two, as_editor):
    html = as_editor.get(reverse("wagtailadmin_home")).content.decode()
    for absent in (
        "wagtailusers",
        "/admin/users/",
        "/admin/groups/",
        "/admin/importera-sida/",
        "natverkens-redaktorer",
    ):
        assert absent not in html
    assert "/admin/images/" in html


def test_choosers_offer_links_to_all_but_no_drafts_of_others(two, as_editor):
    html = as_editor.get(reverse("wagtailadmin_choose_page_child", args=[two.other.page.pk])).json()["html"]
    assert "Södra nätverkets möten" in html
    assert "Södra nätverkets utkast" not in html
    html = as_editor.get(reverse("wagtailadmin_choose_page_child", args=[two.own.page.pk])).json()["html"]
    assert "Norra nätverkets utkast" in html


@pytest.mark.filterwarnings(THUMBNAIL)
def test_central_editors_open_everything(two, as_central):
    for network in (two.own, two.other):
        for view in ("edit", "history", "delete", "move", "copy"):
            assert status(as_central, view, network.event.pk) == 200
        assert as_central.get(reverse("wagtailimages:edit", args=[network.image.pk])).status_code == 200
        assert as_central.get(reverse("wagtaildocs:edit", args=[network.document.pk])).status_code == 200
        assert as_central.get(reverse("network_editors:edit", args=[network.editors.pk])).status_code == 200
    for name in ("import_page", "feed_health", "network_editors:index", "wagtailredirects:index"):
        assert as_central.get(reverse(name)).status_code == 200
    assert as_central.get(reverse("wagtailusers_users:index")).status_code == 302


def test_a_central_editor_gives_a_network_its_editors_and_its_review(two, as_central):
    edit = reverse("network_editors:edit", args=[two.own.editors.pk])
    seen = as_central.get(edit).context["form"]["seen"].value()
    response = as_central.post(edit, {"seen": seen, "reviewed": "on", "people": [two.editor.pk, two.other_editor.pk]})
    assert response.status_code == 302
    two.own.editors.refresh_from_db()
    assert two.own.editors.reviewed
    assert set(two.own.editors.group.user_set.all()) == {two.editor, two.other_editor}
    assert not two.own.event.permissions_for_user(fresh(two.editor)).can_publish()
    assert two.other.event.permissions_for_user(fresh(two.other_editor)).can_publish()


@pytest.mark.parametrize(
    "name",
    ["network_editors:index", "import_page", "feed_health", "missed_queries", "wagtail_localize:translations_report"],
)
def test_site_wide_views_are_the_central_editors(two, as_editor, name):
    assert refused(as_editor.get(reverse(name)))


def test_signed_in_without_rights_means_no_admin(two, django_user_model):
    client = signed_in(django_user_model.objects.create_user("gast"))
    assert client.get(reverse("wagtailadmin_home")).status_code == 403
