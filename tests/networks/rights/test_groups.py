"""A group, a collection and their rights come, change and go with the network."""

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.core.management import call_command
from wagtail.documents.models import Document
from wagtail.models import Collection, GroupPagePermission, WorkflowPage

from networks.models import NetworkEditors, NetworkPage
from networks.rights.groups import editors_of
from networks.rights.receivers import migrated
from tests.factories import make_network
from tests.shared_fixtures import shared_fixture

pytestmark = pytest.mark.django_db


@shared_fixture()
def network(site):
    return make_network("Miljö")


def rights(group, page):
    given = GroupPagePermission.objects.filter(group=group, page=page)
    return sorted(given.values_list("permission__codename", flat=True))


def test_a_network_gets_a_group_and_a_collection(site):
    network = make_network("Förskolenätverket", live=False)
    editors = editors_of(network)
    assert editors.group.name == "Redaktörer: Förskolenätverket"
    assert editors.collection.name == "Förskolenätverket"
    assert editors.collection.get_parent().name == "Nätverkens filer"
    assert rights(editors.group, network) == ["add_page", "change_page", "lock_page", "publish_page"]
    assert NetworkEditors.objects.count() == 1


def test_networks_of_one_name_get_groups_of_two(site):
    first, second = make_network("Miljö"), make_network("Miljö")
    assert editors_of(first).group.name == "Redaktörer: Miljö"
    assert editors_of(second).group.name == "Redaktörer: Miljö (2)"


def test_a_long_name_is_cut_to_what_a_group_takes(site):
    name = "Nätverket för mycket långa namn " * 7
    assert editors_of(make_network(name)).group.name == f"Redaktörer: {name}"[:150]
    assert editors_of(make_network(name)).group.name == f"Redaktörer: {name}"[:146] + " (2)"


def test_the_group_is_renamed_with_the_network(site, network):
    network.title = "Miljö och klimat"
    network.save_revision()
    assert editors_of(network).group.name == "Redaktörer: Miljö", "a draft renames nothing"
    network.save_revision().publish()
    assert editors_of(network).group.name == "Redaktörer: Miljö och klimat"
    assert editors_of(network).collection.name == "Miljö och klimat"


def test_a_translation_has_the_same_group_and_does_not_rename_it(site, network):
    translated = network.copy_for_translation(site.en, copy_parents=True)
    translated.title = "Environment"
    translated.save_revision().publish()
    group = editors_of(network).group
    assert editors_of(translated).group == group
    assert group.name == "Redaktörer: Miljö"
    assert rights(group, translated) == rights(group, network)


def test_the_group_goes_with_the_last_page_of_the_network(site, network):
    translated = network.copy_for_translation(site.en, copy_parents=True)
    NetworkPage.objects.get(pk=translated.pk).delete()
    assert Group.objects.filter(name="Redaktörer: Miljö").exists()
    NetworkPage.objects.get(pk=network.pk).delete()
    assert not Group.objects.filter(name="Redaktörer: Miljö").exists()
    assert not Collection.objects.filter(name="Miljö").exists()


def test_a_collection_with_files_outlives_its_network(site, network):
    Document.objects.create(
        title="Plan", file=ContentFile(b"1", name="p.txt"), collection=editors_of(network).collection
    )
    network.delete()
    assert Collection.objects.filter(name="Miljö").exists()


def test_review_takes_the_right_to_publish_and_gives_it_back(site, network):
    translated = network.copy_for_translation(site.en, copy_parents=True)
    editors = editors_of(network)
    editors.reviewed = True
    editors.save()
    for page in (network, translated):
        assert rights(editors.group, page) == ["add_page", "change_page", "lock_page"]
        assert WorkflowPage.objects.get(page=page).workflow.name == "Granskning av GR:s redaktion"
    editors.reviewed = False
    editors.save()
    assert rights(editors.group, network) == ["add_page", "change_page", "lock_page", "publish_page"]
    assert not WorkflowPage.objects.filter(page__in=[network, translated]).exists()


def test_the_command_makes_what_is_missing_and_takes_away_what_should_not_be_there(site, capsys):
    network, orphan = make_network("Miljö"), make_network("Annat")
    group = editors_of(network).group
    GroupPagePermission.objects.filter(group=group, page=network).delete()
    group.permissions.clear()
    NetworkEditors.objects.filter(network_key=orphan.translation_key).delete()
    call_command("renew_editor_groups")
    assert capsys.readouterr().out == "1 made, 1 renewed, 0 removed\n"
    assert rights(group, network) == ["add_page", "change_page", "lock_page", "publish_page"]
    assert group.permissions.filter(codename="access_admin").exists()
    assert editors_of(orphan) is not None


def test_networks_older_than_their_groups_get_them_with_the_migration(site, network):
    NetworkEditors.objects.all().delete()
    migrated()
    assert editors_of(network) is not None
