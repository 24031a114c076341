from collections import Counter
from datetime import date

import pytest

from .judgements import CROWDED, OUTSIDERS, QUERIES, Judged, fitting, grades, read
from .shown import Shown

KINDS = {
    "everyday", "topic", "compound", "inflected", "typo", "abbr", "date", "place", "muni", "person", "doc", "question",
    "quote", "oldname", "engsv", "english", "nothing", "stop",
}  # fmt: skip


def row(kind, address, *, title="", owners="", facts="", first=None, last=None, page=""):
    return Shown(kind, title, owners, facts, first, last or first, address, frozenset(), page)


ROWS = [
    row("network", "/natverk/a/"),
    row("network", "/natverk/a/b/"),
    row("document", "/dokument/1/a-protokoll.pdf"),
    row("page", "/kakor/"),
    row("meeting", "/mote/1/", title="Årsmöte", owners="Älvens råd", facts="i Ale", first=date(2027, 1, 31)),
    row("meeting", "/mote/2/", title="Läger", owners="B", first=date(2027, 1, 31), last=date(2027, 2, 2), page="/b/"),
    row("meeting", "/natverk/a/moten/", title="Möten", owners="A"),
]


@pytest.mark.parametrize(
    ("token", "addresses"),
    [
        ("n:a", {"/natverk/a/"}),
        ("n:b", {"/natverk/a/b/"}),
        ("p:/kakor/", {"/kakor/"}),
        ("p:/b/", {"/mote/2/"}),
        ("d:a-", {"/dokument/1/a-protokoll.pdf"}),
        ("m:@2027-01", {"/mote/1/", "/mote/2/"}),
        ("m:@2027-02-01", {"/mote/2/"}),
        ("m:@2027~älven", {"/mote/1/"}),
        ("m:årsmöte@#ale", {"/mote/1/"}),
        ("m:@2027#Tjörn", set()),
        ("m:möten@", {"/natverk/a/moten/"}),
        ("m:möten@2027", set()),
        ("n:c", set()),
    ],
)
def test_a_judgement_names_what_fits_it(token, addresses):
    assert fitting(token, ROWS) == addresses


def test_the_best_grade_of_an_address_counts():
    judged = Judged("topic", "sv", "läger", ("m:Läger@",), ("m:@2027",))
    assert grades(judged, ROWS) == {"/mote/1/": 1, "/mote/2/": 2}


@pytest.mark.parametrize("token", ["n:c", "p:/nej/", "x:a", "kakor"])
def test_a_judgement_that_fits_nothing_is_told(token):
    with pytest.raises(LookupError, match=token):
        grades(Judged("topic", "sv", "nej", (), (token,)), ROWS)


def test_there_are_enough_queries_of_each_kind_and_each_is_asked_once():
    judged = read(QUERIES)
    assert len(judged) >= 200
    assert {each.kind for each in judged} == KINDS
    assert min(Counter(each.kind for each in judged).values()) >= 5
    for path_of in (judged + read(OUTSIDERS), read(CROWDED)):
        assert max(Counter((each.query, each.language) for each in path_of).values()) == 1


@pytest.mark.parametrize("path", [QUERIES, OUTSIDERS], ids=lambda path: path.stem)
def test_nothing_is_wanted_by_those_kinds_and_by_no_other(path):
    assert all(each.wants_nothing == (each.kind in ("nothing", "stop")) for each in read(path))
