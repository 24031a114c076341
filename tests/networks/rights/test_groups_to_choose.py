"""Whom a network's editor may close her page for: she is offered no names of others' groups, and takes none."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction

from networks.models import NetworkPage
from networks.rights.groups import editors_of
from networks.rights.held_forms import REFUSED
from tests.factories import add_page

from .conftest import fresh, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def groups(two):
    """``hers``: a group of the site that she is in; ``others``: one that she is not in; ``below``: of a sub-group."""
    made = {name: Group.objects.create(name=name) for name in ("hers", "others")}
    two.editor.groups.add(made["hers"])
    below = editors_of(add_page(two.own.page, NetworkPage(title="Undergruppen", slug="undergruppen"))).group
    return made | {"below": below, "own": two.own.editors.group, "foreign": two.other.editors.group}


def address(page):
    return reverse("wagtailadmin_pages:set_privacy", args=[page.pk])


def offered(user, page):
    form = signed_in(fresh(user)).get(address(page)).context["form"]
    return set(form.fields["groups"].queryset)


def chosen(page):
    return set(PageViewRestriction.objects.get(page=page).groups.all())


def restrict(page, *groups):
    page = Page.objects.get(pk=page.pk)
    PageViewRestriction.objects.create(page=page, restriction_type="groups").groups.set(groups)


def choose(user, page, *groups):
    data = {"restriction_type": "groups", "groups": [group.pk for group in groups]}
    return signed_in(fresh(user)).post(address(page), data)


def test_she_is_offered_her_own_and_what_the_page_has(two, groups):
    hers = {groups["hers"], groups["own"], groups["below"]}
    assert offered(two.editor, two.own.event) == hers
    restrict(two.own.event, groups["others"], groups["hers"])
    assert offered(two.editor, two.own.event) == hers | {groups["others"]}
    assert offered(two.editor, two.own.draft) == hers


def test_no_name_of_another_group_is_in_the_answer(two, groups):
    Group.objects.filter(pk=groups["others"].pk).update(name="Kvastfeningen")
    html = signed_in(two.editor).get(address(two.own.event)).content.decode()
    assert ("Kvastfeningen" in html, two.other.page.title in html, groups["hers"].name in html) == (False, False, True)


def test_central_editors_are_offered_all(two, groups):
    assert offered(two.central, two.own.event) == set(Group.objects.all())
    choose(two.central, two.own.event, groups["others"], groups["foreign"])
    assert chosen(two.own.event) == {groups["others"], groups["foreign"]}


def test_saving_keeps_what_others_have_chosen(two, groups):
    restrict(two.own.event, groups["foreign"])
    choose(two.editor, two.own.event, groups["foreign"], groups["below"])
    assert chosen(two.own.event) == {groups["foreign"], groups["below"]}


@pytest.mark.parametrize("name", ["others", "foreign"])
def test_a_foreign_group_is_refused(name, two, groups):
    answer = choose(two.editor, two.own.event, groups["hers"], groups[name])
    assert answer.context["form"].errors == {"groups": [str(REFUSED)]}
    assert groups[name].name not in answer.content.decode()
    assert not PageViewRestriction.objects.filter(page=two.own.event).exists()


def test_a_foreign_group_looks_like_none(two, groups):
    answers = [choose(two.editor, two.own.event, group) for group in (groups["foreign"], Group(pk=999_999))]
    assert answers[0].context["form"].errors == answers[1].context["form"].errors
