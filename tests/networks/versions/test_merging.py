"""Three-way merge: what only one has changed is merged, what both have changed is asked about, nothing is lost."""

from hypothesis import given
from hypothesis import strategies as st

from networks.versions.merging import Rules, merge, value_at, with_value
from networks.versions.rows import keyed, keyed_like
from networks.versions.sameness import same

FIELDS = ("title", "place", "start_time", "end_time")
values = st.sampled_from(["", "a", "b"])
rows = st.dictionaries(st.sampled_from("klm"), st.fixed_dictionaries(dict.fromkeys(FIELDS, values)), max_size=3)
contents = st.fixed_dictionaries({**dict.fromkeys(FIELDS, values), "rows": rows})
TOGETHER = (("start_time", "end_time"),)
RULES = Rules(frozenset({"rows"}), together={"": TOGETHER, "rows": TOGETHER})
ALONE = Rules(frozenset({"rows"}))


def paths(*versions):
    found = {(name,) for name in FIELDS}
    for version in versions:
        found |= {("rows", key) for key in version["rows"]}
        found |= {("rows", key, name) for key in version["rows"] for name in FIELDS}
    return sorted(found)


def changed(old, new, path):
    return not same(value_at(old, path), value_at(new, path))


@given(contents, contents)
def test_what_only_one_has_changed_is_as_that_one_says(seen, changed_by_one):
    for mine, stored in ((changed_by_one, seen), (seen, changed_by_one)):
        merged = merge(seen, mine, stored, RULES)
        assert merged.disputed == []
        assert merged.content == changed_by_one


@given(contents, contents)
def test_two_who_have_done_the_same_are_not_asked(seen, both):
    assert merge(seen, both, both, RULES).disputed == []
    assert merge(seen, both, both, RULES).content == both


@given(contents, contents, contents)
def test_no_change_is_lost(seen, mine, stored):
    """What is not asked about has the value of whoever changed it, and what both have changed is asked about."""
    merged = merge(seen, mine, stored, ALONE)
    asked = set(merged.disputed)
    for path in paths(seen, mine, stored):
        if path in asked or path[:2] in asked or (len(path) == 2 and path[0] == "rows"):
            continue
        if len(path) == 3 and not all(value_at(version, path[:2]) for version in (seen, mine, stored)):
            continue  # whole rows: below
        by_me, by_others = changed(seen, mine, path), changed(seen, stored, path)
        if by_me and by_others:
            assert same(value_at(mine, path), value_at(stored, path))
        assert value_at(merged.content, path) == value_at(mine if by_me else stored, path)


@given(contents, contents, contents)
def test_a_row_is_gone_only_if_one_took_it_away_and_the_other_left_it_alone(seen, mine, stored):
    merged = merge(seen, mine, stored, ALONE)
    for key in seen["rows"].keys() | mine["rows"].keys() | stored["rows"].keys():
        path = ("rows", key)
        before, now = value_at(seen, path), (value_at(mine, path), value_at(stored, path))
        gone = value_at(merged.content, path) is None
        if path in merged.disputed or all(now):
            continue
        assert gone == (before is not None and (None in now) and all(row in (None, before) for row in now)) or any(
            same(row, other) for row in now if row for other in stored["rows"].values()
        )


@given(contents, contents, contents, st.data())
def test_answers_settle_every_question_and_are_followed(seen, mine, stored, data):
    asked = merge(seen, mine, stored, RULES).disputed
    answers = {path: data.draw(st.sampled_from(["mine", "stored"])) for path in asked}
    answered, own = seen, mine
    for path, answer in answers.items():
        answered = with_value(answered, path, value_at(stored, path))
        own = with_value(own, path, value_at(stored, path)) if answer == "stored" else own
    merged = merge(answered, own, stored, ALONE)
    assert merged.disputed == []
    for path, answer in answers.items():
        assert same(value_at(merged.content, path), value_at(mine if answer == "mine" else stored, path))


@given(contents, contents)
def test_a_form_that_shows_nothing_of_what_it_saw_overwrites_nothing_unasked(mine, stored):
    merged = merge({}, mine, stored, RULES)
    asked = set(merged.disputed)
    for path in paths(stored):
        if changed(mine, stored, path) and value_at(mine, path[:-1] or path) is not None and path not in asked:
            assert path[0] == "rows"
            assert value_at(merged.content, path) == value_at(stored, path) or len(path) == 2
    assert stored["rows"].keys() <= merged.content["rows"].keys()


def test_times_of_a_row_are_asked_about_together():
    row = {"start_time": "08:00", "end_time": "10:00", "title": ""}
    seen, mine, stored = (
        {"rows": {"k": row | change}} for change in ({}, {"start_time": "11:00"}, {"end_time": "09:00"})
    )
    assert merge(seen, mine, stored, RULES).disputed == [("rows", "k", "start_time"), ("rows", "k", "end_time")]


def test_a_row_that_both_have_added_stands_once():
    added = {"title": "Ny", "pk": None, "translation_key": ""}
    merged = merge({"rows": {}}, {"rows": {"mine 0": added}}, {"rows": {"stored 0": added}}, RULES)
    assert list(merged.content["rows"]) == ["stored 0"]


def test_what_is_computed_when_a_row_is_saved_does_not_make_it_another():
    rules = Rules(frozenset({"rows"}), quiet={"rows": {"starts_at"}})
    mine, stored = {"title": "Ny", "starts_at": None}, {"title": "Ny", "starts_at": "2027-06-04T07:30:00Z"}
    merged = merge({"rows": {}}, {"rows": {"mine 0": mine}}, {"rows": {"stored 0": stored}}, rules)
    assert list(merged.content["rows"]) == ["stored 0"]


def test_what_the_site_notes_by_itself_is_never_asked_about():
    rules = Rules(quiet={"": {"handed_out", "moved_from"}})
    seen, mine, stored = ({"handed_out": days, "moved_from": days[-1]} for days in (["1"], ["1", "2"], ["1", "3"]))
    merged = merge(seen, mine, stored, rules)
    assert (merged.disputed, merged.taken_over) == ([], [])
    assert merged.content == {"handed_out": ["1", "2", "3"], "moved_from": "3"}


def test_what_a_browser_does_to_a_text_that_nobody_has_touched_is_no_change():
    assert same("<p>Ett</p>", '<p data-block-key="ab1">Ett</p>')
    assert same("Ett\nTvå", "Ett\r\nTvå ")
    assert same('[{"type": "text", "value": "Ett"}]', '[{"type": "text", "value": "Ett", "id": "x"}]')
    assert same(None, "") and same("[]", "")
    assert not same('[{"type": "text", "value": "Ett"}]', '[{"type": "text", "value": "Två"}]')
    assert not same(0, "")


def test_a_row_without_a_key_is_found_by_what_it_says_and_then_by_its_order():
    def row(name):
        return {"pk": None, "name": name}

    seen = keyed([row("Ada"), row("Bo"), {"pk": 7, "name": "Cilla"}])
    found = keyed_like([row("Bo"), row("Ada B"), {"pk": 7, "name": "Cilla"}, row("Disa")], seen, "mine")
    assert {key: row["name"] for key, row in found.items()} == {
        "row 1": "Bo",
        "row 0": "Ada B",
        "pk 7": "Cilla",
        "mine 3": "Disa",
    }
