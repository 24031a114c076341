"""A page is as closed in every language, in whichever order it was restricted, translated, aliased and moved."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction
from wagtail_localize.models import TranslationSource
from wagtail_localize.operations import translate_object

from gr_site.models import StandardPage
from networks.models import NetworkPage
from tests.factories import add_page, make_event, make_network, publish
from tests.shared_fixtures import shared_fixture

pytestmark = pytest.mark.django_db


@shared_fixture()
def network(site):
    return make_network("Miljö")


@pytest.fixture
def members(db):
    return Group.objects.create(name="Ledamöter")


def restrict(page, kind="login", *groups, **fields):
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=kind, **fields)
    restriction.groups.set(groups)
    return restriction


def translate(page, locale):
    """Translate as the admin does, and publish."""
    translate_object(page, [locale])
    return publish(type(page).objects.get(translation_key=page.translation_key, locale=locale))


def closed(page):
    """``(type, password, groups)`` of the page's own restrictions."""
    rows = PageViewRestriction.objects.filter(page=page)
    return [(row.restriction_type, row.password, sorted(group.name for group in row.groups.all())) for row in rows]


def statuses(client, *pages):
    return [client.get(Page.objects.get(pk=page.pk).get_url()).status_code for page in pages]


def test_translated_then_restricted(site, network, client):
    event = make_event(network, "2020-02-07")
    english, english_event = translate(network, site.en), translate(event, site.en)
    assert statuses(client, network, english, english_event) == [200, 200, 200]
    restrict(network)
    assert closed(english) == [("login", "", [])]
    assert statuses(client, network, english, english_event) == [302, 302, 302]


def test_restricted_then_translated_with_its_groups_from_the_first_copy(site, network, members):
    restrict(network, "groups", members)
    assert closed(translate(network, site.en)) == [("groups", "", ["Ledamöter"])]
    assert closed(network) == [("groups", "", ["Ledamöter"])]


def test_a_copy_without_groups_does_not_empty_the_original(site, network, members):
    """What wagtail-localize itself does with a translation that has lost its restriction."""
    english = network.copy_for_translation(site.en, copy_parents=True)
    restrict(network, "groups", members)
    lost = PageViewRestriction.objects.filter(page=english)
    PageViewRestriction.groups.through.objects.filter(pageviewrestriction__in=lost).delete()
    lost._raw_delete("default")
    source, _ = TranslationSource.get_or_create_from_instance(network)
    source.sync_view_restrictions(network, english)
    assert closed(network) == closed(english) == [("groups", "", ["Ledamöter"])]


@pytest.mark.parametrize("first", ["alias", "restriction"])
def test_aliases_in_another_language(site, network, members, first):
    if first == "restriction":
        restrict(network, "groups", members)
    alias = network.copy_for_translation(site.en, copy_parents=True, alias=True)
    if first == "alias":
        restrict(network, "groups", members)
    assert closed(alias) == [("groups", "", ["Ledamöter"])]
    assert alias not in Page.objects.public()
    assert list(NetworkPage.objects.listed()) == []


def test_aliases_in_the_same_language(site):
    page = add_page(site.home, StandardPage(title="Om oss"))
    alias = page.create_alias(parent=site.home, update_slug="samma")
    restrict(page, "password", password="hemligt")
    assert closed(alias) == [("password", "hemligt", [])]


def test_changes_and_publicity_reach_both_ways(site, network, members):
    english = network.copy_for_translation(site.en, copy_parents=True)
    others = Group.objects.create(name="Andra")
    restriction = restrict(network, "groups", members)
    restriction.groups.add(others)
    assert closed(english) == [("groups", "", ["Andra", "Ledamöter"])]
    theirs = PageViewRestriction.objects.get(page=english)
    theirs.groups.remove(members)
    assert closed(network) == [("groups", "", ["Andra"])]
    theirs.restriction_type = "login"
    theirs.groups.clear()
    theirs.save()
    assert closed(network) == [("login", "", [])]
    theirs.delete()
    assert closed(network) == closed(english) == []


def test_the_admin_sets_it_for_both(site, network, members, editor_client):
    english = network.copy_for_translation(site.en, copy_parents=True)
    address = reverse("wagtailadmin_pages:set_privacy", args=[network.pk])
    editor_client.post(address, {"restriction_type": "groups", "groups": [members.pk]})
    assert closed(network) == closed(english) == [("groups", "", ["Ledamöter"])]
    editor_client.post(address, {"restriction_type": "none"})
    assert closed(network) == closed(english) == []


def test_a_page_that_is_deleted_opens_no_other(site, network):
    english = network.copy_for_translation(site.en, copy_parents=True)
    restrict(network)
    Page.objects.get(pk=network.pk).delete()
    assert not Page.objects.filter(pk=english.pk).exists()


def test_a_translation_moves_with_its_page_behind_the_restriction(site, network, client):
    event = make_event(network, "2020-02-07")
    network.copy_for_translation(site.en, copy_parents=True, alias=True)
    english = event.copy_for_translation(site.en)
    english.save_revision().publish()
    secret = make_network("Slutet")
    restrict(secret)
    Page.objects.get(pk=event.pk).move(Page.objects.get(pk=secret.pk), pos="last-child")
    english = Page.objects.get(pk=english.pk)
    assert english.get_parent().translation_key == secret.translation_key
    assert statuses(client, event, english) == [302, 302]
