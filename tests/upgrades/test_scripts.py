"""What our scripts listen to and use of Wagtail's, which says so in its compiled scripts only."""

import re
from functools import cache
from pathlib import Path

import pytest
import wagtail.admin

ROOT = Path(__file__).parents[2]
OURS = [ROOT / package for package in ("gr_site", "search", "events", "networks")]
SCRIPTS = Path(wagtail.admin.__file__).parent / "static" / "wagtailadmin" / "js"

# The event -> how Wagtail's core.js sends it. Stimulus puts the controller's name before what is dispatched.
EVENTS = {
    "w-autosave:save": r'dispatch\("save",\{cancelable:!0',
    "w-autosave:success": r'dispatch\("success",\{cancelable:!1,detail:\{response:',
    "w-autosave:error": r'dispatch\("error",\{cancelable:!1,detail:\{response:',
    "w-swap:json": r'dispatch\("json",\{cancelable:!1,detail:\{requestUrl:',
    "w-unsaved:add": r'dispatch\("add",\{cancelable:!0,detail:\{type:"edits"',
    "w-formset:removed": r'new CustomEvent\("w-formset:removed",\{bubbles:!0',
}


@cache
def core():
    return (SCRIPTS / "core.js").read_text(encoding="utf-8")


def our_files(*endings):
    return [path for folder in OURS for ending in endings for path in folder.rglob(ending)]


def used(pattern, *endings):
    texts = (path.read_text(encoding="utf-8") for path in our_files(*endings))
    return {match for text in texts for match in re.findall(pattern, text)}


def test_every_event_that_we_listen_to_is_known():
    found = used(r"w-[a-z]+:[a-z]+", "*.js") | {f"w-autosave:{outcome}" for outcome in ("success", "error")}
    assert found == EVENTS.keys()


@pytest.mark.parametrize("event", EVENTS)
def test_wagtail_sends_the_event(event):
    assert re.search(EVENTS[event], core()), f"Wagtail no longer sends {event} as our scripts expect it"


def test_autosave_asks_before_it_saves():
    """publish_after_autosave.js calls preventDefault() on the event, and no request must follow."""
    asks = r'submit\(this\.dispatch\("save",\{cancelable:!0.*?async\(\{defaultPrevented:(\w+).{,80}if\(\1\)return'
    assert re.search(asks, core()), "Wagtail's autosave no longer stops where its event is prevented"


def test_inline_panels_are_made_by_a_class_of_the_window():
    """dates.js makes the schedule's rows with it: ``new window.InlinePanel(options)``."""
    assert "window.InlinePanel=" in core()


def test_every_controller_that_our_pages_use_is_there():
    names = used(r"data-controller[\"']?\s*[=:]\s*[\"'](w-[a-z-]+)", "*.html", "*.py")
    assert names == {"w-action"}
    assert [name for name in names if f'identifier:"{name}"' not in core()] == []


PARTS = ["-FORMS", "-EMPTY_FORM_TEMPLATE", "-ADD", "-TOTAL_FORMS", "-DELETE", "-button", "inline_child_"]


@pytest.mark.parametrize("part", PARTS)
def test_inline_panels_find_their_parts_by_these_names(part):
    """events/admin/dates.html and date.html give their elements the same ones."""
    assert f'"{part}"' in core(), f"Wagtail's InlinePanel no longer looks for {part}"
