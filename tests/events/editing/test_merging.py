"""Three-way comparison of a row, field by field."""

from events.editing.merging import disputed, read, taken_over, written

SEEN = {"status": "confirmed", "place": "", "theme": "Vision"}


def test_only_the_other_changed_it():
    stored, mine = SEEN | {"status": "cancelled"}, SEEN | {"theme": "Mål"}
    assert taken_over(SEEN, stored, mine) == ["status"]
    assert disputed(SEEN, stored, mine) == []


def test_both_changed_it_to_different_values_or_to_the_same():
    stored = SEEN | {"place": "Kungälv"}
    assert disputed(SEEN, stored, SEEN | {"place": "Ale"}) == ["place"]
    assert disputed(SEEN, stored, SEEN | {"place": "Kungälv"}) == []
    assert taken_over(SEEN, stored, SEEN | {"place": "Kungälv"}) == []


def test_a_form_that_tells_nothing_of_what_it_saw_is_taken_at_its_word():
    assert taken_over({}, SEEN, SEEN | {"theme": ""}) == []
    assert disputed({}, SEEN, SEEN | {"theme": ""}) == []


def test_what_was_written_is_read_and_nothing_else():
    assert read(written(SEEN)) == SEEN
    assert [read(text) for text in ("", None, "[1]", "nonsens")] == [{}] * 4
