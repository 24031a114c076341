"""The pages that visitors see, against the table: each meeting once, with its day, time, place, status and name."""

import re
from datetime import date
from uuid import UUID

from bs4 import BeautifulSoup

from events.models import CalendarPage
from networks.models import NetworkPage
from tests.factories import source

from ..table import public_events, public_networks

_MEETING = re.compile(r"^(?:/en)?/(?:mote|meeting)/([0-9a-f-]{36})/")
PER_DAY = 4


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200, f"{address}: {response.status_code}"
    return BeautifulSoup(response.content, "html.parser")


def entries(soup, selector):
    """``[(uid, tag)]`` of the meetings among ``selector``, in the page's order."""
    found = [(_uid(tag.select_one("a[href]")), tag) for tag in soup.select(selector)]
    return [(uid, tag) for uid, tag in found if uid]


def _uid(link):
    match = link and _MEETING.match(link["href"])
    return UUID(match[1]) if match else None


def check_programme(address, soup, table, wanted):
    """The list of the page says each wanted meeting once, in order of time, and nothing else."""
    found = entries(soup, ".programme > li.meeting")
    assert sorted(uid.hex for uid, _ in found) == sorted(uid.hex for uid in wanted), f"{address}: {_names(found)}"
    for uid, tag in found:
        _check_entry(address, tag, table[uid])


def _names(found):
    return [tag.get_text(" ", strip=True)[:80] for _, tag in found]


def _check_entry(address, tag, meeting):
    text = _plain(tag)
    days = [date.fromisoformat(one["datetime"]) for one in tag.select("time.date")]
    assert days == [meeting.first], f"{address}: {text}"
    words = [clock.strftime("%H.%M") for clock in (meeting.start, meeting.end) if clock]
    words += [meeting.theme, {"cancelled": "Inställt", "tentative": "Preliminärt"}.get(meeting.status, "")]
    words += [meeting.reason, meeting.note]
    if meeting.format == "on_site":
        words.append(meeting.place)
    missing = [word for word in words if _plain_text(word) not in text]
    assert missing == [], f"{address} does not say {missing}: {text}"
    assert ("Inställt" in text) == (meeting.status == "cancelled") or "Inställt" in meeting.theme, f"{address}: {text}"


def _plain(tag):
    return _plain_text(tag.get_text())


def _plain_text(text):
    return re.sub(r"[\s\u00ad\u200b]+", "", text)


class Pages:
    """The pages of the site, read as a visitor without cookies."""

    def __init__(self, client):
        self.client = client
        self.calendar = CalendarPage.objects.get(locale=source()).url

    def check_event(self, page, table):
        wanted = {uid for uid, one in table.items() if one.event == page.pk}
        soup = read(self.client, page.url)
        check_programme(page.url, soup, table, wanted)
        assert _plain_text(page.title) in _plain(soup.select_one("h1"))

    def check_network(self, page, table, today):
        """Its page shows this year's and the two next years' meetings, and the past years by their number."""
        years = {one.first.year for one in table.values() if page.pk in one.networks}
        shown = {today.year, *sorted(year for year in years if year > today.year)[:2]}
        own = {uid for uid, one in table.items() if page.pk in one.networks}
        soup = read(self.client, page.url)
        check_programme(page.url, soup, table, {uid for uid in own if table[uid].first.year in shown})
        for year in {year for year in years if year < today.year}:
            address = f"{page.url}?ar={year}"
            wanted = {uid for uid in own if table[uid].first.year in shown | {year}}
            check_programme(address, read(self.client, address), table, wanted)

    def check_list(self, table, today):
        wanted = [uid for uid, one in table.items() if one.last >= today]
        address, seen = self.calendar, []
        while address:
            soup = read(self.client, address)
            for uid, tag in entries(soup, ".programme > li.meeting"):
                seen.append(uid)
                _check_entry(address, tag, table[uid])
            onward = soup.select_one(".turn__on[href*='sida=']")
            address = onward and onward["href"]
        assert sorted(one.hex for one in seen) == sorted(one.hex for one in wanted)

    def check_year(self, year, table, prefix=""):
        address = f"{prefix or self.calendar}{year}/"
        found = entries(read(self.client, address), ".year .brief > li")
        wanted = [uid for uid, one in table.items() if one.first.year <= year <= one.last.year]
        assert sorted(uid.hex for uid, _ in found) == sorted(uid.hex for uid in wanted), address

    def check_month(self, year, month, table):
        """Each day names at most ``PER_DAY`` of its meetings, and tells how many more there are."""
        address = f"{self.calendar}{year}/{month}/"
        for day in read(self.client, address).select("table.month td[id^=dag-]"):
            this = date(year, month, int(day["id"].removeprefix("dag-")))
            named = [uid for uid, _ in entries(day, "li")]
            wanted = [uid for uid, one in table.items() if one.first <= this <= one.last]
            more = day.select_one(".day__more a")
            assert len(named) == len(set(named)) and set(named) <= set(wanted), f"{address} {this}"
            told = int(re.search(r"\d+", more.get_text())[0]) if more else 0
            assert len(named) + told == len(wanted), f"{address} {this}: {len(named)} + {told} of {len(wanted)}"

    def check_meeting(self, meeting):
        soup = read(self.client, f"/mote/{meeting.uid}/")
        text = _plain(soup.select_one("main"))
        words = [meeting.theme, meeting.reason, meeting.note]
        words += [clock.strftime("%H.%M") for clock in (meeting.start, meeting.end) if clock]
        missing = [word for word in words if _plain_text(word) not in text]
        assert missing == [], f"/mote/{meeting.uid}/ does not say {missing}: {text}"

    def check_gone(self, uid):
        assert self.client.get(f"/mote/{uid}/").status_code in (404, 410), f"/mote/{uid}/ is still there"


def hidden_pages():
    """The addresses of pages that visitors must not get."""
    shown = {page.pk for page in [*public_networks(), *public_events()]}
    networks = NetworkPage.objects.filter(locale=source()).exclude(pk__in=shown)
    return [page.url for page in networks if page.url]
