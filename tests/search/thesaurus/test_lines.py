"""The files of the starter thesaurus: what a line may be, and that every line of theirs is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis.thesaurus import Group
from search.thesaurus.lines import LONGEST, BadLine, read, starter, unknown

# Raised when words are added, so that no file is lost.
FEWEST_GROUPS = 250


def test_a_line_is_a_group_with_its_languages_and_directions():
    text = "# Skola\n\nNOT READ".replace(
        "NOT READ", "förskola,  dagis | preschool > skola, barn ~ fritids  # öppen också"
    )
    (line,) = read("skola.txt", text)
    assert line.group == Group(("förskola", "dagis"), ("preschool",), ("skola", "barn"), ("fritids",))
    assert (line.key, line.file, line.number) == ("förskola", "skola.txt", 3)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("dagis", "leads nowhere"),
        ("| preschool, nursery", "nothing in Swedish"),
        ("dagis |", "nothing after |"),
        ("dagis > ", "nothing after >"),
        ("dagis, förskola, dagis", "twice: dagis"),
        ("dagis | nursery, nursery", "twice after |: nursery"),
        ("dagis, förskola > dagis", "broader than itself"),
        ("dagis | nursery ~ nursery", "related to itself"),
        ("dagis, , förskola", "no word"),
        ("dagis, förskola,", "no word"),
        ("dagis, bad bil bok båt dag dal fisk fot gran", "too many"),
        ("Dagis, förskola", "capital letters"),
        ("dagis > skola > barn", "> >: each once"),
        ("dagis ~ skola > barn", "~ >: each once, first |"),
        ("dagis > skola | school", "> |: each once, first |"),
        (f"dagis, {'å' * LONGEST}", "more than"),
    ],
)
def test_a_bad_line_is_refused_with_its_file_and_number(line, reason):
    with pytest.raises(BadLine, match=r"^skola\.txt:2: ") as refused:
        read("skola.txt", f"# Skola\n{line}\n")
    assert reason in str(refused.value)


@given(st.text(alphabet="ab ,|>~#\n-", max_size=40))
def test_any_text_is_read_or_refused(text):
    try:
        lines = read("x.txt", text)
    except BadLine:
        return
    assert all(line.group.swedish for line in lines)


def test_a_group_of_two_fields_is_one(tmp_path):
    (tmp_path / "a.txt").write_text("skolskjuts, skolbuss | school bus > skola\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("skolskjuts, skoltaxi | school bus > trafik\n", encoding="utf-8")
    (line,) = starter(tmp_path)
    assert line.group == Group(("skolskjuts", "skolbuss", "skoltaxi"), ("school bus",), ("skola", "trafik"))
    assert unknown([line]) == {"b.txt:1": ["skola", "trafik"]}


def test_a_group_of_two_fields_is_not_longer_than_a_group_may_be(tmp_path):
    for name in "ab":
        text = f"skola, {', '.join(f'{name}{number}' for number in range(60))}\n"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    with pytest.raises(BadLine, match=r"^b\.txt:1: with a\.txt:1 more than"):
        starter(tmp_path)


def test_two_lines_of_a_field_do_not_begin_alike(tmp_path):
    (tmp_path / "a.txt").write_text("skola, plugg\nskola, skolväsende\n", encoding="utf-8")
    with pytest.raises(BadLine, match=r"^a\.txt:2: begins with 'skola', as line 1 does"):
        starter(tmp_path)


def test_the_starter_thesaurus_can_be_read_and_names_only_groups_that_it_has():
    lines = starter()
    assert unknown(lines) == {}
    assert len(lines) >= FEWEST_GROUPS
