"""The breadcrumbs tell only what visitors may know."""

import pytest

from tests.networks.showing.hiding import by_unpublishing, withdrawable


@pytest.mark.django_db
def test_the_trail_names_no_page_that_is_withdrawn(site, client):
    above, below = withdrawable(site.home, deep=True)
    assert "Dold rubrik" in client.get(below.url).content.decode()
    by_unpublishing(above)
    response = client.get(below.url)
    assert response.status_code == 200
    assert "Dold rubrik" not in response.content.decode()
    assert "Mellan" in response.content.decode()
