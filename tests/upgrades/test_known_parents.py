"""What ``networks.pages.known_parents`` needs of treebeard and of Wagtail's routing."""

import pytest
from wagtail.models import Page

from networks.models import NetworkPage
from networks.pages.known_parents import known_parent, remember_parent
from tests.factories import make_network

pytestmark = pytest.mark.django_db


def test_get_parent_returns_the_remembered_page_without_a_query(site, django_assert_num_queries):
    network = NetworkPage.objects.get(pk=make_network().pk)
    remember_parent(network, site.networks)
    with django_assert_num_queries(0):
        assert network.get_parent() is site.networks


def test_specific_keeps_the_remembered_page(site):
    page = Page.objects.get(pk=make_network().pk)
    remember_parent(page, site.networks)
    assert known_parent(page.specific) is site.networks


def test_wagtails_own_routing_remembers_in_the_same_place(site, rf):
    network = make_network()
    found, _, _ = Page.route(Page.objects.get(pk=site.networks.pk), rf.get("/"), [network.slug])
    assert known_parent(found).pk == site.networks.pk
