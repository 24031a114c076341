"""Short keys stay what they are, whatever is made later."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from events.selection.short_keys import MOST, joined, named, short_keys

FIRST = UUID("aaaaaaaa-1111-4111-8111-000000000001")
SECOND = UUID("aaaaaaaa-1122-4111-8111-000000000002")
OTHER = UUID("bbbbbbbb-1111-4111-8111-000000000003")
# Few digits, so that keys begin alike.
alike = st.lists(
    st.text("01", min_size=32, max_size=32).map(lambda digits: UUID(hex=digits)), unique=True, min_size=1, max_size=30
)


def test_a_key_is_eight_digits_and_longer_where_an_older_one_begins_alike():
    assert short_keys([FIRST, SECOND, OTHER]) == {FIRST: "aaaaaaaa", SECOND: "aaaaaaaa112", OTHER: "bbbbbbbb"}


def test_of_several_keys_the_oldest_is_meant():
    assert named("aaaaaaaa", [FIRST, SECOND]) == [FIRST]
    assert named("aaaaaaaa112-bbbbbbbb-aaaaaaaa", [FIRST, SECOND, OTHER]) == [FIRST, SECOND, OTHER]


def test_what_names_nothing_is_passed_over():
    for text in ("", "-", "cccccccc", "aaaaaaa", "AAAAAAAZ", "\x00", "../x", FIRST.hex + "0", "åäö", "aaaaaaaa112f"):
        assert named(text, [FIRST, SECOND]) == [], text


def test_letters_may_be_large_and_a_whole_key_names_itself():
    assert named(f"BBBBBBBB-{SECOND.hex}", [FIRST, SECOND, OTHER]) == [SECOND, OTHER]


def test_an_address_names_a_hundred_at_most():
    keys = [UUID(int=number << 96) for number in range(MOST + 5)]
    assert named("-".join(key.hex[:8] for key in keys), keys) == keys[:MOST]


def test_the_same_choice_gives_the_same_text_in_any_order():
    assert joined([OTHER, FIRST], [FIRST, SECOND, OTHER]) == "aaaaaaaa-bbbbbbbb"
    assert joined([FIRST, OTHER], [FIRST, SECOND, OTHER]) == "aaaaaaaa-bbbbbbbb"


@given(alike)
def test_every_short_key_leads_back_to_its_key(keys):
    assert [named(short, keys) for short in short_keys(keys).values()] == [[key] for key in keys]


@given(alike, alike)
def test_what_is_made_later_changes_no_short_key_and_no_meaning(keys, later):
    everything = keys + [key for key in later if key not in keys]
    short = short_keys(keys)
    assert {key: short_keys(everything)[key] for key in keys} == short
    assert [named(text, everything) for text in short.values()] == [[key] for key in keys]
