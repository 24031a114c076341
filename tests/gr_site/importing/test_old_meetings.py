"""Meetings of whole old pages: what the page parser found, read by the date parser."""

import csv
from datetime import date

import pytest

from gr_site.importing.old_meetings import MeetingGroup, is_handled, read_meetings
from gr_site.importing.old_pages import LegacyPage, MeetingBlock, read_page
from tests.gr_site.importing.old_pages.reading_pages import GIVEN, PAGES, read, read_anyhow

TODAY = date(2026, 11, 23)
#: Its meetings stand in a matrix of months and bodies. The table counts 19; they are to be refused, or mapped by hand.
MATRIX = "x_ljusdal_tabell_2021"


def starts(groups, name=""):
    return [row.start for group in groups if group.name == name for row in group.meetings]


def test_a_usual_time_holds_but_for_the_line_that_has_its_own():
    groups = read_meetings(read("old_steering_group_empty_year.txt"), today=TODAY)
    assert starts(groups) == ["2019-02-08T13:00", "2019-04-05T09:00", "2019-10-04T13:00"]
    assert groups[0].notes == ("äger rum klockan 13.00-16.00",)


@pytest.mark.parametrize("below", [False, True])
@pytest.mark.parametrize(
    "sentence",
    [
        "Samtliga möten är kl 9.30-12.00.",
        "Vi ses alltid klockan 9.30-12.00.",
        "Tack för i höstas! Mötena hålls kl. 9.30-12.00, utom det sista som är en heldag.",
    ],
)
def test_a_mails_sentence_about_all_meetings_holds_for_the_dates_beside_it(sentence, below):
    dates = "tors 11 februari 2027, Ale kommunhus\ntors 18 mars 2027, Lerums kommunhus"
    parts = [dates, sentence] if below else [sentence, dates]
    text = "\n\n".join(["Miljöchefsnätverket", "Hej!", *parts, "Hör av er om något är fel."])
    (group,) = read_meetings(read_page(text), today=TODAY)
    assert [(row.start, row.end) for row in group.meetings] == [
        ("2027-02-11T09:30", "2027-02-11T12:00"),
        ("2027-03-18T09:30", "2027-03-18T12:00"),
    ]


def test_each_sub_group_has_its_own_meetings():
    groups = read_meetings(read("sustainability_sub_groups.txt"), today=TODAY)
    assert starts(groups) == ["2024-02-08T13:00", "2024-05-23T13:00"]
    assert starts(groups, "Naturgruppen") == ["2024-04-19T13:00", "2024-10-18T13:00"]
    assert starts(groups, "Matgruppen") == ["2024-04-19T13:00", "2024-11-15T13:00"]
    assert [row.status for row in groups[2].meetings] == ["tentative", "cancelled"]


def test_labels_and_tables_are_read():
    labelled = read_meetings(read("committee_labelled_meetings.txt"), today=TODAY)[0].meetings
    assert [(row.location, row.theme) for row in labelled[:2]] == [
        ("Göteborgsregionen (GR), Gårdatorget", "Budget"),
        ("Stadshuset, Kungälv", ""),
    ]
    tabled = read_meetings(read("heads_tabs_and_closed.txt"), today=TODAY)[0].meetings
    assert [(row.start, row.end, row.location) for row in tabled] == [
        ("2022-02-10T09:00", "2022-02-10T11:30", "GR"),
        ("2022-05-12T09:00", "2022-05-12T11:30", "Digitalt"),
    ]


def test_a_sentence_below_cancels_a_row_and_adds_none():
    block = MeetingBlock(
        heading="Möten 2021",
        context=("Möten 2021",),
        lines=("8/2 22/11 13/12",),
        notices=("Mötet den 22 november 2021 är inställt.", "Nästa möte blir den 13 december 2021."),
    )
    (group,) = read_meetings(LegacyPage(title="Direktionen", meetings=(block,)), today=TODAY)
    assert [row.status for row in group.meetings] == ["planned", "cancelled", "planned"]
    assert all(is_handled(row) for row in group.refused)


def test_a_lacking_year_is_guessed_from_when_the_page_was_changed():
    block = MeetingBlock(heading="Möten", context=("Möten",), lines=("11 september kl. 9-12",))
    page = LegacyPage(title="Skolgruppen", meetings=(block,), updated=date(2020, 6, 9))
    (row,) = read_meetings(page, today=TODAY)[0].meetings
    assert (row.start, row.verdict) == ("2020-09-11T09:00", "warning")


def test_the_same_meeting_in_two_blocks_of_one_body_is_one():
    blocks = tuple(
        MeetingBlock(heading=heading, context=("Möten 2025",), lines=("3 mars kl. 9-12",))
        for heading in ("Möten 2025", "Kommande möte")
    )
    groups = read_meetings(LegacyPage(title="Skolgruppen", meetings=blocks), today=TODAY)
    assert [type(group) for group in groups] == [MeetingGroup]
    assert starts(groups) == ["2025-03-03T09:00"]


@pytest.mark.parametrize("path", sorted(PAGES.iterdir()), ids=lambda path: path.name)
def test_no_line_of_a_block_is_lost(path):
    page = read_anyhow(path)
    groups = read_meetings(page, today=TODAY)
    kept = "\n".join(
        [text for group in groups for text in group.notes]
        + [row.text for group in groups for row in (*group.meetings, *group.refused)]
    )
    lost = {line.strip() for block in page.meetings for line in block.lines} - {
        line.strip() for line in kept.split("\n")
    }
    assert lost <= {"Datum\tTid\tPlats"}


def test_the_given_pages_have_the_meetings_counted_by_hand():
    wrong = {}
    with (GIVEN / "pages" / "EXPECTED.tsv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    for row in rows:
        page = read_anyhow(GIVEN / "pages" / f"{row['file']}.txt")
        found = [meeting for group in read_meetings(page, today=TODAY) for meeting in group.meetings]
        cancelled = sum(meeting.status == "cancelled" for meeting in found)
        if [len(found), cancelled] != [int(row["meetings_expected"]), int(row["of_which_cancelled"])]:
            wrong[row["file"]] = (len(found), cancelled)
    print(f"{len(rows) - len(wrong)} of {len(rows)} pages as counted; not: {wrong}")
    assert wrong == {MATRIX: (0, 0)}


@pytest.mark.parametrize(
    "text",
    [
        "Alla möten hålls kl 9-12 på GR. Mötet den 2 juni hålls i Lerums kommunhus.\n9 februari\n2 juni",
        "9 februari kl 9-12, GR\n2 juni kl 9-12, GR\n\nMötet den 2 juni hålls i Lerums kommunhus.",
    ],
)
def test_the_place_in_a_sentence_about_one_meeting_is_that_meetings(text):
    page = read_page(f"Skolgruppen\n\nSyfte\n\nAtt ses.\n\nMötestider 2027\n\n{text}\n")
    rows = [row for group in read_meetings(page, today=date(2026, 11, 23)) for row in group.meetings]
    assert [(row.start, row.location, row.verdict) for row in rows] == [
        ("2027-02-09T09:00", "GR", "ok"), ("2027-06-02T09:00", "Lerums kommunhus", "warning"),
    ]  # fmt: skip
