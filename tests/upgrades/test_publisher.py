"""What ``networks.publication.publisher`` needs: Wagtail's signal after a publication does not say who published."""

import pytest
from wagtail.log_actions import LogContext
from wagtail.signals import page_published

from networks.publication.publisher import publisher
from tests.factories import make_network

pytestmark = pytest.mark.django_db


@pytest.fixture
def told():
    """What the signal says, and whom we take for the publisher, of each publication."""
    found = []

    def note(sender, revision=None, **said):
        found.append((set(said), publisher(revision)))

    page_published.connect(note, weak=False)
    yield found
    page_published.disconnect(note)


def test_the_user_of_the_action_and_else_of_the_request_publishes(site, told, django_user_model):
    page = make_network()
    hers, others = (django_user_model.objects.create_superuser(name) for name in ("alva", "berit"))
    told.clear()
    with LogContext(user=others):
        page.save_revision().publish(user=hers)
        page.save_revision().publish()
    page.save_revision().publish()
    assert [user for _, user in told] == [hers, others, None]
    assert all(said == {"signal", "instance"} for said, _ in told), "it says more now: is the user there?"
