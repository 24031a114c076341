"""What a screen reader has to say of the month: each event tells date, time, network and status."""

import re

import pytest

pytestmark = pytest.mark.accessibility
DAY = re.compile(r"(måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag) \d{1,2} \w+ \d{4}")
TIME = re.compile(r"\d\d\.\d\d|hela dagen|tid meddelas", re.IGNORECASE)
MARKS = {"slot--cancelled": "Inställt", "slot--tentative": "Preliminärt"}


def names_of_links(page):
    """``[(classes of its slot, what the link is called)]``, as Chromium's accessibility tree has it."""
    slots = page.locator(".month .slot")
    links = slots.get_by_role("link")
    assert links.count() == slots.count() > 0
    snapshots = [link.aria_snapshot() for link in links.all()]
    classes = slots.evaluate_all("(slots) => slots.map((slot) => slot.className)")
    return [(name, plain(snapshot)) for name, snapshot in zip(classes, snapshots, strict=True)]


def plain(snapshot):
    first = snapshot.splitlines()[0].replace("\u00ad", "").replace("\u00a0", " ")
    return re.fullmatch(r"- '?link \"(.*)\":?'?:?", first)[1]


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("name", ["calendar month", "calendar month, with a cancelled meeting"])
def test_each_event_of_the_month_tells_all(visitor, demo, name, width):
    visitor.goto(demo.url + demo.public["networks"])
    bodies = [text.replace("\u00ad", "") for text in visitor.locator(".directory__name").all_inner_texts()]
    visitor.goto(demo.url + demo.public["event of the region"])
    bodies.append(visitor.locator("h1").inner_text().replace("\u00ad", ""))  # the region's own has no network to tell
    visitor.set_viewport_size({"width": width, "height": 900})
    visitor.goto(demo.url + demo.public[name])
    links = names_of_links(visitor)
    assert [name for _, name in links if not DAY.search(name)] == []
    assert [name for _, name in links if not TIME.search(name)] == []
    assert [name for _, name in links if not any(body in name for body in bodies)] == []
    for mark, word in MARKS.items():
        assert [name for classes, name in links if (mark in classes) != (word in name)] == []


def test_the_month_is_a_table_with_named_days_and_weeks(visitor, demo):
    visitor.set_viewport_size({"width": 1280, "height": 900})
    visitor.goto(demo.url + demo.public["calendar month"])
    assert visitor.get_by_role("table").count() == 1
    assert visitor.get_by_role("columnheader").count() == 8
    assert visitor.get_by_role("rowheader").count() >= 4


def test_on_a_phone_each_day_says_its_weekday_and_month(visitor, demo):
    visitor.set_viewport_size({"width": 360, "height": 900})
    visitor.goto(demo.url + demo.public["calendar month"])
    days = [text for text in visitor.locator(".day:has(.slot) .day__date time").all_inner_texts() if text]
    assert len(days) > 5
    assert [day for day in days if not re.fullmatch(r"\w+dag \d{1,2} \w+( \d{4})?", " ".join(day.split()))] == []
