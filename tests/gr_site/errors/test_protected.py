"""What something else needs is not deleted, and the admin says so, whatever its index of references knows."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from wagtail.models import ReferenceIndex

from tests.factories import make_network, make_organisation

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("indexed", [True, False])
def test_a_row_that_is_needed_stays(admin_client, indexed):
    organisation, network = make_organisation(), make_network("Förskolenätverket")
    network.members.create(organisation=organisation)
    network.save()
    if not indexed:
        ReferenceIndex.objects.all().delete()
    address = reverse("wagtailsnippets_networks_organisation:delete", args=[organisation.pk])
    response = admin_client.post(address)
    organisation.refresh_from_db()
    assert response.status_code == 302
    if not indexed:
        assert response["Location"] == address
        assert [str(each) for each in get_messages(response.wsgi_request)] == [
            "Det gick inte att ta bort, eftersom det används på en annan plats."
        ]
    assert admin_client.get(address).status_code == 200
