"""What an editor sees of a draft before it is published: on the page, and in people's calendars."""

import re
from datetime import date

import pytest
import time_machine
from bs4 import BeautifulSoup

from events.models import EventPage, Occurrence
from tests.factories import make_event, make_meeting, make_network


@pytest.fixture
def network(site):
    with time_machine.travel(date(2026, 11, 25), tick=False):
        yield make_network()


def test_previews_show_the_draft(network):
    event = make_event(network, "2027-02-05", introduction="Ta med dator.")
    draft = EventPage.objects.get(pk=event.pk)
    new = make_meeting("2027-04-23", theme="Vision", status="cancelled", reason="Snö.", locale_id=draft.locale_id)
    draft.occurrences = [*draft.occurrences.all(), new]
    draft.save_revision()
    draft = EventPage.objects.get(pk=event.pk).get_latest_revision_as_object()
    page = draft.make_preview_request(preview_mode="").render().content.decode()
    assert 'datetime="2027-04-23"' in page
    preview = draft.make_preview_request(preview_mode="calendar").render()
    text = re.sub(r"\s+", " ", BeautifulSoup(preview.content, "html.parser").get_text(" "))
    for words in (
        "Förskolenätverket: möte",
        "fredag 5 februari 2027 kl. 08.30–11.30",
        "Stadshuset, Mölndal",
        "Ta med dator.",
        "Inställt: Förskolenätverket: Vision",
        "Mötet är inställt. Snö.",
    ):
        assert words in text
    assert Occurrence.objects.filter(page=event.pk).count() == 1


def test_the_calendar_preview_of_an_event_without_dates(network):
    event = make_event(network, live=False)
    draft = event.get_latest_revision_as_object()
    assert "inga datum än" in draft.make_preview_request(preview_mode="calendar").render().content.decode()
