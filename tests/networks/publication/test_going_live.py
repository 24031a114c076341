"""A version that is to be published later leaves what is public as it is."""

from datetime import timedelta

import pytest
from django.utils import timezone

from events.models import EventPage
from tests.factories import make_event, make_network

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "make", [lambda: make_event(make_network(), "2027-02-05", live=False), lambda: make_network(live=False)]
)
def test_a_version_from_before_the_first_publication_leaves_the_page_public_until_its_time(site, make):
    page = make()
    first = page.save_revision()
    page.save_revision().publish()
    public = type(page).objects.get(pk=page.pk).live_revision
    old = type(first).objects.get(pk=first.pk).as_object()
    old.go_live_at = timezone.now() + timedelta(days=2)
    old.save_revision().publish()
    page = type(page).objects.get(pk=page.pk)
    assert (page.live, page.live_revision) == (True, public)
    if isinstance(page, EventPage):
        assert page.occurrences.count() == 1
