"""What search holds, against the table."""

from search.models import Findable


def check_search(table):
    rows = Findable.objects.public().filter(language="sv", kind="meeting").exclude(meeting=None)
    found = {row.meeting: row for row in rows}
    assert len(found) == rows.count(), "a meeting stands twice in search"
    assert found.keys() == table.keys(), _difference(found, table)
    for uid, meeting in table.items():
        _check_row(found[uid], meeting)
    series = Findable.objects.public().filter(language="sv", variety="series").values_list("page", flat=True)
    counts = [one.event for one in table.values()]
    assert set(series) >= {event for event in counts if counts.count(event) > 1}


def _difference(found, table):
    lacks = [str(one) for uid, one in table.items() if uid not in found]
    return f"search lacks {lacks} and holds besides {[row.facts for uid, row in found.items() if uid not in table]}"


def _check_row(row, meeting):
    told = (row.first_day, row.last_day, row.cancelled, row.owners.split("\n") if row.owners else [])
    wanted = (meeting.first, meeting.last, meeting.status == "cancelled", list(meeting.names))
    assert told == wanted, f"search says {told} of {meeting}"
    words = [clock.strftime("%H.%M") for clock in (meeting.start, meeting.end) if clock]
    missing = [word for word in [*words, meeting.place, meeting.title] if word not in row.facts]
    assert missing == [], f"search does not say {missing}: {row.facts}"
    assert not meeting.theme or row.title == meeting.theme
