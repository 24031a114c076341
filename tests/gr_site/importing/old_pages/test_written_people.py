"""The same people in every way that pages and mails write them: each of them is a member."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gr_site.importing.old_meetings import read_meetings
from gr_site.importing.old_pages import read_page
from gr_site.importing.storing.as_json import page_as_json
from tests.examples import examples
from tests.gr_site.importing.old_pages.written_people import (
    HEADINGS,
    LISTS,
    ORGANISATIONS,
    PLAIN_LISTS,
    SENTENCES,
    bracketed,
    in_a_row,
    people,
    with_comma,
)
from tests.gr_site.importing.scoring import TODAY, lost_words


def page_with(text, heading=""):
    return read_page(f"Skolgruppen\n\nSyfte\n\nGruppen ska mötas.\n\n{heading}{text}\n")


def seats(page):
    return [(row.name, row.organisation, row.role) for row in page.members]


def expected(rows, role=""):
    return [(row.name, ORGANISATIONS[row.place], role) for row in rows]


def check_words(page, source):
    assert not lost_words(source, page_as_json(page, read_meetings(page, today=TODAY)))


@pytest.mark.parametrize("heading", ["", "Deltagare\n\n"])
@pytest.mark.parametrize("layout", SENTENCES)
@settings(max_examples=examples(40), deadline=None)
@given(rows=people)
def test_a_sentence_gives_its_people(layout, heading, rows):
    text = SENTENCES[layout](rows)
    page = page_with(text, heading)
    assert seats(page) == expected(rows)
    check_words(page, text)


@pytest.mark.parametrize("layout", LISTS)
@settings(max_examples=examples(40), deadline=None)
@given(rows=people)
def test_a_list_gives_its_people(layout, rows):
    text = LISTS[layout](rows)
    page = page_with(text, "Deltagare\n\n")
    assert seats(page) == expected(rows)
    check_words(page, text)


@pytest.mark.parametrize("layout", PLAIN_LISTS)
@settings(max_examples=examples(40), deadline=None)
@given(
    rows=people.filter(lambda rows: rows[0].place != rows[1].place),
    heading=st.sampled_from(HEADINGS),
    gap=st.sampled_from(["\n", "\n\n"]),
)
def test_a_list_is_one_under_any_heading(layout, rows, heading, gap):
    text = PLAIN_LISTS[layout](rows)
    page = page_with(text, heading + gap)
    assert seats(page) == expected(rows)
    check_words(page, text)


@pytest.mark.parametrize("heading", ["Talare", "Medverkande på konferensen", "Tidigare ordförande", "Jury"])
@settings(max_examples=examples(20), deadline=None)
@given(rows=people)
def test_people_without_a_seat_are_no_members(heading, rows):
    listed = "\n".join(map(with_comma, rows))
    assert seats(page_with(listed, f"{heading}\n\n")) == []


@settings(max_examples=examples(60), deadline=None)
@given(rows=people)
def test_a_list_by_organisation_turns_nobody_into_one(rows):
    """Among organisations and people in turn, another person where an organisation is due is still a person."""
    text = "\n\n".join(f"{row.place}\n{row.name}\nRut Sandvik, {row.title}\nSten Alm" for row in rows)
    page = page_with(text, "Deltagare\n\n")
    assert {row.organisation for row in page.members} == {ORGANISATIONS[row.place] for row in rows}


@settings(max_examples=examples(60), deadline=None)
@given(rows=people)
def test_a_sentence_gives_its_offices(rows):
    chair, vice, *others = rows
    text = f"Ordförande är {with_comma(chair)}, och vice ordförande {with_comma(vice)}."
    if others:
        text += (
            f" Ersättare är {in_a_row(map(bracketed, others), comma=False)}."
            if len(others) > 1
            else (f" Ersättare är {bracketed(others[0])}.")
        )
    page = page_with(text)
    assert seats(page) == [
        *expected([chair], "ordförande"), *expected([vice], "vice ordförande"), *expected(others, "ersättare"),
    ]  # fmt: skip


@settings(max_examples=examples(60), deadline=None)
@given(rows=people)
def test_whoever_leads_a_body_has_a_seat(rows):
    chair, *others = rows
    text = f"Gruppen leds av ordförande {with_comma(chair)}. Övriga: {in_a_row(map(bracketed, others), comma=False)}."
    found = page_with(text if len(others) > 1 else text.partition(" Övriga")[0])
    assert seats(found)[:1] == expected([chair], "ordförande")


@settings(max_examples=examples(30), deadline=None)
@given(rows=people)
def test_an_officer_of_the_region_who_leads_a_body_has_none(rows):
    assert seats(page_with(f"Gruppen leds av {rows[0].name}, GR.")) == []


@pytest.mark.parametrize("lead", ["I gruppen ingår", "Gruppen består av", "Ledamöter är", ""])
@pytest.mark.parametrize("place", [" från {}", ", {},"])
@settings(max_examples=examples(30), deadline=None)
@given(rows=people.filter(lambda rows: len(rows) >= 5), last_alone=st.booleans())
def test_several_people_share_the_organisation_after_the_last(lead, place, rows, last_alone):
    """ "A och B från Ale samt C från Lerum": B's organisation is A's as well, and C's is not."""
    first, second, third, fourth, fifth = rows[:5]
    groups = [(first, second), (third, fourth), (fifth,)] if last_alone else [(first, second), (third, fourth, fifth)]
    said = [
        (in_a_row([row.name for row in group], comma=False) if len(group) > 1 else group[0].name)
        + place.format(group[-1].place)
        for group in groups
    ]
    text = f"{lead} {', '.join(said[:-1])} samt {said[-1]}".replace(",,", ",").strip(" ,") + "."
    heading = "" if lead else "Deltagare\n\n"
    assert [(row.name, row.organisation) for row in page_with(text, heading).members] == [
        (row.name, ORGANISATIONS[group[-1].place]) for group in groups for row in group
    ]


def test_an_organisation_in_brackets_is_one_persons():
    text = "I gruppen ingår Asta Björkmo, Bo Dalrot (Ale) och Cia Enmark (Lerum)."
    assert seats(page_with(text)) == [
        ("Asta Björkmo", "", ""), ("Bo Dalrot", "Ale", ""), ("Cia Enmark", "Lerum", ""),
    ]  # fmt: skip


@settings(max_examples=examples(60), deadline=None)
@given(rows=people)
def test_a_clause_for_each_office_gives_them(rows):
    chair, vice = rows[:2]
    text = f"{bracketed(chair)} är ordförande och {bracketed(vice)} är vice ordförande."
    assert seats(page_with(text)) == [*expected([chair], "ordförande"), *expected([vice], "vice ordförande")]


@settings(max_examples=examples(60), deadline=None)
@given(rows=people, dash=st.sampled_from([" – ", " / ", ", ersättare ", " (ersättare ", ", suppleant: "]))
def test_a_deputy_sits_for_the_same_organisation(rows, dash):
    member, deputy = rows[:2]
    text = f"{member.place}: {member.name}{dash}{deputy.name}{')' if '(' in dash else ''}"
    found = page_with(text, "Ledamöter\n\n").members
    assert [(row.name, row.organisation) for row in found] == [
        (row.name, ORGANISATIONS[member.place]) for row in (member, deputy)
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kontaktpersoner är {}.", "Föreläsare är {}.", "Inbjudna gäster är {}.", "Exempel är {}.",
        "Kontaktpersoner för nätverket är {}.",
    ],
)  # fmt: skip
@settings(max_examples=examples(30), deadline=None)
@given(rows=people)
def test_others_whom_a_sentence_names_are_no_members(sentence, rows):
    page = page_with(sentence.format(in_a_row(map(bracketed, rows), comma=False)))
    assert seats(page) == []


CARDS = {
    "name, title, organisation, address": lambda row: (
        f"{row.name}\n{row.title.capitalize()}\n{row.place}\nnamn@example.org"
    ),
    "name and title, organisation": lambda row: f"{row.name}, {row.title}\n{row.place}",
    "name, title and organisation": lambda row: f"{row.name}\n{row.title.capitalize()}, {row.place}",
}


@pytest.mark.parametrize("layout", CARDS)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@settings(max_examples=examples(30), deadline=None)
@given(rows=people.filter(lambda rows: rows[0].place != rows[1].place))
def test_cards_need_no_heading(layout, gap, rows):
    page = page_with(gap.join(map(CARDS[layout], rows)))
    assert seats(page) == expected(rows)


@settings(max_examples=examples(40), deadline=None)
@given(rows=people.filter(lambda rows: len(rows) > 2 and len({row.place for row in rows[:3]}) > 1))
def test_rows_with_organisations_need_no_heading(rows):
    assert seats(page_with("\n".join(map(with_comma, rows)))) == expected(rows)


def test_two_people_of_one_organisation_below_a_page_are_no_members():
    text = "Asta Björkmo\nProcessledare\nGR\n031-000 00 11\n\nBo Dalrot\nSamordnare\nGR\n031-000 00 12"
    assert seats(page_with(text)) == []


def test_the_head_of_a_mail_gives_the_title_and_no_meeting():
    source = (
        "Från: Asta Björkmo <asta@example.org>\nSkickat: den 3 mars 2026 10:12\nTill: Bo Dalrot <bo@example.org>\n"
        "Ämne: SV: Nätverket för friluftsliv\n\nHej Bo!\n\nSyfte\nAtt vara ute.\n\n"
        "Nästa möte: 9 februari 2027 kl 9-11\n"
    )
    page = read_page(source)
    assert page.title == "Nätverket för friluftsliv"
    assert [row.start[:10] for group in read_meetings(page, today=TODAY) for row in group.meetings] == ["2027-02-09"]
    check_words(page, source)


RECIPIENTS = "Till: Asta Björkmo <asta@example.org>; Bo Dalrot <bo@example.org>"


@pytest.mark.parametrize("line", [RECIPIENTS, "Kopia: Asta Björkmo, Bo Dalrot", "Cc: Asta Björkmo"])
@pytest.mark.parametrize("above", ["", "Deltagare\n\nCia Enmark, Ale\n\n", "Möten 2027\n\n3 mars kl 9-11\n\n"])
def test_whoever_a_mail_was_sent_to_is_no_member(line, above):
    source = f"{line}\nÄmne: Skolgruppen\n\nHej!\n\nSyfte\nAtt ses.\n" if not above else f"{above}{line}\n"
    page = read_page(source) if not above else page_with(f"{above}{line}")
    assert {row.name for row in page.members} <= {"Cia Enmark"}
    assert line in page.unplaced
    assert any("mottagare" in remark for remark in page.remarks)
    check_words(page, source)


def test_the_head_of_a_mail_within_a_page_is_neither_a_meeting_nor_a_list_of_members():
    page = page_with(
        "Möten 2027\n\n9 mars kl 9-11\n\nFrån: Dag Falk <dag@example.org>\nSkickat: den 3 mars 2026 10:12\n"
        f"{RECIPIENTS}\nDatum: 3 mars 2026\nÄmne: Möten\n\nHej!"
    )
    assert seats(page) == []
    assert [row.start for group in read_meetings(page, today=TODAY) for row in group.meetings] == ["2027-03-09T09:00"]


@settings(max_examples=examples(40), deadline=None)
@given(rows=people, label=st.sampled_from(["", "Representanter: "]), mark=st.sampled_from(["; ", ". "]))
def test_organisations_on_one_line_have_each_its_people(label, rows, mark):
    text = label + mark.join(f"{row.place}: {row.name}" for row in rows)
    assert seats(page_with(text, "" if label else "Deltagare\n\n")) == expected(rows)


def test_what_stands_before_a_colon_and_people_is_no_person():
    text = "Rädda Barnen: Asta Björkmo, ersättare Bo Dalrot\nFunktionsrätt Särsholm: vakant\nAle: Cia Enmark"
    assert seats(page_with(text, "Ledamöter\n\n")) == [
        ("Asta Björkmo", "Rädda Barnen", ""), ("Bo Dalrot", "Rädda Barnen", "ersättare"),
        ("", "Funktionsrätt Särsholm", ""), ("Cia Enmark", "Ale", ""),
    ]  # fmt: skip


def test_an_office_of_a_municipality_is_its():
    text = "Göteborg: Asta Björkmo, Miljöförvaltningen, och Bo Dalrot, Stadsbyggnadskontoret"
    page = page_with(text, "Deltagare\n\n")
    assert [(row.name, row.organisation, row.title) for row in page.members] == [
        ("Asta Björkmo", "Göteborg", "Miljöförvaltningen"), ("Bo Dalrot", "Göteborg", "Stadsbyggnadskontoret"),
    ]  # fmt: skip


def test_a_mail_about_dates_keeps_its_sentences():
    source = (
        "Från: Asta Björkmo <asta@example.org>\nÄmne: Skolnätverket - mötestider 2027\n\nHej!\n\n"
        "I nätverket ingår Bo Dalrot (rektor, Ale) och Cia Enmark (rektor, Lerum). Ersättare för Ale är Dag Falk.\n\n"
        "Möten 2027:\n\nTisdag 9 mars kl 9-11, GR\nTisdag 11 maj kl 9-11, GR\n"
    )
    page = read_page(source)
    assert seats(page) == [("Bo Dalrot", "Ale", ""), ("Cia Enmark", "Lerum", ""), ("Dag Falk", "Ale", "ersättare")]
    assert [row.start for group in read_meetings(page, today=TODAY) for row in group.meetings] == [
        "2027-03-09T09:00", "2027-05-11T09:00",
    ]  # fmt: skip
    check_words(page, source)


def test_a_heading_on_a_card_is_a_title_below_a_name():
    text = (
        "Ale kommun\nBo Dalrot\nMedicinskt ansvarig sköterska\nbo@example.org\n\nLerums kommun\nVakant\n\n"
        "Tjörns kommun\nCia Enmark\n\nGIS-samordnare\n\ncia@example.org\n\nKontakt\n\nAsta Björkmo\nasta@example.org"
    )
    page = page_with(text, "Representanter\n\n")
    assert seats(page) == [("Bo Dalrot", "Ale", ""), ("", "Lerum", ""), ("Cia Enmark", "Tjörn", "")]
    assert [row.name for row in page.contacts] == ["Asta Björkmo"]


@settings(max_examples=examples(40), deadline=None)
@given(rows=people.filter(lambda rows: len(rows) >= 4))
def test_deputies_on_the_line_below_sit_for_the_same_organisation(rows):
    rows = rows[: len(rows) // 2 * 2]
    pairs = list(zip(rows[::2], rows[1::2], strict=True))
    text = "\n".join(f"{with_comma(member)}\nErsättare: {deputy.name}" for member, deputy in pairs)
    assert [(row.name, row.organisation) for row in page_with(text, "Ledamöter\n\n").members] == [
        (row.name, ORGANISATIONS[member.place]) for member, deputy in pairs for row in (member, deputy)
    ]


def test_one_deputy_below_several_members_may_be_anyones():
    text = "Asta Björkmo, Ale\nBo Dalrot, Lerum\nErsättare: Cia Enmark"
    assert seats(page_with(text, "Ledamöter\n\n"))[-1] == ("Cia Enmark", "", "Ersättare")


@settings(max_examples=examples(40), deadline=None)
@given(rows=people.filter(lambda rows: all(len(row.name.split()) == 2 for row in rows)))
def test_a_list_may_have_surnames_first(rows):
    text = "\n".join(
        f"{number}. {', '.join(reversed(row.name.split()))} ({row.place})" for number, row in enumerate(rows, start=1)
    )
    simple = [row for row in rows if row.name.replace(" ", "").replace("-", "").isalpha()]
    found = seats(page_with(text, "Deltagarlista\n\n"))
    assert [seat for seat in found if seat[0] in {row.name for row in simple}] == expected(simple)


def test_whoever_has_left_is_no_member():
    assert seats(page_with("Ale: vakant (tidigare Asta Björkmo)\nLerum: Bo Dalrot t.f.", "Medlemmar\n\n")) == [
        ("", "Ale", ""), ("Bo Dalrot", "Lerum", ""),
    ]  # fmt: skip


@settings(max_examples=examples(40), deadline=None)
@given(rows=people)
def test_contacts_in_every_municipality_are_members(rows):
    text = "\n\n".join(f"{row.place}\n{row.name}\nnamn@example.org" for row in rows)
    assert seats(page_with(text, "Kontaktpersoner i kommunerna\n\n")) == expected(rows)


@pytest.mark.parametrize("title", ["Samordnare", "GIS-samordnare", "Processledare", "Ekonomichef"])
def test_the_title_on_a_card_is_no_heading(title):
    text = f"Asta Björkmo\n\n{title}\n\nAle kommun\n\nBo Dalrot\n\n{title}\n\nLerums kommun"
    page = page_with(text, "Deltagare\n\n")
    assert [(row.name, row.organisation, row.title or row.role) for row in page.members] == [
        ("Asta Björkmo", "Ale", title), ("Bo Dalrot", "Lerum", title),
    ]  # fmt: skip


@settings(max_examples=examples(40), deadline=None)
@given(rows=people.filter(lambda rows: len(rows) >= 4), label=st.sampled_from(["Ledamot", "Ordinarie"]))
def test_labelled_seats_belong_to_the_organisation_above(rows, label):
    rows = rows[: len(rows) // 2 * 2]
    pairs = list(zip(rows[::2], rows[1::2], strict=True))
    text = "\n".join(f"{member.place}\n{label}: {member.name}\nErsättare: {deputy.name}" for member, deputy in pairs)
    assert [(row.name, row.organisation) for row in page_with(text, "Ledamöter och ersättare\n\n").members] == [
        (row.name, ORGANISATIONS[member.place]) for member, deputy in pairs for row in (member, deputy)
    ]


@settings(max_examples=examples(40), deadline=None)
@given(rows=people.filter(lambda rows: len(rows) >= 4))
def test_an_organisation_that_spans_two_rows_is_both_rows(rows):
    first, deputy, second, other = rows[:4]
    text = f"{first.place}\t{first.name}\t{deputy.name}\n\t{second.name}\t{other.name}"
    page = page_with(text, "Ledamöter\n\nKommun\tLedamot\tErsättare\n")
    assert [(row.name, row.organisation) for row in page.members] == [
        (row.name, ORGANISATIONS[first.place]) for row in rows[:4]
    ]


@settings(max_examples=examples(40), deadline=None)
@given(rows=people, title=st.sampled_from(["rektor", "MAS", "IT-strateg", "socialchef"]))
def test_a_title_may_follow_a_name_without_a_sign(rows, title):
    text = "\n".join(f"{row.name} {title} {row.place}" for row in rows)
    page = page_with(text, "Deltagare\n\n")
    assert [(row.name, row.organisation, row.title) for row in page.members] == [
        (row.name, ORGANISATIONS[row.place], title) for row in rows
    ]


@settings(max_examples=examples(40), deadline=None)
@given(rows=people)
def test_a_member_may_stand_with_the_deputy(rows):
    member, deputy = rows[:2]
    text = f"{with_comma(member)}, med {deputy.name} som ersättare"
    assert seats(page_with(text, "Deltagare\n\n")) == [
        *expected([member]), (deputy.name, ORGANISATIONS[member.place], "ersättare"),
    ]  # fmt: skip


@settings(max_examples=examples(40), deadline=None)
@given(rows=people)
def test_the_line_below_two_people_is_both_peoples_organisation(rows):
    first, second = rows[:2]
    page = page_with(f"{first.name} och {second.name}\n{first.place}\n", "Deltagare\n\n")
    assert [(row.name, row.organisation) for row in page.members] == [
        (row.name, ORGANISATIONS[first.place]) for row in (first, second)
    ]


@pytest.mark.parametrize("blank", ["", "\n"])
@settings(max_examples=examples(20), deadline=None)
@given(rows=people)
def test_a_seat_in_a_sub_group_is_one_of_its_own(blank, rows):
    listed = "\n".join(map(with_comma, rows))
    page = page_with(f"{listed}\n{blank}Arbetsgrupp buller\n{listed}", "Deltagare\n\n")
    assert [(row.name, row.group) for row in page.members] == [
        (row.name, group) for group in ("", "Arbetsgrupp buller") for row in rows
    ]


def test_a_surname_that_is_a_municipality_too_is_a_surname():
    assert seats(page_with("Asta Mark, Ale\nBo Mark, Marks kommun", "Deltagare\n\n")) == [
        ("Asta Mark", "Ale", ""), ("Bo Mark", "Mark", ""),
    ]  # fmt: skip


def test_a_mail_without_a_subject_has_the_body_that_it_speaks_of_as_title():
    source = (
        "Hej alla!\n\nNätverket för parkfrågor träffas nästa gång den 9 mars 2027 kl 13-15 på GR.\n\n"
        "Med på listan: Asta Björkmo (Ale), Bo Dalrot (Lerum).\n\nSyfte\nAtt ses.\n"
    )
    page = read_page(source)
    assert page.title == "Nätverket för parkfrågor"
    assert seats(page) == [("Asta Björkmo", "Ale", ""), ("Bo Dalrot", "Lerum", "")]
    assert [row.start for group in read_meetings(page, today=TODAY) for row in group.meetings] == ["2027-03-09T13:00"]
    check_words(page, source)
