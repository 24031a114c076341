"""What the content security policy made a tab refuse, in all its pages and frames."""

from typing import NamedTuple

_TELL = """
    addEventListener("securitypolicyviolation", (event) => window.tellRefusal(
        [event.effectiveDirective, event.blockedURI, event.sourceFile || "", event.sample, location.pathname]));
"""


class Refusal(NamedTuple):
    directive: str
    blocked: str
    source: str  # the file of the script that tried it
    sample: str
    path: str  # of the page


def collect_refusals(context):
    """A list that is filled while the tabs of ``context`` are used. Call this before the first page is opened."""
    found = []
    context.expose_binding("tellRefusal", lambda _source, parts: found.append(Refusal(*parts)))
    context.add_init_script(_TELL)
    return found
