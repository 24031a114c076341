"""A site with an English first page, list and calendar, and a network in both languages."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone

from tests.built_once import built_once, copy_of_built
from tests.factories import make_event, make_meeting, make_network, publish
from tests.translating import first_pages_in_english, translate

TEXTS = {
    "Förskolenätverket": "Preschool Network",
    "forskolenatverket": "preschool-network",
    "Vi delar erfarenheter.": "We share experience.",
    "Möten": "Meetings",
    "moten": "meetings",
    "Barngrupper": "Groups of children",
    "Ta med dator.": "Bring a computer.",
}


@pytest.fixture
def english(site):
    """``home``, ``networks`` and ``calendar`` in English, beside the source pages of ``site``."""
    return SimpleNamespace(**first_pages_in_english(site), site=site)


def in_both_languages(site):
    """A network with two coming meetings, in Swedish (``network``, ``event``) and English (``network_en``, ...)."""
    english = SimpleNamespace(**first_pages_in_english(site), site=site)
    day = timezone.localdate() + timedelta(days=30)
    network = make_network(introduction="Vi delar erfarenheter.")
    rows = [make_meeting(day, theme="Barngrupper"), make_meeting(day + timedelta(days=7), note="Ta med dator.")]
    event = make_event(network, *rows)
    return SimpleNamespace(
        network=network,
        event=event,
        day=day,
        network_en=translate(network, TEXTS),
        event_en=translate(event, TEXTS),
        english=english,
        site=english.site,
    )


built = built_once(in_both_languages)
both = copy_of_built()


@pytest.fixture
def rename(django_capture_on_commit_callbacks):
    def rename(page, slug):
        page = type(page).objects.get(pk=page.pk)
        page.slug = slug
        with django_capture_on_commit_callbacks(execute=True):
            return publish(page)

    return rename
