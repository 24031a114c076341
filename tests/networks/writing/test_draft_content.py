"""What no editor can have written of a text's inner shape is refused before anything is made of it."""

import json

import pytest
from django.core.exceptions import ValidationError
from draftjs_exporter import DOM, HTMLExporter
from draftjs_exporter.engines.string import DOMString
from hypothesis import given
from hypothesis import strategies as st

from networks.models import NetworkPage
from networks.writing.elements import Elements
from networks.writing.rules.draft_content import DEEPEST, MOST_PARTS, MOST_STYLES, check_bounds
from tests.growth import cpu, in_proportion

FIELD = NetworkPage._meta.get_field("purpose").formfield()


LINKS = {"0": {"type": "LINK", "mutability": "MUTABLE", "data": {"url": "https://example.org/"}}}


def block(text="Ale", depth=0, styles=(), links=()):
    ranges = [{"offset": offset, "length": length, "style": style} for offset, length, style in styles]
    entities = [{"offset": offset, "length": length, "key": 0} for offset, length in links]
    return {"key": "k", "text": text, "type": "unordered-list-item", "depth": depth, "inlineStyleRanges": ranges,
            "entityRanges": entities, "data": {}}  # fmt: skip


def sent(*blocks):
    return json.dumps({"blocks": blocks, "entityMap": LINKS})


def value_of(text):
    return FIELD.widget.value_from_datadict({"text": text}, {}, "text")


@pytest.mark.parametrize("depth", [DEEPEST + 1, 100_000_000, -1, 1.5, "4", True, None])
def test_a_list_of_any_depth_is_refused_at_once(depth):
    with pytest.raises(ValidationError, match="gick inte att läsa"):
        FIELD.clean(value_of(sent(block(depth=depth))))


def test_the_deepest_list_is_taken():
    value = FIELD.clean(value_of(sent(*(block(depth=depth) for depth in range(DEEPEST + 1)))))
    assert value.count("<ul>") == DEEPEST + 1


def test_an_empty_text_is_taken():
    assert value_of("null") == value_of("{}") == ""


def test_styles_inside_each_other_are_taken_up_to_as_many_as_there_are():
    nested = [(at, 100 - 2 * at, ["BOLD", "ITALIC"][at % 2]) for at in range(MOST_STYLES)]
    assert "<b>" in FIELD.clean(value_of(sent(block("x" * 100, styles=nested))))
    with pytest.raises(ValidationError, match="gick inte att läsa"):
        FIELD.clean(value_of(sent(block("x" * 100, styles=[*nested, (MOST_STYLES, 1, "BOLD")]))))


@given(st.recursive(st.none() | st.integers() | st.text(max_size=3), lambda inner: st.lists(inner) | st.dictionaries(
    st.sampled_from(["blocks", "depth", "inlineStyleRanges", "offset", "length", "style"]), inner)))  # fmt: skip
def test_any_json_is_a_text_or_an_error(content):
    try:
        check_bounds(content)
    except Exception:  # noqa: BLE001 - the caller takes all for "unreadable"
        assert value_of(json.dumps(content)).startswith("<!--unreadable-->")


def of_parts(shape, number):
    """A text of so many parts, as Draftail would send it."""
    places = [(2 * at, 1) for at in range(number - 1)]
    return {
        "blocks": lambda: sent(*(block() for _ in range(number))),
        "line breaks": lambda: sent(block("\n" * (number - 1))),
        "styles": lambda: sent(block("xy" * number, styles=[(*place, "BOLD") for place in places])),
        "links": lambda: sent(block("xy" * number, links=places)),
    }[shape]()


SHAPES = ["blocks", "line breaks", "styles", "links"]


@pytest.mark.parametrize("shape", SHAPES)
def test_a_text_of_parts_without_end_is_refused_at_once(shape):
    FIELD.clean(value_of(of_parts(shape, MOST_PARTS // 10)))
    text = of_parts(shape, MOST_PARTS + 1)
    with pytest.raises(ValidationError, match=r"gick inte att läsa|för lång"):
        FIELD.clean(value_of(text))


@pytest.mark.parametrize("shape", SHAPES)
def test_twice_the_parts_take_at_most_two_and_a_half_times_the_cpu(shape):
    assert in_proportion(lambda number: cpu(lambda: value_of(of_parts(shape, number))), 4_000)


PLACES = st.tuples(st.integers(0, 12), st.integers(0, 6))
BLOCKS = st.builds(
    block,
    text=st.text(alphabet="ab\n<&å ", min_size=12, max_size=18),
    depth=st.integers(0, 3),
    styles=st.lists(st.builds(lambda place, style: (*place, style), PLACES, st.sampled_from(["BOLD", "ITALIC"]))),
    links=st.lists(PLACES, max_size=2),
)


@given(st.lists(BLOCKS, max_size=5))
def test_our_elements_make_the_exporter_s_own_html(blocks):
    content = {"blocks": blocks, "entityMap": LINKS}
    made = []
    for engine in (DOMString, Elements):
        config = {
            "block_map": {"unordered-list-item": {"element": "li", "wrapper": "ul"}},
            "style_map": {"BOLD": "b", "ITALIC": "i"},
            "entity_decorators": {"LINK": lambda props: DOM.create_element("a", {}, props["children"])},
            "engine": f"{engine.__module__}.{engine.__name__}",
        }
        try:
            made.append(HTMLExporter(config).render(content))
        except Exception as error:  # noqa: BLE001 - overlapping links, which it refuses
            made.append(repr(error))
    assert made[0] == made[1]


def test_wagtail_makes_its_texts_of_them():
    assert f"{Elements.__module__}.Elements" == DOM.STRING


@pytest.mark.parametrize("shape", ["zigzag", "side by side", "overlapping"])
def test_twice_the_text_takes_at_most_two_and_a_half_times_the_cpu(shape):
    def cost(size):
        if shape == "zigzag":
            text = sent(*(block(depth=DEEPEST * (number % 2)) for number in range(size)))
        elif shape == "side by side":
            text = sent(block("xy" * size, styles=[(2 * at, 1, "BOLD") for at in range(size)]))
        else:
            text = sent(block("x" * size, styles=[(at, MOST_STYLES - 1, "BOLD") for at in range(size)]))
        return cpu(lambda: value_of(text))

    assert in_proportion(cost, 1_600)
