"""The same people in every way that pages and mails write them: names x organisations x layouts."""

from typing import NamedTuple

from hypothesis import strategies as st

FIRST = ("Asta", "Bo", "Karl-Erik", "Åsa", "Łukasz", "María José", "Ümit", "Siobhán", "J.", "Åke A.", "Đorđe")
LAST = ("Björkmo", "Dalrot", "af Geijer", "Falk-Hansen", "von Essen", "O'Brien", "García López", "Özdemir", "Wójcik")
#: How a page calls an organisation, and its usual name.
ORGANISATIONS = {
    "Ale": "Ale", "Kungälvs kommun": "Kungälv", "Göteborgs Stad": "Göteborg", "Lilla Edets kommun": "Lilla Edet",
    "Öckerö kommun": "Öckerö", "Business Region Göteborg": "Business Region Göteborg", "GR": "Göteborgsregionen",
    "Arbetsförmedlingen": "Arbetsförmedlingen", "Härryda": "Härryda",
}  # fmt: skip
TITLES = ("rektor", "socialchef", "miljöstrateg", "verksamhetschef", "förvaltningschef")


class Person(NamedTuple):
    name: str
    place: str
    title: str


names = st.builds("{} {}".format, st.sampled_from(FIRST), st.sampled_from(LAST))
people = st.lists(
    st.builds(Person, names, st.sampled_from(list(ORGANISATIONS)), st.sampled_from(TITLES)),
    min_size=2,
    max_size=6,
    unique_by=(lambda person: person.name),
)


def in_a_row(pieces, *, comma):
    *first, last = pieces
    return f"{', '.join(first)}{',' if comma else ''} och {last}"


def bracketed(person):
    return f"{person.name} ({person.place})"


def named_from(person):
    return f"{person.name} från {person.place}"


def with_comma(person):
    return f"{person.name}, {person.place}"


SENTENCES = {
    "ingår, in brackets": lambda rows: f"I gruppen ingår {in_a_row(map(bracketed, rows), comma=False)}.",
    "består av, from": lambda rows: f"Gruppen består av {in_a_row(map(named_from, rows), comma=False)}.",
    "are members, commas": lambda rows: f"Ledamöter är {in_a_row(map(with_comma, rows), comma=True)}.",
    "with, from": lambda rows: f"Med i gruppen är {in_a_row(map(named_from, rows), comma=False)}.",
    "take part": lambda rows: f"{in_a_row(map(bracketed, rows), comma=False)} ingår i gruppen.",
    "one of each": lambda rows: " ".join(f"Från {row.place} deltar {row.name}." for row in rows),
    "following": lambda rows: f"Gruppen består av följande ledamöter: {in_a_row(map(with_comma, rows), comma=True)}.",
    "after a colon": lambda rows: (
        f"I gruppen finns representanter från kommunerna: {in_a_row(map(bracketed, rows), comma=False)}."
    ),
    "there are": lambda rows: f"I gruppen finns {in_a_row(map(bracketed, rows), comma=False)}.",
    "appointed": lambda rows: f"Till gruppen har utsetts {in_a_row(map(bracketed, rows), comma=False)}.",
    "each sends": lambda rows: (
        f"{rows[0].place} representeras av {rows[0].name} och {rows[1].place} av {rows[1].name}. "
        + " ".join(f"{row.place} företräds av {row.name}." for row in rows[2:])
    ),
    "speak for": lambda rows: f"{in_a_row([f'{row.name} representerar {row.place}' for row in rows], comma=False)}.",
    "from each": lambda rows: (
        f"Från {rows[0].place} deltar {rows[0].name}, "
        + ", ".join(f"från {row.place} {row.name}" for row in rows[1:])
        + "."
    ),
    "organisations and colons": lambda rows: " ".join(f"{row.place}: {row.name}." for row in rows),
    "title and name": lambda rows: (
        f"I gruppen ingår {in_a_row([f'{row.title} {row.name}, {row.place}' for row in rows], comma=False)}."
    ),
    "title in brackets": lambda rows: " ".join(
        f"Från {row.place} kommer {row.name} ({row.title}, Strandvik)." for row in rows
    ),
    "and nobody more": lambda rows: f"I gruppen ingår {', '.join(map(bracketed, rows))} samt en tjänsteperson till.",
}
LISTS = {
    "title before organisation": lambda rows: "\n".join(
        f"{row.title.capitalize()}, {row.place}: {row.name}" for row in rows
    ),
    "organisation": lambda rows: "\n".join(f"{row.place}: {row.name}" for row in rows),
    "title between": lambda rows: "\n".join(f"{row.name}, {row.title}, {row.place}" for row in rows),
    "unit between": lambda rows: "\n".join(
        f"{row.name}, {row.title} Strandskolan, {row.place}" for row in rows
    ),
    "slash": lambda rows: "\n".join(f"{row.name}/{row.place}" for row in rows),
    "card": lambda rows: "\n".join(f"{row.name}\n{row.title.capitalize()}\n{row.place}" for row in rows),
    "mail program": lambda rows: "; ".join(f"{row.name} ({row.place}) <namn@example.org>" for row in rows),
}  # fmt: skip


HEADINGS = (
    "Deltagare", "Så här är gruppen sammansatt", "Vi som är med", "Människorna bakom", "Kommunernas folk i nätverket",
    "Alla i gruppen 2027:", "Styrgrupp",
)  # fmt: skip
#: Layouts that are lists of people by their form alone, under whatever heading.
PLAIN_LISTS = {
    "comma": lambda rows: "\n".join(map(with_comma, rows)),
    "brackets": lambda rows: "\n".join(f"• {bracketed(row)}" for row in rows),
    "organisation above": lambda rows: "\n\n".join(f"{row.place}\n{row.name}" for row in rows),
    "organisation and title above": lambda rows: "\n\n".join(f"{row.place}\n{row.name}, {row.title}" for row in rows),
    "card": lambda rows: "\n\n".join(f"{row.name}\n{row.title.capitalize()}\n{row.place}" for row in rows),
    "labels": lambda rows: "\n\n".join(f"Namn: {row.name}\nTitel: {row.title}\nKommun: {row.place}" for row in rows),
    "tabs": lambda rows: "Namn\tTitel\tKommun\n" + table(rows, "\t"),
    "semicolons": lambda rows: "Namn;Titel;Kommun\n" + table(rows, ";"),
    "spaced semicolons": lambda rows: "Namn; Titel; Kommun\n" + table(rows, "; "),
    "commas": lambda rows: "Namn,Titel,Kommun\n" + table(rows, ","),
    "bars": lambda rows: "| Namn | Titel | Kommun |\n|---|---|---|\n" + table(rows, " | "),
}


def table(rows, mark):
    return "\n".join(mark.join((row.name, row.title, row.place)) for row in rows)
