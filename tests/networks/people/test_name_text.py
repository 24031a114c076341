"""A name is found however it is spaced, escaped and capitalised, and never as a part of another's."""

import json

import pytest

from networks.people.name_text import MARK, Name, Taken, take


def without(text, name="Åsa Exempelsson"):
    taken = Taken()
    return take(text, Name(name), taken), taken


@pytest.mark.parametrize(
    "text",
    [
        "Åsa Exempelsson",
        "åsa EXEMPELSSON",
        "Åsa  Exempelsson",
        "Åsa\u00a0Exempelsson",
        "Åsa&nbsp;Exempelsson",
        "Exempelsson, Åsa",
        "Åsa Exempelssons",
    ],
)
def test_ways_to_write_a_name(text):
    assert without(f"Möte med {text}.")[0] == f"Möte med {MARK}."


@pytest.mark.parametrize("text", ["Åsa Exempelssonius", "Blåsa Exempelsson", "Åsa och Exempelsson", "Exempelsson"])
def test_others_keep_their_names(text):
    assert without(text) == (text, Taken())


def test_escapes_and_json_inside_json_hide_nothing():
    inner = json.dumps([{"type": "paragraph", "value": "<p>Åsa Exempelsson</p>"}])
    text, taken = without(json.dumps({"body": inner, "title": "Möte"}))
    assert json.loads(json.loads(text)["body"]) == [{"type": "paragraph", "value": f"<p>{MARK}</p>"}]
    assert taken.texts == ["Åsa Exempelsson"]


def test_rows_of_people_are_emptied_or_go():
    seat = {"pk": 1, "name": "Åsa Exempelsson", "title": "rektor", "role": "chair", "organisation": 3}
    content = {"members": [seat, {"name": "Bo Annan"}], "contacts": [{"name": "åsa exempelsson", "email": "a@b.se"}]}
    text, taken = without(json.dumps(content))
    assert json.loads(text) == {
        "members": [seat | {"name": "", "title": ""}, {"name": "Bo Annan"}],
        "contacts": [],
    }
    assert (taken.members, taken.contacts) == (1, 1)


def test_what_has_not_the_name_is_left_to_the_letter():
    for text in ('{"a":  1}', "[bara text", '"Åsa" sade', "{}"):
        assert without(text) == (text, Taken())


def test_addresses_that_are_hers_go_too():
    taken = Taken()
    text = take('<a href="mailto:asa@example.org">', Name("Åsa Exempelsson", ("asa@example.org",)), taken)
    assert text == f'<a href="mailto:{MARK}">'


@pytest.mark.parametrize(
    "name", [" ", "Åsa", "a b", "A. Exempelsson", "i och", "Åsa 1", "Åsa (Ex", ".* .*", "Åsa " * 9, f"Åsa {'x' * 120}"]
)
def test_what_is_no_full_name_is_refused(name):
    with pytest.raises(ValueError, match="name"):
        Name(name)
