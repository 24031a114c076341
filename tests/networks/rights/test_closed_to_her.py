"""What an editor may neither read nor edit is in none of her lists of pages, and she cannot refer to it."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction

from events.models import EventPage
from networks.models import NetworkPage, NetworkRelation
from networks.models.choices import RelationKind
from networks.rights.choosing import choosable
from networks.rights.groups import editors_of
from networks.rights.held_forms import REFUSED
from networks.rights.shown_titles import CLOSED
from tests.factories import add_page, make_event, make_network, publish
from tests.query_counts import queries_of

from .conftest import fresh, make_user, signed_in
from .forms import Form, address_of

pytestmark = pytest.mark.django_db
WORD = "Kantarellsoppan"  # JSON writes it as it is
LOGIN, PASSWORD, GROUPS = "login", "password", "groups"


@pytest.fixture
def closed(two):
    """A network with ``meeting``, a meeting of it, that only ``readers`` may read."""
    page = make_network(f"{WORD}s nätverk")
    page.meeting = make_event(page, "2020-02-07", title=f"{WORD}s möte")
    page.readers = Group.objects.create(name="Ledamöter")
    restrict(page, GROUPS, page.readers)
    return page


@pytest.fixture
def below(closed):
    """A sub-group of it."""
    return add_page(closed, NetworkPage(title="Undergruppen", slug="undergruppen"))


def restrict(page, kind, *groups):
    restriction = PageViewRestriction.objects.create(page=Page.objects.get(pk=page.pk), restriction_type=kind)
    restriction.groups.set(groups)


def choosers(two, closed):
    """Addresses of choosers that list pages, or name those that they are asked for."""
    child = reverse("wagtailadmin_choose_page_child", args=[two.site.networks.pk])
    search = reverse("wagtailadmin_choose_page_search")
    return [
        child,
        f"{child}?page_type=networks.networkpage&multiple=1",
        f"{search}?q={WORD[:9]}",
        f"{search}?q={WORD[:9]}&page_type=networks.networkpage",
        f"{reverse('wagtailadmin_choose_page_chosen_multiple')}?id={closed.pk}&id={closed.meeting.pk}",
    ]


def others(two, closed):
    """Other lists of the explorer."""
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    return [
        reverse("wagtailadmin_explore", args=[two.site.networks.pk]),
        reverse("wagtailadmin_explore", args=[closed.pk]),
        f"{reverse('wagtailadmin_pages:search')}?q={WORD[:9]}",
        f"{bulk}?id={closed.pk}&id={closed.meeting.pk}",
        f"{bulk}?id=all&childOf={two.site.networks.pk}",
    ]


def shown(user, addresses):
    client = signed_in(fresh(user))
    return [address for address in addresses if WORD in client.get(address).content.decode()]


def test_no_list_shows_her_a_closed_page(two, closed, as_editor):
    assert shown(two.editor, [*choosers(two, closed), *others(two, closed)]) == []
    assert as_editor.get(reverse("wagtailadmin_choose_page_child", args=[closed.pk])).status_code == 404
    link = {"external-link-chooser-url": closed.full_url}
    answer = as_editor.post(reverse("wagtailadmin_choose_page_external_link"), link).content.decode()
    assert closed.title not in answer


def test_who_may_read_or_edit_it_is_shown_it(two, closed):
    places = choosers(two, closed)
    its_editor = make_user("dess", editors_of(closed).group)
    assert [shown(user, places) for user in (its_editor, two.central)] == [places, places]
    two.editor.groups.add(closed.readers)
    assert shown(two.editor, places) == places
    two.editor.groups.remove(closed.readers)
    assert shown(two.editor, places) == []


DOORS = [(LOGIN, False, True), (PASSWORD, False, False), (GROUPS, False, False), (GROUPS, True, True)]


@pytest.mark.parametrize(("kind", "hers", "seen"), DOORS)
@pytest.mark.parametrize("place", ["itself", "above", "source"])
def test_what_may_be_chosen_is_what_may_be_read(place, kind, hers, seen, two):
    parent, group = make_network("Övre"), Group.objects.create(name="Ledamöter")
    page = (
        parent.copy_for_translation(two.site.en, copy_parents=True)
        if place == "source"
        else add_page(parent, NetworkPage(title="Undre", slug="undre"))
    )
    Page.objects.filter(pk=page.pk).update(live=True)
    restrict(page if place == "itself" else parent, kind, group)
    if hers:
        two.editor.groups.add(group)
    assert choosable(fresh(two.editor), Page).filter(pk=page.pk).exists() is seen
    assert choosable(fresh(two.editor), Page).filter(pk=two.other.page.pk).exists()


@pytest.mark.parametrize("kind", [PASSWORD, GROUPS])
def test_what_she_may_edit_stays(kind, two, closed):
    for page in (two.own.page, two.own.draft):
        restrict(page, kind, closed.readers)
    hers = Page.objects.descendant_of(two.own.page, inclusive=True)
    assert set(choosable(fresh(two.editor), Page)) >= set(hers)
    assert (
        two.own.event.title
        in signed_in(two.editor).get(reverse("wagtailadmin_choose_page_child", args=[two.own.page.pk])).json()["html"]
    )


def test_a_chooser_does_not_begin_at_a_closed_page(two, closed):
    """It begins where all meetings lie, if there are some at one place only."""
    EventPage.objects.exclude(pk=closed.meeting.pk).delete()
    address = f"{reverse('wagtailadmin_choose_page')}?page_type=events.eventpage"
    assert [shown(user, [address]) for user in (two.editor, two.central)] == [[], [address]]


def test_her_pages_below_a_closed_one_can_be_reached(two, closed, below):
    """The closed one stands there without its title."""
    user = make_user("undre", editors_of(below).group, two.own.editors.group)
    client = signed_in(user)
    for name, lists in (("wagtailadmin_explore", two.site.networks), ("wagtailadmin_explore", closed)):
        html = client.get(reverse(name, args=[lists.pk])).content.decode()
        assert (closed.title in html, str(CLOSED) in html) == (False, True)
    assert below.title in html
    html = client.get(reverse("wagtailadmin_choose_page_child", args=[closed.pk])).json()["html"]
    assert (closed.title in html, below.title in html) == (False, True)


def test_a_new_reference_is_refused_and_a_stored_one_stays(two, closed, as_editor):
    page = NetworkPage.objects.get(pk=two.own.page.pk)
    form = Form(as_editor, address_of(page))
    row = {"kind": RelationKind.values[0], "target": str(closed.pk), "ORDER": "1", "DELETE": "", "id": ""}
    answer = form.post({"relations": {"TOTAL_FORMS": "1", "INITIAL_FORMS": "0", "0": row}}).content.decode()
    assert (str(REFUSED) in answer, closed.title in answer) == (True, False)
    page.relations = [NetworkRelation(kind=RelationKind.values[0], target=closed)]
    publish(page)
    html = as_editor.get(address_of(page)).content.decode()
    assert (closed.title in html, str(CLOSED) in html) == (False, True)
    Form(as_editor, address_of(page)).post({}, **{"action-publish": "1"})
    assert NetworkRelation.objects.get(page=page).target_id == closed.pk


def test_it_costs_no_query_for_each_page(two, closed, as_editor):
    address = reverse("wagtailadmin_choose_page_child", args=[two.site.networks.pk])
    few = queries_of(as_editor.get, address)
    for number in range(5):
        restrict(make_network(f"Nätverk {number}"), GROUPS, closed.readers)
    assert queries_of(as_editor.get, address) == few
