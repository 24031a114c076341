"""What a version refers to is asked for once, and what is gone is left out as ``modelcluster`` leaves it out."""

from random import Random

import pytest
from django.db import connection, models
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from networks.models import NetworkMember, NetworkPage
from networks.pages.targets import ReadsTargetsOnce, _references, _rows
from tests.factories import make_area, make_event, make_meeting, make_network, make_organisation
from tests.shared_fixtures import shared_fixture

pytestmark = pytest.mark.django_db
GONE = 987_654


@shared_fixture()
def network(site):
    page = make_network(area=make_area())
    page.members = [NetworkMember(name="Karin Ek", organisation=make_organisation(name)) for name in ("Ale", "Lerum")]
    page.save_revision().publish()
    return NetworkPage.objects.get(pk=page.pk)


@shared_fixture()
def event(network):
    other = make_network("Annat nätverk")
    return make_event(network, *(make_meeting(f"2030-{month:02}-07") for month in range(1, 10)), co_owners=[other])


def references(model, data):
    """``(row, field)`` of each reference in a version, in its rows too."""
    yield from ((data, field) for field, _ in _references(model, data))
    for relation, rows in _rows(model, data):
        for row in rows:
            yield from references(relation.related_model, row)


@pytest.mark.parametrize("seed", range(30))
def test_what_is_gone_is_left_out_as_modelcluster_does(network, event, seed):
    chance = Random(seed)  # noqa: S311 - no secret
    for page in (network, event):
        content = page.serializable_data()
        for row, field in list(references(type(page), content)):
            if field.remote_field.on_delete in {models.CASCADE, models.SET_NULL} and chance.random() < seed / 60:
                row[field.name] = GONE
        expected = super(ReadsTargetsOnce, type(page)).from_serializable_data(content)
        found = type(page).from_serializable_data(content)
        assert found.serializable_data() == expected.serializable_data()


def test_a_version_whose_area_is_gone_opens_without_it(network, editor_client):
    page = NetworkPage.objects.get(pk=network.pk)
    page.second_area = area = make_area("Bortglömt")
    page.members = [
        *page.members.all(),
        NetworkMember(name="Ulf Ask", organisation=make_organisation("Gammal förening")),
    ]
    page.save_revision()
    area.delete()
    [member] = [row for row in page.members.all() if row.name == "Ulf Ask"]
    member.organisation.delete()
    assert editor_client.get(reverse("wagtailadmin_pages:edit", args=[network.pk])).status_code == 200
    version = NetworkPage.objects.get(pk=network.pk).get_latest_revision_as_object()
    assert (version.second_area, version.area.name) == (None, "Utbildning")
    assert [row.name for row in version.members.all()] == ["Karin Ek", "Karin Ek"]


def test_a_version_costs_the_same_for_one_row_and_for_nine(network, event):
    def cost(page):
        version = page.latest_revision
        with CaptureQueriesContext(connection) as queries:
            version.as_object()
        return len(queries)

    assert cost(event) == cost(make_event(network, "2030-01-07", co_owners=[make_network("Tredje")]))
