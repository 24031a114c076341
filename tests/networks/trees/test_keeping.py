"""Whatever is created, renamed, copied, moved, deleted and saved late, both trees stay whole."""

from django.db import transaction
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Collection, Page

from events.models import EventPage
from networks.models import NetworkIndexPage, NetworkPage
from networks.rights.central import networks_files
from networks.rights.groups import editors_of
from networks.trees.repairing import in_order
from tests.examples import examples
from tests.factories import make_event, make_network, publish

WHOLE = ([], [], [], [], [])
NAMES = st.sampled_from(["Antagningsnämnden", "Nämnden för antagning", "Zeta", "Alfa", "ålder", "Ö", "alfa"])


def whole():
    return Page.find_problems(), Collection.find_problems(), in_order()


def rename(client, network, name):
    network.title = name
    publish(network)


def create(client, network, name):
    make_network(name)


def create_below(client, network, name):
    make_network(name, parent=network)


def hold_a_meeting(client, network, name):
    make_event(network, "2026-04-15", title=name)


def copy(client, network, name):
    number = Page.objects.count()
    network.copy(recursive=True, update_attrs={"title": name, "slug": f"kopia-{number}"}, keep_live=number % 2 == 0)


def move(client, network, name):
    found = NetworkPage.objects.filter(title=name).exclude(path__startswith=network.path).first()
    target = found or NetworkIndexPage.objects.get()
    if not Page.objects.child_of(target).exclude(pk=network.pk).filter(slug=network.slug).exists():
        network.move(target, pos="last-child")


def delete(client, network, name):
    network.delete()


def save_late(client, network, name):
    """By somebody who read the page and its collection before others made something there."""
    collection = editors_of(network).collection
    make_event(network, "2026-04-16", title=name)
    make_network(name)
    collection.save()
    network.save()


def rename_collection(client, network, name):
    collection = editors_of(network).collection
    form = {"name": name, "parent": collection.get_parent().pk}
    assert client.post(reverse("wagtailadmin_collections:edit", args=[collection.pk]), form).status_code == 302


def create_collection(client, network, name):
    form = {"name": name, "parent": networks_files().pk}
    assert client.post(reverse("wagtailadmin_collections:add"), form).status_code == 302


OPERATIONS = [
    rename, create, create_below, hold_a_meeting, copy, move, delete, save_late, rename_collection, create_collection,
]  # fmt: skip
STEPS = st.lists(st.tuples(st.sampled_from(OPERATIONS), st.integers(0, 9), NAMES), min_size=3, max_size=7)


@settings(max_examples=examples(9), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_the_trees_stay_whole(steps, site, editor_client):
    with transaction.atomic():
        make_network("Antagningsnämnden")
        make_network("Miljönätverket")
        for operation, number, name in steps:
            networks = list(NetworkPage.objects.order_by("pk"))
            if networks:
                operation(editor_client, networks[number % len(networks)], name)
            assert whole() == (WHOLE, WHOLE, True), operation.__name__
        transaction.set_rollback(True)


def test_a_network_can_be_made_and_copied_after_another_was_renamed(site, editor_client):
    names = ["Antagningsnämnden", "Barnnätverket", "Miljönätverket"]
    first, *_others = [make_network(name) for name in names]
    rename(editor_client, first, "Nämnden för antagning")
    collections = networks_files().get_children().values_list("name", flat=True)
    assert list(collections) == ["Barnnätverket", "Miljönätverket", "Nämnden för antagning"]
    make_network("Näringslivsnätverket")
    copy(editor_client, first, "Mobilitetsnätverket")
    assert whole() == (WHOLE, WHOLE, True)


def test_a_page_saved_late_keeps_its_children(site):
    network = make_network()
    event = make_event(network, "2026-04-15")
    network.save()  # read before the event was made
    network = NetworkPage.objects.get(pk=network.pk)
    assert list(network.get_children()) == [event.page_ptr]
    network.delete()
    assert not EventPage.objects.exists()
