"""However a person's name is written, it is removed or told, and what may be hers can be removed. Others stay."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from networks.people.name_text import MARK, Name, Taken, take
from tests.examples import examples

from .disguised_names import GIVEN, SURE, SURNAMES, UNSURE, oddly_written, of_others

FRAMES = (
    "vi tackar {} för idag.",
    "<p>vi tackar {} för idag.</p>",
    "<table><tr><td>{}</td></tr></table>",
)


def chosen(text, name):
    """``(what is left, what may still be hers)`` when a person has said that all that is told is hers."""
    taken = Taken(looks=True)
    take(text, name, taken)
    hers = Taken(looks=True, chosen=frozenset(near.text for near in taken.near))
    left = take(text, name, hers)
    again = Taken(looks=True)
    take(left, name, again)
    return left, again


@settings(max_examples=examples(600))
@given(data=st.data(), given_name=st.sampled_from(GIVEN), surname=st.sampled_from(SURNAMES))
def test_a_name_is_removed_or_told_however_it_is_written(data, given_name, surname):
    written = data.draw(oddly_written(given_name, surname))
    text = data.draw(st.sampled_from(FRAMES)).format(written)
    name = Name(f"{given_name} {surname}")
    for told in (text, json.dumps({"value": json.dumps([text])})):
        left, again = chosen(told, name)
        assert (MARK in left, again) == (True, Taken(looks=True)), told


@given(data=st.data(), given_name=st.sampled_from(GIVEN), surname=st.sampled_from(SURNAMES))
def test_others_with_one_of_the_names_are_never_touched(data, given_name, surname):
    text = data.draw(of_others(given_name, surname, SURE + UNSURE))
    assert Name(f"{given_name} {surname}").without(text) == text


@given(data=st.data(), given_name=st.sampled_from(GIVEN), surname=st.sampled_from(SURNAMES))
def test_others_are_not_told_where_it_is_clear_who_they_are(data, given_name, surname):
    text = data.draw(of_others(given_name, surname, SURE))
    taken = Taken(looks=True)
    assert (take(text, Name(f"{given_name} {surname}"), taken), taken.near) == (text, [])


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Anna Bergqvist-\nsson", MARK),
        ("<p>An-<br>na Bergqvist-</p><p>sson.</p>", f"<p>{MARK}<br></p><p>.</p>"),
        ("Anna Lindström-\nBergqvistsson", MARK),
        ("Anna&amp;nbsp;Bergqvistsson", MARK),
        ('<a href="mailto:anna%2ebergqvistsson%40example.org?cc=a">', f'<a href="mailto:{MARK}?cc=a">'),
    ],
)
def test_what_surely_is_hers_goes_and_what_stands_beside_it_stays(text, left):
    assert take(text, Name("Anna Bergqvistsson"), Taken()) == left


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Anna%20Berg", "address"), ("Anna och Karl Berg", "apart"), ("Förnamn: Anna<br>Efternamn: Berg", "apart"),
        ("Anna, Berg", "apart"), ("anna/berg", "apart"), ("Anna, rektor på Ängskolan, Berg", "apart"),
        ("#AnnaBerg", "joined"), ("annaberg85.jpg", "joined"), ("bergann@example.org", "address"),
        ("annber@example.org", "address"),
    ],
)  # fmt: skip
def test_what_is_not_sure_is_told_with_its_reason(text, why):
    taken = Taken(looks=True)
    assert (take(text, Name("Anna Berg"), taken), [near.why for near in taken.near]) == (text, [why])


@pytest.mark.parametrize(
    "text",
    [
        "Anna Lind och Karl Berg", "Karl Berg och Anna Lind", "Anna, Karl Berg", "Anna (S), Karl Berg (M)",
        "Anna träffade Karl Berg", "anna bor i berg", "Annabergsvägen", "Hannaberg", "100%berg",
        "<td>Anna</td><td>Lind</td><td>Karl</td><td>Berg</td>", "Anna bor vid en sjö i närheten av Berg",
    ],
)  # fmt: skip
def test_what_is_another_is_not_told(text):
    taken = Taken(looks=True)
    assert (take(text, Name("Anna Berg"), taken), taken.near) == (text, [])


def test_a_double_given_name_is_not_hers_alone():
    taken = Taken(looks=True)
    text = "Anna-Karin Lind, Eva-Karin Lind och Anna Lind"
    assert (take(text, Name("Anna-Karin Berg"), taken), taken.near) == (text, [])


def test_an_address_in_a_version_is_told_and_kept():
    text = json.dumps({"slug": "anna-berg", "url_path": "/hem/anna-berg/", "avatar": "bilder/Anna%20Berg.jpg"})
    taken = Taken(looks=True)
    assert take(text, Name("Anna Berg"), taken) == text
    assert taken.addresses == ["anna-berg", "bilder/Anna%20Berg.jpg"]
