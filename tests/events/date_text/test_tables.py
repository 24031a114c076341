"""Tables in every layout: the columns' order, their sign, cells that say "as above" and columns without meetings."""

from datetime import date, time

from hypothesis import given, settings
from hypothesis import strategies as st

from events.date_text import read_dates, read_text
from tests.examples import examples

TODAY = date(2026, 11, 28)
HOURS = ((time(9), time(11)), (time(13), time(15, 30)), (time(17, 15), time(19)))
PLACES = ("GR", "Kungälv", "Ale kommunhus", "Stadshuset, Lerum")
NO_MEETINGS = (
    "Utskick",
    "Sista dag för handlingar",
    "Handlingar senast",
    "Justering",
    "Beredning",
    "Sista anmälningsdag",
)
DAYS = st.lists(st.dates(date(2027, 1, 1), date(2027, 10, 28)), min_size=2, max_size=6, unique=True)


def _line(cells, sign):
    if sign == "html":
        return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
    if sign == ",":
        return ",".join(f'"{cell}"' if "," in cell else cell for cell in cells)
    return f"| {' | '.join(cells)} |" if sign == "|" else sign.join(cells)


def _table(rows, sign):
    lines = "\n".join(_line(row, sign) for row in rows)
    return f"<table>\n{lines}\n</table>" if sign == "html" else lines


def _found(rows):
    return {
        row.start_date: (row.start_time, row.end_time, row.location, row.verdict)
        for row in rows
        if row.verdict != "refused"
    }


@settings(max_examples=examples(60), deadline=None)
@given(st.data(), DAYS, st.sampled_from(["\t", ";", "|", ",", "html"]))
def test_columns_in_any_order(data, days, sign):
    """Each meeting is read whole, and the columns of deadlines give none."""
    columns = ["Datum", "Start", "Slut", "Plats"]
    skipped = data.draw(st.lists(st.sampled_from(NO_MEETINGS), max_size=2, unique=True))
    order = data.draw(
        st.permutations([*columns, *skipped]).filter(lambda names: names.index("Start") + 1 == names.index("Slut"))
    )
    told, table = {}, [order]
    for day in days:
        start, end = data.draw(st.sampled_from(HOURS))
        place = data.draw(st.sampled_from(PLACES))
        cells = {"Datum": f"{day}", "Start": f"{start:%H:%M}", "Slut": f"{end:%H:%M}", "Plats": place}
        cells |= {name: f"{day.replace(day=1, year=2026)}" for name in skipped}
        table.append([cells[name] for name in order])
        told[day] = (start, end, place)
    rows = read_dates(_table(table, sign), context="Möten 2027", today=TODAY)
    assert {day: row[:3] for day, row in _found(rows).items()} == told


@settings(max_examples=examples(40), deadline=None)
@given(DAYS, st.sampled_from(["\t", ";", "|", "html"]), st.sampled_from(["", '"', "dito"]))
def test_cells_that_say_as_above(days, sign, same):
    table = [["Datum", "Tid", "Plats"], [f"{days[0]}", "9-11", "GR"], *([f"{day}", same, same] for day in days[1:])]
    found = _found(read_dates(_table(table, sign), context="Möten 2027", today=TODAY))
    assert {day: row[:3] for day, row in found.items()} == dict.fromkeys(days, (time(9), time(11), "GR"))
    assert {found[day][3] for day in days[1:]} == {"warning"}


@settings(max_examples=examples(40), deadline=None)
@given(st.lists(DAYS, min_size=2, max_size=2), st.sampled_from(["\t", ";", "|", "html"]), st.booleans())
def test_several_columns_of_dates(columns, sign, terms):
    """Meetings of several columns are all read, those of a deadline not; nothing disappears."""
    first, second = columns
    head = ["Vår", "Höst", "Utskick"] if terms else ["AU", "Nämnden", "Utskick"]
    table = [head, *([f"{a}", f"{b}", "2026-12-01"] for a, b in zip(first, second, strict=False))]
    count = min(len(first), len(second))
    text = _table(table, sign)
    reading = read_text(text, context="Möten 2027", today=TODAY)
    dated = sorted(row.start_date for row in reading.rows if row.verdict != "refused")
    assert dated == sorted([*first[:count], *second[:count]])
    if sign != "html":
        shown = {row.text for row in reading.rows} | {line.text for line in reading.others}
        assert shown == {line.strip() for line in text.split("\n")}


@settings(max_examples=examples(30), deadline=None)
@given(DAYS, st.integers(0, 2))
def test_a_cell_that_reaches_over_all_rows(days, column):
    """The place of a merged cell is that of each row, wherever its column is."""
    lines = []
    for day in days:
        cells = [f"<td>{day}</td>", "<td>9-11</td>"]
        if not lines:
            cells.insert(column, f"<td rowspan={len(days)}>Kungälv</td>")
        lines.append(f"<tr>{''.join(cells)}</tr>")
    found = _found(read_dates(f"<table>{''.join(lines)}</table>", context="Möten 2027", today=TODAY))
    assert {day: row[:3] for day, row in found.items()} == dict.fromkeys(days, (time(9), time(11), "Kungälv"))


def test_start_and_end_with_their_dates_are_one_meeting():
    one_day = "2027-02-04 13:00\t2027-02-04 15:00\tRådhuset"
    two_days = "2027-03-04 09:00\t2027-03-05 12:00\tRådhuset"
    text = f"Start\tSlut\tLokal\n{one_day}\n{two_days}"
    rows = read_dates(text, today=TODAY)
    assert [(row.start, row.end, row.location) for row in rows] == [
        ("2027-02-04T13:00", "2027-02-04T15:00", "Rådhuset"),
        ("2027-03-04T09:00", "2027-03-05T12:00", "Rådhuset"),
    ]


def test_a_first_and_a_last_day_with_clocks_in_columns_of_their_own():
    text = "Startdatum\tStarttid\tSlutdatum\tSluttid\n2027-03-16\t12:00\t2027-03-17\t12:00"
    (row,) = read_dates(text, today=TODAY)
    assert (row.start, row.end) == ("2027-03-16T12:00", "2027-03-17T12:00")


def test_quoted_cells_with_a_first_and_a_last_day():
    head = "Titel,Startdatum,Starttid,Slutdatum,Sluttid,Plats"
    text = f'{head}\n"Nätverk, chefer",2027-03-11,08:00,2027-03-11,09:30,"Rådhuset, Lerum"'
    (row,) = read_dates(text, today=TODAY)
    assert (row.start, row.end, row.location) == ("2027-03-11T08:00", "2027-03-11T09:30", "Rådhuset, Lerum")


def test_figures_without_their_columns_are_refused():
    for text in (
        "KS KF AU\njan 13 27 5\nfeb 10 24 2",
        "Datum Tid Datum Tid\n2/2 9 6/4 13",
        "l4 jan kI. 9-1l , I8 febr",
    ):
        assert {row.verdict for row in read_dates(text, context="2027", today=TODAY)} == {"refused"}


def test_a_group_that_is_named_for_its_task_has_meetings():
    for name in ("Anställningsgruppen", "Remissgruppen", "Underlagsgruppen", "Lagstiftningsnätverket"):
        (row,) = read_dates("10 mars kl 9-11", context=f"{name} 2027", today=TODAY)
        assert (row.start, row.verdict) == ("2027-03-10T09:00", "ok")
