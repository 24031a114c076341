"""Which titles readers cannot tell apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networks.rights.titles import foreign_letter, same_name

# Of Unicode's Default_Ignorable_Code_Point, and two that look like nothing without being in it.
UNSEEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u180b\u180e\u200b"
    "\u200d\u202e\u2060\u2064\u2800\u3164\ufe0f\ufeff\uffa0\U000e0041\U000e0100"
)


@given(st.lists(st.tuples(st.integers(0, 16), st.sampled_from(UNSEEN)), min_size=1, max_size=5))
def test_what_nobody_sees_makes_no_other_name(added):
    title = "Södra nätverket"
    for place, sign in added:
        title = title[:place] + sign + title[place:]
    assert same_name(title) == "södra nätverket"


@pytest.mark.parametrize(
    ("title", "letter"),
    [
        ("Gymnasien\u0430tverket", "\u0430"),
        ("\u0391lla", "\u0391"),
        ("Nätverket 日", "日"),
        ("Åre & Ærø, Łódź", ""),
        ("§ 3 – 1:a året (№ 2), 5 m² 🙂", ""),
        ("1ª", ""),
        ("", ""),
    ],
)
def test_letters_of_other_alphabets(title, letter):
    assert foreign_letter(title) == letter
