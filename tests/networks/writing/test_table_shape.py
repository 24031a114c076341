"""No JSON in place of a table makes a form or a public page fail, and a table stays as it is."""

import json
from contextlib import suppress

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from networks.pages.blocks import BodyBlock

BLOCK = BodyBlock().child_blocks["table"]
TABLE = {
    "data": [["Ort", "Dag"], ["Ale", None]],
    "cell": [{"row": 1, "col": 0, "className": "htRight"}],
    "mergeCells": [{"row": 1, "col": 0, "rowspan": 1, "colspan": 2}],
    "table_header_choice": "row",
    "first_row_is_table_header": True,
    "first_col_is_header": False,
    "table_caption": "Möten",
}
KEYS = ["row", "col", "rowspan", "colspan", "hidden", "className"]
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
    max_leaves=8,
)


@given(st.one_of(json_values, st.fixed_dictionaries({}, optional=dict.fromkeys(TABLE, json_values))))
def test_whatever_is_stored_or_sent_is_drawn_and_searched(value):
    for table in (BLOCK.to_python(value), BLOCK.value_from_form(json.dumps(value))):
        BLOCK.render(table)
        BLOCK.get_searchable_content(table)
        with suppress(ValidationError):
            BLOCK.render(BLOCK.clean(table))


@pytest.mark.parametrize("value", ["[" * 100_000, "{", "", None], ids=["deep", "cut", "empty", "missing"])
def test_what_is_no_json_is_no_table(value):
    assert not BLOCK.value_from_form(value)


def test_a_table_stays_as_it_is():
    assert BLOCK.to_python(TABLE) == BLOCK.value_from_form(json.dumps(TABLE)) == TABLE
    assert 'colspan="2"' in BLOCK.render(BLOCK.to_python(TABLE))


def test_rows_get_the_same_length_and_spans_stay_inside():
    table = BLOCK.to_python(
        {"data": [["a"], [1, 2.5]], "cell": 5, "mergeCells": [{"row": 1, "col": 0, "rowspan": 9, "colspan": 9}]}
    )
    assert table["data"] == [["a", ""], ["1", "2.5"]]
    assert (table["cell"], table["mergeCells"]) == ([], [{"row": 1, "col": 0, "rowspan": 1, "colspan": 2}])


def test_a_table_that_is_wide_somewhere_and_long_is_refused_and_not_filled_up():
    sent = TABLE | {"data": [["a"] * 2_000, *([] for _ in range(2_000))], "mergeCells": []}
    table = BLOCK.value_from_form(json.dumps(sent))
    assert sum(map(len, table["data"])) == 2_000
    with pytest.raises(ValidationError, match="för stor: 4002000 rutor, men högst 20000"):
        BLOCK.clean(table)
    assert BLOCK.value_for_form(table) == json.dumps(table)
    BLOCK.render(table)


def test_the_largest_table_is_taken():
    table = BLOCK.value_from_form(json.dumps(TABLE | {"data": [["a"] * 10] * 2_000, "cell": [], "mergeCells": []}))
    assert len(BLOCK.clean(table)["data"]) == 2_000
