"""Ways to strike a meeting out: elements, styles, style sheets, signs. What is struck out is cancelled."""

from datetime import date

import pytest

from events.date_text import read_dates
from events.date_text.tokens.markup import plain_text

TODAY = date(2026, 11, 28)
ROW = "9 februari 2027 kl 9-11"


def _statuses(text: str) -> list[str]:
    return [row.status for row in read_dates(text, today=TODAY)]


@pytest.mark.parametrize(
    "struck",
    [
        "<p><s>{}</s></p>", "<p><strike>{}</strike></p>", "<p><del>{}</del></p>",
        '<p><span style="text-decoration: line-through">{}</span></p>',
        "<p class=MsoNormal><span style='mso-ansi-language:SV;TEXT-DECORATION:line-through'>{}<o:p></o:p></span></p>",
        '<div style="text-decoration-line:line-through"><p>{}</p></div>',
        "<s><p>{}</p></s>",
        '<font color=red style="text-decoration:line-through">{}</font><br>',
        '<style>.c3{{color:red;text-decoration:line-through}}</style><p><span class="c1 c3">{}</span></p>',
        "~~{}~~\n",
    ],
)  # fmt: skip
def test_a_struck_row_is_cancelled_and_the_next_one_is_not(struck):
    html = struck.startswith("<")
    following = "<p>16 mars 2027 kl 9-11</p>" if html else "16 mars 2027 kl 9-11"
    assert _statuses(struck.format(ROW) + following) == ["cancelled", "planned"]


def test_letters_with_a_stroke_through_each():
    assert _statuses("".join(f"{sign}\u0336" for sign in ROW)) == ["cancelled"]


def test_a_row_of_a_table():
    row = "<tr{}><td>{}</td><td>9-11</td><td>Lerum</td></tr>"
    struck = row.format(' style="text-decoration:line-through"', "2027-02-09")
    text = f"<table>{struck}{row.format('', '2027-03-09')}</table>"
    assert [(row.status, row.location) for row in read_dates(text, today=TODAY)] == [
        ("cancelled", "Lerum"),
        ("planned", "Lerum"),
    ]


def test_elements_that_are_never_closed_strike_nothing_else():
    assert plain_text("<p>a<br><s>b</s><img src=x>c</p></s></div>d<p>e</p>") == "a\n~~b~~c\n\nde\n"


def test_comments_of_word_are_left_out():
    text = f"<!--[if gte mso 9]><xml><o:v>12.3.2027</o:v></xml><![endif]--><p>{ROW}</p><!-- never closed"
    assert [row.start for row in read_dates(text, today=TODAY)] == ["2027-02-09T09:00"]
