"""Five errands of a visitor who uses the keyboard alone, on a desk's screen and on a phone's."""

import pytest

from .conftest import new_context
from .keys import Keys

pytestmark = pytest.mark.accessibility


@pytest.fixture(params=[1280, 360])
def keys(request, browser):
    context = new_context(browser, viewport={"width": request.param, "height": 800})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.set_default_timeout(15_000)
    yield Keys(page)
    context.close()


def heading(page):
    return page.locator("h1").inner_text().replace("\u00ad", "")


def test_find_a_network(keys, demo):
    keys.page.goto(demo.url)
    assert keys.tab()["words"] == "Hoppa till innehållet"
    keys.to("Nätverk").follow("**/natverk/")
    keys.skip_to_content().to("Sök nätverk").type("förskole").follow("**q=f*")
    keys.skip_to_content().to("Förskolenätverket").follow("**/forskolenatverket/")
    assert heading(keys.page) == "Förskolenätverket"


def test_filter_the_calendar(keys, demo):
    keys.page.goto(demo.url)
    keys.to("Kalender").follow("**/kalender/")
    all_meetings = keys.page.locator(".meeting").count()
    keys.skip_to_content().to("Filtrera").press("Enter")
    keys.to("Område").press("ArrowDown", "ArrowDown")
    keys.to("Visa").follow("**omrade=*")
    area = keys.page.get_by_label("Område").evaluate("select => select.value")
    assert area
    assert 0 < keys.page.locator(".meeting[data-area]").count() <= all_meetings


def test_subscribe(keys, demo):
    page = keys.page
    page.goto(demo.url + demo.public["network, full"])
    keys.skip_to_content().to("Prenumerera").press("Enter")
    keys.to("Kopiera…").press("Enter")
    page.get_by_text("Adressen är kopierad.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").endswith(".ics")
    keys.press("Escape")
    assert page.locator("details.subscribe").get_attribute("open") is None
    assert page.evaluate("document.activeElement.localName") == "summary"


def test_read_a_cancelled_meeting(keys, demo):
    keys.page.goto(demo.url + demo.public["calendar month, with a cancelled meeting"])
    keys.skip_to_content().to("Inställt…").follow("**/mote/**")
    page = keys.page
    assert "Inställt" in page.locator("main").inner_text()
    assert page.locator("main s").count() > 0
    keys.skip_to_content()


def test_search(keys, demo, request):
    page = keys.page
    page.goto(demo.url)
    if page.viewport_size["width"] < 500:
        keys.to("Sök", tag="a").follow("**/sok/")
        keys.skip_to_content()
    keys.to("Sök…", tag="input").type("forskolenatveket").follow("**/sok/?q=forskolenatveket")
    keys.skip_to_content().to("Förskolenätverket…").press("Enter")
    page.wait_for_url("**/forskolenatverket/")
    assert heading(page) == "Förskolenätverket"
