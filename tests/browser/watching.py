"""Waits until Wagtail watches a form for changes.

It begins to twice, a moment apart, and takes what the form holds at the second time for unchanged: what is typed in
between is never autosaved.
"""

_COUNTS = """
    window.ready = window.watched = 0;
    addEventListener("w-unsaved:ready", () => { window.ready += 1; });
    addEventListener("w-unsaved:watch-edits", () => { window.watched += 1; });
"""


def count_watches(tab):
    """Call this before the form is opened."""
    tab.add_init_script(_COUNTS)


def wait_until_watched(tab):
    tab.wait_for_function("() => window.watched && window.watched === window.ready")
