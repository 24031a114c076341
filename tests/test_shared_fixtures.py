"""What tests share is theirs alone for as long as each runs, and is there only for those that ask for it."""

import pytest

from events.models import EventPage
from networks.models import NetworkPage

from .factories import make_event, make_network, publish
from .shared_fixtures import shared_fixture

made = []


@shared_fixture()
def network(site):
    made.append("network")
    return make_network("Alfa")


@shared_fixture()
def event(network):
    made.append("event")
    return make_event(network, "2020-02-07")


def titles():
    return sorted(NetworkPage.objects.values_list("title", flat=True)), EventPage.objects.count()


def test_both_are_there_for_one_that_asks_for_the_last(event):
    assert titles() == (["Alfa"], 1)
    event.title = "Ändrad"
    publish(event)
    event.network.delete()


def test_what_a_test_changed_is_as_it_was_and_nothing_is_made_again(network, event):
    assert (titles(), event.title, EventPage.objects.get().title) == ((["Alfa"], 1), "Möten", "Möten")
    assert made == ["network", "event"]


def test_one_that_asks_for_less_sees_less(network):
    assert titles() == (["Alfa"], 0)


def test_one_that_asks_for_nothing_sees_the_empty_site(site):
    assert titles() == ([], 0)


def test_one_that_commits_makes_its_own(committing_db, event):
    assert titles() == (["Alfa"], 1)
    assert made[-2:] == ["network", "event"]


@pytest.mark.django_db
def test_nothing_of_it_is_left():
    assert titles() == ([], 0)
