"""What one process of the site hides, another, which has read it before, shows no more at once."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from tests.site import read_site

from . import acts
from .content import WORDS, build
from .seen import check

STEPS = [
    [(acts.unpublish, 0, 0), (acts.restrict, 1, 0), (acts.remove_term, 0, 0)],
    [(acts.delete, 2, 0), (acts.close_document, 0, 1), (acts.open_again, 0, 0)],
]
kept = {}  # of the process that edits


def build_content():
    with time_machine.travel(acts.START):
        kept["content"] = build(read_site())


def hide(place):
    with time_machine.travel(acts.START + timedelta(seconds=place)) as clock:
        for act, which, other in STEPS[place]:
            act(kept["content"], which, other, clock)


def look(place):
    with time_machine.travel(acts.START + timedelta(seconds=place, milliseconds=1)):
        check(Client(), WORDS[10 + place])


@pytest.mark.long
@pytest.mark.engine
def test_what_one_process_hides_no_other_shows(site_process):
    editor, reader = site_process(), site_process()
    editor(build_content)
    reader(look, 0)
    for place in range(len(STEPS)):
        editor(hide, place)
        reader(look, place)
