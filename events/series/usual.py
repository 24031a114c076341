"""New meetings, and what they leave empty: a time or a place that is the event's usual one follows the event."""


def new_meeting(event, day, *, times=(None, None), place="", **fields):
    """An unsaved row of ``event`` (saved or not, nothing is added to it) on ``day``, a local date.

    ``times`` is ``(start, end)`` as wall-clock times, with None for a time that nobody has said. ``fields`` are the
    row's others.
    """
    start, end = own_times(event, times)
    return event.occurrences.model(
        locale_id=event.locale_id,
        start_date=day,
        start_time=start,
        end_time=end,
        place=own_value(event, "place", place),
        **fields,
    )


def own_times(event, times):
    """``(start, end)`` as a row of ``event`` has them: both or neither, since the usual ones go together."""
    return (None, None) if times == (event.start_time, event.end_time) else times


def own_value(event, name, value):
    """The place, form or link as a row of ``event`` has it: empty where it is the usual one."""
    return "" if value == getattr(event, name) else value
