"""The list of networks by their state, which may change on a day to come."""

import pytest
import time_machine

from networks.models.choices import Status
from tests.factories import make_network

pytestmark = pytest.mark.django_db
DAYS = {None: "alltid", "2026-12-30": "redan", "2026-12-31": "i dag", "2027-01-01": "i morgon"}


@pytest.mark.parametrize("status", [Status.PAUSED, Status.CLOSED])
def test_a_network_is_active_until_the_day_it_is_paused_or_closed(site, client, status):
    with time_machine.travel("2026-12-31T10:00:00+01:00", tick=False):
        for day, name in DAYS.items():
            make_network(f"Nätverket {name}", status=status, status_since=day)
        make_network("Nätverket som är igång")
        found = {state: titles(client.get(site.networks.url, {"lage": state})) for state in Status.values}
    over = ["Nätverket alltid", "Nätverket i dag", "Nätverket redan"]
    active = ["Nätverket i morgon", "Nätverket som är igång"]
    assert found == {key: [] for key in Status.values} | {Status.ACTIVE: active, status: over}


def titles(response):
    return sorted(network.title for _, networks in response.context["groups"] for network in networks)
