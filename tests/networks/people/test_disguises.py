"""Whatever a reader reads as the person's name is found, what only may be hers is told, and other texts stay."""

import pytest

from networks.people.name_text import MARK, Name, Taken, take

NAME = Name("Anna Berg", organisations=("mölndal",))


def taken_from(text, name=NAME, **options):
    taken = Taken(looks=True, **options)
    return take(text, name, taken), taken


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("<b>Anna</b> Berg", f"<b>{MARK}</b>"),
        ("An<b>na</b> Be<i>rg</i>", f"{MARK}<b></b><i></i>"),
        ('Anna <a title="Anna Berg">Berg</a>', f'{MARK}<a title="{MARK}"></a>'),
        ("Anna<br>Berg", f"{MARK}<br>"),
        ('<img alt="Anna Berg" src="x">', f'<img alt="{MARK}" src="x">'),
        ("Berg, Anna K.", f"{MARK}."),
        ("Anna Berg Lindström", f"{MARK} Lindström"),
        ('<a href="mailto:anna.berg@example.org">Skriv</a>', f'<a href="mailto:{MARK}">Skriv</a>'),
        ("anna.berg [at] example.org", f"{MARK} [at] example.org"),
    ],
)  # fmt: skip
def test_tags_and_what_stands_beside_the_name_stay(text, left):
    assert taken_from(f"Vi tackar {text} för idag.")[0] == f"Vi tackar {left} för idag."


@pytest.mark.parametrize(
    "text",
    [
        "Anna K. Berg", "Anna K Berg", "Anna K.Berg", "anna k. berg", "Anna Karin Berg", "Anna Karin Maria Berg",
        "Anna-Karin Berg", "Berg, Anna", "Berg Anna", "Berg, Anna-Karin", "Anna Bergs", "ANNA BERGS", "Anna Berg's",
        "Anna Lindström-Berg", "Anna Berg-Lindström", "Berg-Lindström, Anna", 'Anna "Ankan" Berg', "Anna (Karin) Berg",
        "An\u00adna Be\u200brg", "Anna&nbsp;Berg", "An&shy;na Berg", "&#65;nna B&#x65;rg", "A\u0332nna Berg",
        "\uff21\uff2e\uff2e\uff21 Berg", "anna.berg@example.org", "annaberg@example.org", "berg.anna2@example.org",
        "anna_berg@example.org", "anna.k.berg@example.org",
    ],
)  # fmt: skip
def test_a_disguise_hides_nothing(text):
    assert taken_from(f"Vi tackar {text} för idag.")[0] == f"Vi tackar {MARK} för idag."


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("A. Berg", "initial"), ("Berg, A.", "initial"), ("Ana Berg", "spelling"), ("Anna Bergh", "spelling"),
        ("Anna von Berg", "part"), ("Eva-Anna Berg", "part"), ("Karl Berg, Anna Lind", "order"),
        ("Ale, Berg, Anna Lind", "order"), ("<td>Anna</td><td>Berg</td>", "split"), ("anna.berg", "address"),
        ("https://example.org/anna-berg/", "address"), ("a.berg@example.org", "address"), ("Anna i Mölndal", "given"),
    ],
)  # fmt: skip
def test_what_may_be_hers_is_told_and_left_until_a_person_says_so(text, why):
    text = f"Vi tackar {text} för idag."
    left, taken = taken_from(text)
    assert (left, [near.why for near in taken.near]) == (text, [why])
    left, _ = taken_from(text, chosen=frozenset({taken.near[0].text}))
    assert MARK in left


def test_a_surname_by_itself_is_told_where_she_sits():
    assert taken_from("Fråga Berg.")[1].near == []
    assert [near.why for near in taken_from("Fråga Berg.", surname=True)[1].near] == ["surname"]
    assert taken_from("Fråga Karl Berg.", surname=True)[1].near == []


@pytest.mark.parametrize(
    "text",
    ["Anna Bergström", "Berga", "Annan bergsväg", "Anna och Karl", "anna bor i berg", "Karl Berg", "Anna, Karin Berg"],
)
def test_others_stay(text):
    assert taken_from(text) == (text, Taken(looks=True))


@pytest.mark.parametrize(
    "text",
    [
        "Anna Karin Berg-Lindström", "Berg Lindström, Anna-Karin", "Lindström, Anna-Karin Berg",
        "Anna-Karin B. Lindström", "anna-karin.berg.lindstrom@example.org",
    ],
)  # fmt: skip
def test_double_names(text):
    assert taken_from(text, Name("Anna-Karin Berg Lindström"))[0] == MARK


def test_an_email_field_is_emptied():
    assert take('{"email": "anna.berg@example.org"}', NAME, Taken()) == '{"email": ""}'


def test_addresses_of_pages_in_versions_are_kept():
    text = '{"slug": "anna-berg", "url_path": "/anna-berg/", "title": "Anna Berg"}'
    assert take(text, NAME, Taken()) == f'{{"slug": "anna-berg", "url_path": "/anna-berg/", "title": "{MARK}"}}'
