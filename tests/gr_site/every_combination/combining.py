"""Combinations of what an editor may choose, read from the models' own fields."""

from datetime import time, timedelta
from itertools import combinations, product

from events.fields.declared import EVENT, FILES, TYPED
from events.models import EventPage, Occurrence
from events.models.choices import Timing
from networks.fields.declared import Part, names
from tests.field_values import another_value

DAY = timedelta(days=1)
# Clocks and days depend on each other, so they are chosen together: (start, end, days until the last one).
CLOCKS = (
    (None, None, 0),
    (None, None, 1),
    (None, None, 2),
    (time(18), None, 0),
    (time(18), time(20, 30), 0),
    (time(22), time(1, 30), 1),
    (time(9), time(15), 2),
)
USUAL_CLOCKS = ((None, None), (time(9), None), (time(9), time(11)))
_CHOSEN_TOGETHER = {"start_date", "end_date", "timing", "start_time", "end_time", "title"}


def choices_of(model, wanted):
    """``{name: values}``: a field's choices, or an empty and a filled one."""
    return {name: _choices(model, name) for name in wanted if name not in _CHOSEN_TOGETHER}


def _choices(model, name):
    field = model._meta.get_field(name)
    if field.choices:
        return [value for value, _label in field.get_choices(include_blank=field.blank)]
    return [None if field.null else "", another_value(model, name)]


def of_rows():
    """The fields of a meeting that a person may fill in, without its documents."""
    return choices_of(Occurrence, [name for name in TYPED if name not in FILES]) | {"when": _whens()}


def _whens():
    """``[(timing, start, end, days)]``: every clock, and a day or three for a meeting that has none."""
    others = (timing for timing in Timing if timing != Timing.CLOCK)
    return [(Timing.CLOCK, *clock) for clock in CLOCKS] + [
        (timing, None, None, days) for timing in others for days in (0, 2)
    ]


def every(*wanted):
    """Dicts of all combinations of what ``of_rows`` has by these names."""
    choices = of_rows()
    return (dict(zip(wanted, values, strict=True)) for values in product(*(choices[name] for name in wanted)))


def of_events():
    """The usual values of an event, and its texts."""
    usual = {*names(EVENT, Part.FACT, Part.WORD), "introduction"}
    left_out = {"series_start", "recurrence", "handed_out", "show_in_menus", "co_owners"}
    return choices_of(EventPage, sorted(usual - left_out)) | {"clock": USUAL_CLOCKS}


def pairwise(choices):
    """Dicts in which each two values of different names are together at least once."""
    names_, pairs = list(choices), set()
    for (first, ones), (second, others) in combinations(choices.items(), 2):
        pairs |= {((first, one), (second, other)) for one, other in product(map(_key, ones), map(_key, others))}
    while pairs:
        yield _greedy(names_, choices, pairs)


def covering(things, traits):
    """Some of ``things`` that have each two of their ``traits(thing)`` (a tuple) together at least once."""
    seen = set()
    for thing in things:
        new = set(combinations(enumerate(traits(thing)), 2)) - seen
        if new:
            seen |= new
            yield thing


def _greedy(names_, choices, pairs):
    (first, one), (second, other) = min(pairs)
    made = {first: _value(choices[first], one), second: _value(choices[second], other)}
    for name in (name for name in names_ if name not in made):
        made[name] = max(choices[name], key=lambda value, name=name: len(_met({**made, name: value}, names_) & pairs))
    pairs -= _met(made, names_)
    return made


def _met(made, names_):
    return set(combinations([(name, _key(made[name])) for name in names_ if name in made], 2))


def _key(value):
    return repr(value)


def _value(values, key):
    return next(value for value in values if _key(value) == key)
