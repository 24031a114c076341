"""Pages that nobody wrote: sections in any order, as text or saved HTML, and the seats and meetings they must give."""

from datetime import date, timedelta
from html import escape
from typing import NamedTuple

from hypothesis import strategies as st

from tests.gr_site.importing.old_pages.written_people import LISTS, ORGANISATIONS, PLAIN_LISTS, SENTENCES, people

YEAR = 2027
MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
    "december",
)  # fmt: skip
GROUPS = ("Presidiet", "Planeringsgruppen", "Arbetsutskottet", "Arbetsgrupp dagvatten")
TITLES = ("Skolgruppen", "Nätverk för vattenplanering", "Skolchefsnätverket", "Styrgrupp hållbarhet", "Trygghetsrådet")
MEMBERS = ("Deltagare", "Ledamöter", "Vilka är med?", "Så här är gruppen sammansatt", "Kontaktpersoner i kommunerna")
MEETINGS = ("Mötestider 2027", "Sammanträden 2027", "Så här möts vi 2027", "När ses vi? 2027", "Datum 2027")
PURPOSES = (
    ("Syfte", "Nätverket ska samla planerare och sprida goda exempel."),
    ("Uppdrag", "Att bereda frågor om vatten för kommunerna i regionen."),
    ("Vårt mål", "Vi vill göra det lätt att samarbeta över kommungränserna."),
)
OTHERS = (
    ("Dokument", "Minnesanteckningar 2026-11-03 (pdf, 120 kB)"),
    ("Kontakt", "Rut Sandvik\nSamordnare\n031-000 00 11\nrut@example.org"),
    ("Arbetsformer", "Vi arbetar med omvärldsbevakning och tar fram underlag till nästa år."),
    ("Historik", "Nätverket startade 2011 efter ett beslut i förbundsstyrelsen."),
    ("", "Kontaktperson: Sten Alm, processledare GR, sten@example.org"),
)


class Page(NamedTuple):
    """``seats`` are (name, organisation); ``own`` and ``theirs`` are ISO starts, the latter of a group within."""

    source: str
    html: bool
    seats: list[tuple[str, str]]
    own: list[str]
    theirs: list[str]
    layout: str


def day(when):
    return f"{when.day} {MONTHS[when.month - 1]}"


def listed(days, tail):
    return "\n".join(f"{day(when)}{tail}" for when in days)


DATES = {
    "times": lambda days: listed(days, " kl. 9–11"),
    "places": lambda days: listed(days, ", kl 09.00–11.30, GR"),
    "usual above": lambda days: f"Alla möten hålls kl. 9.00–11.30 på GR.\n\n{listed(days, '')}",
    "usual below": lambda days: f"{listed(days, '')}\n\nTid: kl. 9.00–11.30\nPlats: GR",
    "tabs": lambda days: "Datum\tTid\tPlats\n" + listed(days, "\t09.00–11.30\tGR"),
    "semicolons": lambda days: "Datum;Tid;Plats\n" + "\n".join(f"{when};09:00-11:30;GR" for when in days),
    "iso": lambda days: "\n".join(f"{when}, kl. 09.00-12.00, Teams" for when in days),
    "sentence": lambda days: f"Nätverket träffas klockan 9–11 följande dagar: {', '.join(map(day, days))}.",
}
THEIRS = {
    "section": lambda group, days: f"{group} träffas {' och '.join(map(day, days))} {YEAR} kl. 14–15.",
    "lead": lambda group, days: f"{group} träffas kl. 14–15 följande dagar:\n{listed(days, '')}",
    "label": lambda group, days: "\n".join(f"{group}: {day(when)} kl. 14–15" for when in days),
}
days = st.lists(
    st.integers(0, 364).map(lambda number: date(YEAR, 1, 1) + timedelta(number)), min_size=2, max_size=5, unique=True
).map(sorted)
weekdays = days.filter(lambda found: all(when.weekday() < 5 for when in found))


@st.composite
def invented(draw):
    layout = draw(st.sampled_from([*LISTS, *PLAIN_LISTS, *SENTENCES]))
    rows = draw(people.filter(lambda rows: rows[0].place != rows[1].place))
    text = ({**SENTENCES, **LISTS, **PLAIN_LISTS})[layout](rows)
    own = draw(weekdays)
    dated = DATES[draw(st.sampled_from(list(DATES)))](own)
    sections = [(draw(st.sampled_from(MEMBERS)), text), draw(st.sampled_from(PURPOSES))]
    sections += draw(st.lists(st.sampled_from(OTHERS), max_size=2, unique=True))
    theirs = []
    if draw(st.booleans()):
        theirs, group, way = draw(weekdays), draw(st.sampled_from(GROUPS)), draw(st.sampled_from(list(THEIRS)))
        told = THEIRS[way](group, theirs)
        sections += [(group, told)] if way == "section" else []
        dated += "" if way == "section" else f"\n\n{told}"
    sections.append((draw(st.sampled_from(MEETINGS)), dated))
    sections = draw(st.permutations(sections))
    title, html = draw(st.sampled_from(TITLES)), draw(st.booleans())
    write = written_in_html if html else written_as_text
    return Page(
        source=write(title, sections, draw),
        html=html,
        seats=[(row.name, ORGANISATIONS[row.place]) for row in rows],
        own=[f"{when}T09:00" for when in own],
        theirs=[f"{when}T14:00" for when in theirs],
        layout=layout,
    )


def written_as_text(title, sections, draw):
    gap = draw(st.sampled_from(["\n", "\n\n"]))
    return f"{title}\n\n" + "\n\n".join(f"{head}{gap if head else ''}{text}" for head, text in sections) + "\n"


def written_in_html(title, sections, draw):
    heading = draw(st.sampled_from(["<h2>{}</h2>", "<h3>{}</h3>", "<p><b>{}</b></p>"]))
    lines = draw(st.sampled_from(["broken", "paragraphs"]))
    body = "".join(
        (heading.format(escape(head)) if head else "") + "".join(_block(part, lines) for part in text.split("\n\n"))
        for head, text in sections
    )
    return (
        f"<html><body><nav><a href=/>Start</a> <a href=/n>Nätverk</a></nav><main><h1>{escape(title)}</h1>{body}</main>"
        "<footer><p>Göteborgsregionen, Box 1</p></footer></body></html>"
    )


def _block(text, lines):
    rows = [escape(row) for row in text.split("\n")]
    if all("\t" in row for row in rows):
        cells = ("".join(f"<td>{cell}</td>" for cell in row.split("\t")) for row in rows)
        return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"
    if all(row.startswith("• ") for row in rows):
        return f"<ul>{''.join(f'<li>{row[2:]}</li>' for row in rows)}</ul>"
    return f"<p>{'<br>'.join(rows)}</p>" if lines == "broken" else "".join(f"<p>{row}</p>" for row in rows)
