"""An upgrade repairs trees that renames and copies have damaged, once, and leaves everything where it belongs."""

from io import StringIO

from django.core.files.base import ContentFile
from django.db.models import F
from wagtail.documents.models import Document
from wagtail.models import Collection, GroupCollectionPermission, Page

from networks.models import NetworkEditors, NetworkPage
from networks.rights.central import networks_files
from networks.rights.groups import editors_of
from networks.trees.repairing import in_order, migrated
from tests.factories import make_event, make_network
from tests.shared_fixtures import shared_fixture

WHOLE = ([], [], [], [], [])
NAMES = ["Antagningsnämnden", "Barnnätverket", "Miljönätverket"]


@shared_fixture()
def networks(site):
    """Three networks with a file and an event each, and collections that were renamed past their order."""
    found = [make_network(name) for name in NAMES]
    for network in found:
        make_event(network, "2026-04-15")
        file = ContentFile(b"Text.", name=f"{network.slug}.txt")
        Document.objects.create(title=network.title, file=file, collection=editors_of(network).collection)
    renamed = editors_of(found[0]).collection
    Collection.objects.filter(pk=renamed.pk).update(name="Nämnden för antagning")
    return found


def says():
    out = StringIO()
    migrated(stdout=out)
    return out.getvalue().splitlines()


def belongings():
    return {
        "files": set(Document.objects.values_list("title", "collection", "collection__name")),
        "rights": set(GroupCollectionPermission.objects.values_list("group", "collection", "permission")),
        "networks": set(NetworkEditors.objects.values_list("network_key", "group", "collection")),
        "pages": set(Page.objects.values_list("pk", "path", "url_path")),
    }


def test_collections_are_in_order_again(networks):
    before = belongings()
    assert not in_order()
    assert says() == ["Samlingarna är sorterade efter namn igen."]
    assert (in_order(), Collection.find_problems(), belongings()) == (True, WHOLE, before)
    make_network("Mobilitetsnätverket")
    assert says() == []


def test_counts_of_children_are_right_again(networks):
    Collection.objects.filter(pk=networks_files().pk).update(numchild=F("numchild") - 2)
    Page.objects.filter(pk=networks[0].pk).update(numchild=0)
    Page.objects.filter(pk=networks[1].pk).update(numchild=5)
    before = belongings()
    assert says() == [
        "Sidor med fel antal undersidor har rättats: 2.",
        "Samlingar med fel antal undersamlingar har rättats: 1.",
        "Samlingarna är sorterade efter namn igen.",
    ]
    assert (Page.find_problems(), Collection.find_problems(), in_order()) == (WHOLE, WHOLE, True)
    assert belongings() == before
    assert NetworkPage.objects.get(pk=networks[0].pk).get_children().count() == 1
    assert says() == []


def test_a_whole_tree_costs_eleven_queries_however_many_pages(site, django_assert_num_queries):
    for name in NAMES:
        make_event(make_network(name), "2026-04-15")
    with django_assert_num_queries(11):
        assert says() == []
