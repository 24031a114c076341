"""What a page must give, whatever the order of its sections and the form of its lists."""

from dataclasses import asdict

from hypothesis import given, settings

from gr_site.importing.old_meetings import read_meetings
from gr_site.importing.old_pages import read_html, read_page
from gr_site.importing.storing import prepare
from gr_site.importing.storing.as_json import page_as_json
from tests.examples import examples
from tests.gr_site.importing.old_pages.invented_pages import invented
from tests.gr_site.importing.scoring import TODAY, lost_words, visible_text


def read(invented_page):
    return (read_html if invented_page.html else read_page)(invented_page.source)


@settings(max_examples=examples(250), deadline=None)
@given(invented_page=invented())
def test_an_invented_page_gives_its_members_and_meetings_and_keeps_its_words(invented_page):
    page = read(invented_page)
    groups = read_meetings(page, today=TODAY)
    assert sorted((row.name, row.organisation) for row in page.members) == sorted(invented_page.seats)
    assert _starts(groups, named=False) == invented_page.own
    assert _starts(groups, named=True) == invented_page.theirs
    visible = visible_text(invented_page.source) if invented_page.html else invented_page.source
    assert not lost_words(visible, page_as_json(page, groups))


@settings(max_examples=examples(100), deadline=None)
@given(invented_page=invented())
def test_nothing_stored_of_an_invented_page_names_anyone(invented_page):
    reading = prepare(read(invented_page), today=TODAY)
    values = {name: value for name, value in asdict(reading.page).items() if name != "placements"}
    stored = (repr(values) + repr(reading.groups)).casefold()
    assert [name for name, _ in invented_page.seats if name.casefold() in stored] == []


def _starts(groups, *, named):
    return sorted(row.start for group in groups if bool(group.name) is named for row in group.meetings)
