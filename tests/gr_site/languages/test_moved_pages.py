"""Earlier addresses lead to where a page is now, in either language, and never round in a circle."""

import pytest

from .reading import leads

pytestmark = pytest.mark.django_db


def test_an_earlier_name_leads_to_the_page_in_both_languages(both, client, rename):
    rename(both.network, "forskolan")
    rename(both.network_en, "preschools")
    assert leads(client, "/natverk/forskolenatverket/") == (301, "/natverk/forskolan/")
    assert leads(client, "/en/networks/preschool-network/") == (301, "/en/networks/preschools/")
    assert leads(client, "/en/natverk/forskolenatverket/") == (301, "/en/networks/preschools/")
    assert leads(client, "/en/natverk/forskolenatverket/?ar=2020") == (301, "/en/networks/preschools/")


@pytest.mark.parametrize("name", ["network", "network_en"])
def test_a_page_that_has_been_away_and_is_withdrawn_is_not_there(both, client, rename, name):
    page = getattr(both, name)
    address, slug = page.url, page.slug
    rename(rename(page, "borta"), slug)
    type(page).objects.get(pk=page.pk).unpublish()
    status, location = leads(client, address)
    assert (status, location == address) != (301, True)
    if name == "network":
        assert status == 404
