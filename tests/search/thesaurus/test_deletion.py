"""A deleted group of words comes back as it was: one group or many, at once or later."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from wagtail.log_actions import registry as log_registry

from search.models import IndexState, StarterGroup, SynonymGroup
from search.thesaurus.deletion import delete as put_aside
from search.thesaurus.deletion_views import PER_PAGE, RestoreForm
from search.thesaurus.lines import read
from search.thesaurus.loading import ADDED, DELETED, UPDATED, load
from tests.query_counts import queries_of

pytestmark = pytest.mark.django_db
LINES = "förskola, dagis | preschool > barn ~ skola\nbarn, unge | child\nskola, plugg | school\n"
LIST = "/admin/snippets/search/synonymgroup/"
DELETED_LIST = "/admin/synonymer/borttagna/"


@pytest.fixture
def groups(site):
    SynonymGroup.objects.all().delete()
    StarterGroup.objects.all().delete()
    load(read("x.txt", LINES))
    return list(SynonymGroup.objects.all())


def contents():
    return sorted(SynonymGroup.objects.values_list("pk", "starter__key", *SynonymGroup.texts))


def delete(client, *groups):
    if len(groups) == 1:
        return client.post(reverse("wagtailsnippets_search_synonymgroup:delete", args=[groups[0].pk]))
    keys = "&".join(f"id={group.pk}" for group in groups)
    address = reverse("wagtail_bulk_action", args=["search", "synonymgroup", "delete"])
    return client.post(f"{address}?{keys}&next={LIST}")


def undo(client, page):
    """Presses the button of the message on ``page``. The page that follows."""
    form = BeautifulSoup(page.content, "html.parser").find("form", action=DELETED_LIST)
    assert form.button.get_text(strip=True) == "Ångra"
    posted = {field["name"]: field["value"] for field in form.find_all("input")}
    return client.post(form["action"], posted, follow=True)


@pytest.mark.parametrize("number", [1, 2, 3])
def test_what_is_deleted_is_out_of_use_until_it_is_undone(groups, editor_client, number):
    before, stamp = contents(), IndexState.current()
    assert delete(editor_client, *groups[:number]).url == LIST
    gone = {group.pk for group in groups[:number]}
    assert contents() == [each for each in before if each[0] not in gone]
    assert IndexState.current() != stamp
    stamp = IndexState.current()
    page = undo(editor_client, editor_client.get(LIST))
    assert "tillbaka som" in page.content.decode()
    assert contents() == before
    assert IndexState.current() != stamp


def test_an_undone_deletion_takes_nothing_back_that_was_deleted_before(groups, editor_client):
    first, second, _ = groups
    delete(editor_client, first)
    editor_client.get(LIST)
    delete(editor_client, second)
    undo(editor_client, editor_client.get(LIST))
    assert list(SynonymGroup.deleted.all()) == [first]


def test_a_group_comes_back_later_from_the_list_with_its_history(groups, editor_client):
    first, second, _ = groups
    delete(editor_client, first, second)
    page = editor_client.get(DELETED_LIST)
    assert {group.pk for group in page.context["items"]} == {first.pk, second.pk}
    editor_client.post(DELETED_LIST, {"group": second.pk})
    assert list(SynonymGroup.deleted.all()) == [first]
    actions = log_registry.get_logs_for_instance(second).order_by("timestamp").values_list("action", flat=True)
    assert list(actions) == ["wagtail.delete", "search.restore_group"]


def test_it_is_deleted_for_the_starter_thesaurus_until_it_is_back(groups, editor_client):
    delete(editor_client, *groups[:2])
    told = load(read("x.txt", LINES))
    assert (told[DELETED], told[ADDED], told[UPDATED]) == (2, 0, 0)
    undo(editor_client, editor_client.get(LIST))
    assert load(read("x.txt", LINES))[DELETED] == 0


def test_a_second_undo_says_that_it_is_done(groups, editor_client):
    delete(editor_client, groups[0])
    page = editor_client.get(LIST)
    undo(editor_client, page)
    assert "redan återställt" in undo(editor_client, page).content.decode()


def test_looking_deletes_and_restores_nothing(groups, editor_client):
    editor_client.get(reverse("wagtailsnippets_search_synonymgroup:delete", args=[groups[0].pk]))
    assert SynonymGroup.objects.count() == 3
    delete(editor_client, groups[0])
    editor_client.get(DELETED_LIST, {"group": groups[0].pk})
    assert SynonymGroup.objects.count() == 2


def test_who_may_not_delete_groups_neither_deletes_nor_restores(groups, client, django_user_model):
    user = django_user_model.objects.create_user("bo", "bo@example.org", "hemligt")
    for codename in ("access_admin", "change_synonymgroup", "view_synonymgroup"):
        user.user_permissions.add(Permission.objects.get(codename=codename))
    client.force_login(user)
    delete(client, groups[0])
    delete(client, *groups[:2])
    assert SynonymGroup.objects.count() == 3
    put_aside(groups[:1], None)
    client.post(DELETED_LIST, {"group": groups[0].pk})
    assert SynonymGroup.objects.count() == 2
    assert client.get(DELETED_LIST).status_code == 302


def test_who_saves_a_group_that_was_deleted_meanwhile_is_led_to_it(groups, editor_client):
    address = reverse("wagtailsnippets_search_synonymgroup:edit", args=[groups[0].pk])
    put_aside(groups[:1], None)
    page = editor_client.post(address, {"words": "förskola, dagis, lekis"}, follow=True)
    assert page.redirect_chain[-1][0] == DELETED_LIST
    assert "Det du skrev är inte sparat" in page.content.decode()
    assert "Återställ den först" in editor_client.get(address, follow=True).content.decode()


@given(st.dictionaries(st.sampled_from(["group", "moment"]), st.text(max_size=30)))
def test_no_value_of_an_address_restores_or_breaks_anything(typed):
    assert RestoreForm(typed).groups == []


def test_the_list_of_deleted_groups_asks_as_little_for_many_as_for_few(groups, editor_client):
    put_aside(groups[:1], None)
    editor_client.get(DELETED_LIST)
    few = queries_of(lambda: editor_client.get(DELETED_LIST))
    SynonymGroup.objects.bulk_create(
        SynonymGroup(words=f"ord{number}, sak{number}", deleted_at=timezone.now()) for number in range(PER_PAGE + 5)
    )
    assert queries_of(lambda: editor_client.get(DELETED_LIST)) == few
    assert len(editor_client.get(DELETED_LIST).context["items"]) == PER_PAGE


@pytest.mark.parametrize("number", [1, 40])
def test_a_long_group_has_a_short_name_and_all_its_words_where_it_is_asked_about(groups, editor_client, number):
    words = ", ".join(f"ord{each}" for each in range(2 * number))[:300]
    group = SynonymGroup.objects.create(words=words)
    address = reverse("wagtailsnippets_search_synonymgroup:delete", args=[group.pk])
    page = editor_client.get(address)
    assert f"”{words}”? Du kan återställa den efteråt." in page.content.decode()
    assert len(page.context["page_subtitle"]) <= 50
    editor_client.post(address)
    told = BeautifulSoup(editor_client.get(LIST).content, "html.parser").find(class_="messages").get_text()
    assert "är borttagen." in told
    assert (words in told) == (number == 1)
