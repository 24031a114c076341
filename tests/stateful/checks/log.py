"""The public log, told from the beginning, ends in what is public now."""

from collections import defaultdict

from events.models import PublicChange


def check_log(table):
    told = {uid: _retold(changes) for uid, changes in _by_meeting().items()}
    assert table.keys() <= told.keys(), (
        f"the log does not know {[str(table[uid]) for uid in table.keys() - told.keys()]}"
    )
    for uid, meeting in table.items():
        wanted = {"first": str(meeting.first), "last": str(meeting.last), **_clock(meeting)}
        found = {name: told[uid].get(name) for name in wanted}
        assert found == wanted, f"the log tells {found} of {meeting}"
        # Of a new meeting the log says only that it is cancelled, if it is.
        status = told[uid]["status"]
        fits = status == meeting.status if status else meeting.status != "cancelled"
        assert fits, f"the log tells {status} of {meeting}"
    public = {one.event_key for one in table.values()}
    left = [uid for uid, state in told.items() if state and uid not in table and state["event"] in public]
    assert left == [], f"the log does not tell that {left} are gone"


def _clock(meeting):
    return {"start": meeting.start and f"{meeting.start:%H:%M}", "end": meeting.end and f"{meeting.end:%H:%M}"}


def _by_meeting():
    found = defaultdict(list)
    for change in PublicChange.objects.exclude(uid=None).order_by("changed_at", "pk"):
        found[change.uid].append(change)
    return found


def _retold(changes):
    """The state that the changes lead to; ``{}`` once the meeting is removed."""
    state = {}
    for change in changes:
        if change.kind == "removed":
            state = {}
        elif change.kind == "new" or (change.kind == "reinstated" and not change.before):  # or back from the bin
            state = {"status": None, "event": change.event_key, **change.after}
        else:
            state |= change.after
    return state
