"""What the first view of each page weighs and does, in a browser that has seen nothing of the site."""

import pytest

from .first_view import OPEN_ALL, TELL_OF_REFUSALS

pytestmark = pytest.mark.accessibility
MOST = 62 * 1024  # bytes over the wire without pictures; nearly one of the 62 is the headers with the policies
MOST_SCRIPT = 10_000
# The form for a password is the only one that a visitor posts, and a posted form has a cookie against forgery.
POSTS_A_FORM = {"password"}


def told(first_views, tell, allowed=None):
    """``{name: what is told of the view}`` of those where it is anything else than ``allowed``."""
    answers = {name: tell(view) for name, view in first_views.items()}
    return {name: answer for name, answer in answers.items() if answer != allowed}


def test_a_first_view_weighs_little(first_views):
    for name, view in sorted(first_views.items(), key=lambda pair: -pair[1].weight):
        print(f"{name:34} {view.weight:6} bytes  {dict(sorted(view.weights.items()))}")
    assert told(first_views, lambda view: view.weight if view.weight > MOST else 0, 0) == {}
    assert told(first_views, lambda view: max(view.weights.get("Script", 0) - MOST_SCRIPT, 0), 0) == {}


def test_the_scales_weigh(first_views):
    view = first_views["calendar month"]
    assert {"Document", "Font", "Script", "Stylesheet"} <= view.weights.keys()
    assert view.weight > 20_000


def test_no_other_host_is_asked(first_views, demo):
    assert told(first_views, lambda view: view.hosts, {f"localhost:{demo.port}"}) == {}


def test_nothing_is_kept_in_the_visitors_browser(first_views):
    kept = told(first_views, lambda view: [*view.cookies, *([view.kept] if view.kept else [])], [])
    assert kept == {name: ["csrftoken"] for name in POSTS_A_FORM}


def test_nothing_but_one_stylesheet_is_waited_for(first_views):
    stylesheets = {path for view in first_views.values() for path in view.blocking}
    assert len(stylesheets) == 1
    assert told(first_views, lambda view: view.blocking, [*stylesheets]) == {}


def test_no_page_has_a_script_or_style_in_it(first_views):
    assert told(first_views, lambda view: view.inline, []) == {}


def test_the_policy_refuses_nothing_and_no_script_fails(first_views):
    assert [name for name, view in first_views.items() if "default-src 'self'" not in view.policy.split("; ")] == []
    assert told(first_views, lambda view: view.refused, []) == {}
    assert told(first_views, lambda view: view.complaints, []) == {}


def test_a_refusal_would_be_seen(browser, demo):
    context = browser.new_context()
    context.add_init_script(TELL_OF_REFUSALS)
    page = context.new_page()
    page.goto(demo.url)
    page.evaluate(OPEN_ALL)
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), { textContent: '1' }))")
    assert [told.split()[:2] for told in page.evaluate("window.refused")] == [["script-src-elem", "inline"]]
    context.close()
