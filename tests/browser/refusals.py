"""What the content security policy made a tab refuse, in all its pages and frames."""

from typing import NamedTuple

_TELL = """
    addEventListener("securitypolicyviolation", (event) => window.tellRefusal(
        [event.effectiveDirective, event.blockedURI, event.sourceFile || "", event.sample, location.pathname]));
"""


# Jcrop, with which Wagtail lets an editor mark what matters in a picture, asks whether a browser knows an event by
# giving an element of its own ``onsomething="return;"``. Without the answer it works all the same.
_HARMLESS = ("script-src-attr", "jquery.Jcrop.min.js")


class Refusal(NamedTuple):
    directive: str
    blocked: str
    source: str  # the file of the script that tried it
    sample: str
    path: str  # of the page

    @property
    def is_harmless(self):
        return (self.directive, self.source.rpartition("/")[2]) == _HARMLESS


def collect_refusals(context):
    """A list that is filled while the tabs of ``context`` are used. Call this before the first page is opened."""
    found = []

    def add(_source, parts):
        refusal = Refusal(*parts)
        if not refusal.is_harmless:
            found.append(refusal)

    context.expose_binding("tellRefusal", add)
    context.add_init_script(_TELL)
    return found
