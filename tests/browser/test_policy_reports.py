"""A real browser reports what it refuses, and it is in the list."""

import pytest

from gr_site.policies.models import Refusal

pytestmark = pytest.mark.browser


def test_an_inline_script_does_not_run_and_is_reported(browser, pages):
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(pages.root, wait_until="networkidle")
    with tab.context.expect_event("requestfinished", lambda request: "/regelrapport/" in request.url):
        tab.evaluate(
            """() => {
                const script = document.createElement("script");
                script.textContent = "window.ran = true";
                document.body.append(script);
            }"""
        )
    assert tab.evaluate("() => window.ran") is None
    context.close()
    assert list(Refusal.objects.values_list("blocked", "page")) == [("inline", "/")]
