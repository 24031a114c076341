"""What is found on the pages of both corpora, page by page, against the hand counts."""

import pytest

from tests.gr_site.importing.scoring import scores, summary

#: Found and expected, where they differ, with the reason.
OTHER_MEETINGS = {
    "x_ljusdal_tabell_2021": (0, 19),  # a matrix that lost its columns is refused
}
OTHER_MEMBERS = {}


@pytest.mark.parametrize("corpus", ["pages", "pages_2"])
def test_meetings_members_and_words_are_as_counted_by_hand(corpus):
    found = scores(corpus)
    print(*found, summary(found), sep="\n")
    assert {row.file: dict(row.lost) for row in found if row.lost} == {}
    meetings = {row.file: (row.meetings, row.meetings_expected) for row in found}
    assert {file: pair for file, pair in meetings.items() if pair[0] != pair[1]} == {
        file: pair for file, pair in OTHER_MEETINGS.items() if file in meetings
    }
    members = {row.file: (row.members, row.members_expected) for row in found if row.members_expected is not None}
    assert {file: pair for file, pair in members.items() if pair[0] != pair[1]} == {
        file: pair for file, pair in OTHER_MEMBERS.items() if file in members
    }
