"""Which actions a meeting's status asks for."""

import pytest
from django.utils.translation import override

from events.amending.actions import ACTIONS, links
from events.amending.views import VIEWS
from events.models import Occurrence


@pytest.mark.parametrize(
    ("status", "labels"),
    [
        ("confirmed", ["Flytta", "Byt plats", "Ställ in"]),
        ("tentative", ["Bekräfta", "Flytta", "Byt plats", "Ställ in"]),
        ("cancelled", ["Blir av ändå"]),
    ],
)
def test_a_meetings_status_says_what_may_be_done(status, labels):
    row = Occurrence(status=status)
    found = links(row, "/admin/moten/?sida=2")
    assert [str(action.label) for action, _ in found] == labels
    slugs = {"Flytta": "flytta", "Byt plats": "byt-plats", "Ställ in": "stall-in"}
    back = "?next=%2Fadmin%2Fmoten%2F%3Fsida%3D2"
    expected = [f"/admin/andra-mote/{row.translation_key}/{slugs.get(label, 'bekrafta')}/{back}" for label in labels]
    assert [address for _, address in found] == expected


def test_each_action_has_its_view_in_every_language():
    """The admin's addresses may be read for the first time by whoever asks in English."""
    with override("en"):
        assert [action.name for action in ACTIONS if action not in VIEWS] == []
