"""Which body and which year the meetings of a page belong to."""

import pytest

from gr_site.importing.old_meetings import read_meetings
from gr_site.importing.old_pages import read_source
from tests.gr_site.importing.old_pages.reading_pages import read_lines
from tests.gr_site.importing.scoring import TODAY

COUNCILS = (
    "Råd i kommunen", "", "Råden är remissorgan.", "", "Äldrerådet", "",
    "Rådet ska vara ett forum för äldre i hela kommunen och mötas ofta.", "",
    "Sammanträden 2017", "", "6 februari kl. 13.00",
)  # fmt: skip


def starts(page):
    return {group.name: [row.start for row in group.meetings] for group in read_meetings(page, today=TODAY)}


def test_two_councils_on_a_page_have_meetings_of_their_own():
    page = read_lines(
        *COUNCILS, "", "Ungdomsrådet", "", "Rådet ska vara ett forum för unga i hela kommunen och mötas ofta.", "",
        "Sammanträden 2017", "", "7 mars kl. 9.00",
    )  # fmt: skip
    assert starts(page) == {"Äldrerådet": ["2017-02-06T13:00"], "Ungdomsrådet": ["2017-03-07T09:00"]}


def test_one_list_below_a_councils_section_is_the_pages_with_a_remark():
    page = read_lines(*COUNCILS)
    assert starts(page) == {"": ["2017-02-06T13:00"]}
    assert [remark for remark in page.remarks if "Äldrerådet" in remark]


def test_a_year_in_the_title_is_every_lists():
    page = read_lines(
        "Skolgruppens arbete 2019", "", "Syfte", "", "Att mötas.", "", "Mötestider", "", "3 oktober kl. 9-12"
    )
    assert starts(page) == {"": ["2019-10-03T09:00"]}


def test_a_year_in_the_address_or_file_name_guides_the_guess():
    lines = ["Skolgruppen", "", "Syfte", "", "Att mötas.", "", "Mötestider", "", "3 oktober kl. 9-12"]
    by_address = read_lines("https://www.example.se/natverk/skolgruppen-2016", *lines)
    by_name = read_source("\n".join(lines).encode(), name="skolgruppen_2016.txt")
    assert starts(by_address) == starts(by_name) == {"": ["2016-10-03T09:00"]}
    (group,) = read_meetings(by_name, today=TODAY)
    assert [row.verdict for row in group.meetings] == ["warning"]


def test_meetings_that_run_together_on_a_line_are_apart():
    page = read_lines(
        "Skolgruppen", "", "Syfte", "", "Att mötas.", "", "Möten 2026", "",
        "Mars: - Onsdagen den 11 mars kl. 16.00 studiebesök - Söndagen den 22 mars kl. 11.00 final",
    )  # fmt: skip
    assert starts(page) == {"": ["2026-03-11T16:00", "2026-03-22T11:00"]}


def test_the_agenda_of_minutes_is_no_list_of_meetings():
    page = read_lines(
        "Skolgruppen", "", "Datum: 2008-09-23", "", "Plats: GR", "", "1. Mötet öppnades", "", "2. Städdag", "",
        "Städdagen går av stapeln den 12/10.", "", "3. Nästa möte", "",
        "Nästa möte hålls tisdagen den 11/11 kl. 19.15.",
    )  # fmt: skip
    assert starts(page) == {"": ["2008-09-23", "2008-11-11T19:15"]}


NETWORK = ("Miljönätverket", "", "Syfte", "", "Nätverket ska mötas.", "", "Möten 2025", "")
NOISE = (
    "Arbetsgrupp buller", "Sammankallande: Asta Björkmo, Ale", "Bo Dalrot, Lerum", "Träffar:", "4 februari kl. 13-15",
)  # fmt: skip
WATER = ("Arbetsgrupp vatten", "Sammankallande: Cia Enmark, Tjörn", "Träffar:", "5 februari kl. 13-15")


def test_groups_within_a_network_have_members_and_meetings_of_their_own():
    page = read_lines(*NETWORK, "14 januari kl. 9-12", "", *NOISE, "", *WATER)
    assert starts(page) == {
        "": ["2025-01-14T09:00"], "Arbetsgrupp buller": ["2025-02-04T13:00"],
        "Arbetsgrupp vatten": ["2025-02-05T13:00"],
    }  # fmt: skip
    assert [(row.name, row.organisation, row.group) for row in page.members] == [
        ("Asta Björkmo", "Ale", "Arbetsgrupp buller"), ("Bo Dalrot", "Lerum", "Arbetsgrupp buller"),
        ("Cia Enmark", "Tjörn", "Arbetsgrupp vatten"),
    ]  # fmt: skip
    assert page.contacts == ()


def test_a_sentence_tells_when_a_group_meets_in_the_year_above():
    sentence = "Utskottet träffas 9 januari, 6 mars och 8 maj kl. 15–16."
    wanted = ["2025-01-09T15:00", "2025-03-06T15:00", "2025-05-08T15:00"]
    below = read_lines(*NETWORK, "14 januari kl. 9-12", sentence)
    assert starts(below) == {"": ["2025-01-14T09:00"], "Utskottet": wanted}
    apart = read_lines(*NETWORK, "14 januari kl. 9-12", "", "Arbetsutskottet", "", sentence)
    assert starts(apart) == {"": ["2025-01-14T09:00"], "Arbetsutskottet": wanted}
    own = read_lines("Utskottet för skola", *NETWORK[1:], sentence)
    assert starts(own) == {"": wanted}


GROUPS = ("Presidiet", "AU", "Planeringsgruppen", "Arbetsutskottet", "Arbetsgruppen för vatten", "Redaktionsrådet")
OWN, THEIRS = ["2025-01-14T09:00", "2025-03-11T09:00"], ["2025-02-04T13:00", "2025-05-06T13:00"]
DATES = "14 januari kl. 9-12", "11 mars kl. 9-12"


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize(
    "lines",
    [
        ("{} bereder ärendena kl. 13-15 följande dagar:", "4 februari", "6 maj"),
        ("{} träffas 4 februari och 6 maj kl. 13-15.",),
        ("{}s möten är 4 februari kl. 13-15 och 6 maj kl. 13-15.",),
        ("{}: 4 februari kl. 13-15", "{}: 6 maj kl. 13-15"),
        ("{} 4 februari kl. 13-15", "{} 6 maj kl. 13-15"),
        ("4 februari kl. 13-15 ({})", "6 maj kl. 13-15 ({})"),
        ("", "{}", "4 februari kl. 13-15", "6 maj kl. 13-15"),
        ("", "{}:", "4 februari kl. 13-15", "6 maj kl. 13-15"),
    ],
)
def test_the_dates_of_a_group_are_never_the_networks_own(group, lines):
    page = read_lines(*NETWORK, *DATES, *(line.format(group) for line in lines))
    assert starts(page) == {"": OWN, group: THEIRS}


@pytest.mark.parametrize("group", GROUPS)
def test_the_dates_of_a_group_may_stand_among_the_networks_own(group):
    page = read_lines(
        *NETWORK, "Datum\tTid\tGrupp", "14 januari\t9-12\tMiljönätverket", f"4 februari\t13-15\t{group}",
        "11 mars\t9-12\tMiljönätverket", f"6 maj\t13-15\t{group}",
    )  # fmt: skip
    assert starts(page) == {"": OWN, group: THEIRS}


@pytest.mark.parametrize("own", ["Miljönätverket", "Nätverket", "Gruppen", "Vi"])
def test_a_sentence_about_the_pages_own_body_is_its_own(own):
    page = read_lines(*NETWORK, f"{own} träffas 14 januari kl. 9-12 och 11 mars kl. 9-12.")
    assert starts(page) == {"": OWN}


def test_the_year_in_a_groups_heading_is_no_part_of_its_name():
    page = read_lines(*NETWORK, *DATES, "", "Arbetsgruppen för vatten 2025", "4 februari kl. 13-15", "6 maj kl. 13-15")
    assert starts(page) == {"": OWN, "Arbetsgruppen för vatten": THEIRS}


def test_the_section_of_a_group_tells_when_it_meets():
    page = read_lines(
        *NETWORK, *DATES, "", "Planeringsgruppen", "",
        "Planeringsgruppen förbereder nätverkets möten och består av några av dess ledamöter.", "",
        "Gruppen träffas 4 februari och 6 maj kl. 13-15.",
    )  # fmt: skip
    assert starts(page) == {"": OWN, "Planeringsgruppen": THEIRS}


def test_a_sentence_below_a_list_gives_every_row_its_time_and_place():
    page = read_lines(
        *NETWORK, "3 mars", "5 maj", "2 juni", "",
        "Alla möten hålls kl 08.30–11.30 i GR:s lokaler, Storgatan 8, Göteborg. Mötet den 2 juni är digitalt.",
    )  # fmt: skip
    assert starts(page) == {"": ["2025-03-03T08:30", "2025-05-05T08:30", "2025-06-02T08:30"]}
    (group,) = read_meetings(page, today=TODAY)
    room = "GR:s lokaler, Storgatan 8, Göteborg"
    assert [row.location for row in group.meetings] == [room, room, "Digitalt"]
    assert {row.verdict for row in group.meetings} == {"warning"}


def test_a_library_or_a_culture_house_is_a_place():
    page = read_lines(*NETWORK, "24 januari kl. 9–12, Kungälvs stadsbibliotek", "14 mars kl. 9–12, Ale kulturrum")
    (group,) = read_meetings(page, today=TODAY)
    assert [(row.location, row.theme) for row in group.meetings] == [
        ("Kungälvs stadsbibliotek", ""), ("Ale kulturrum", ""),
    ]  # fmt: skip


def test_a_sentence_about_one_date_of_a_sentence_is_no_meeting_more():
    page = read_lines(
        *NETWORK, "Vi träffas kl 13–15 följande datum: 12 januari, 9 mars och 11 maj. Mötet 9 mars hålls i Lerum.",
    )  # fmt: skip
    assert starts(page) == {"": ["2025-01-12T13:00", "2025-03-09T13:00", "2025-05-11T13:00"]}
