"""What a browser fetches, keeps and refuses when somebody opens a page of the site for the first time."""

from dataclasses import dataclass, field

PHONE = {"width": 360, "height": 800}
TELL_OF_REFUSALS = """
    window.refused = [];
    addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile }) =>
        window.refused.push(`${effectiveDirective} ${blockedURI} ${sourceFile}`));
"""
OPEN_ALL = "document.querySelectorAll('details').forEach((details) => { details.open = true })"
BLOCKING = """performance.getEntriesByType("resource")
    .filter((entry) => entry.renderBlockingStatus === "blocking").map((entry) => new URL(entry.name).pathname)"""
# A block of data is no script: no browser runs it.
INLINE = """[...document.querySelectorAll("script:not([src]):not([type$=json]), style, [style]"), ...[...document
    .querySelectorAll("*")].filter((element) => element.getAttributeNames().some((name) => name.startsWith("on")))]
    .map((element) => element.outerHTML.slice(0, 120))"""


@dataclass
class FirstView:
    """``weights``: bytes over the wire with their headers, by Chromium's kind of resource; pictures are "Image"."""

    weights: dict[str, int] = field(default_factory=dict)
    hosts: set[str] = field(default_factory=set)
    policy: str = ""
    complaints: list[str] = field(default_factory=list)
    blocking: list[str] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    cookies: list[str] = field(default_factory=list)
    kept: int = 0

    @property
    def weight(self):
        return sum(number for kind, number in self.weights.items() if kind != "Image")


def first_view(browser, address):
    context = browser.new_context(locale="sv-SE", viewport=PHONE)
    context.add_init_script(TELL_OF_REFUSALS)
    page, view = context.new_page(), FirstView()
    _weigh(context.new_cdp_session(page), view.weights)
    page.on("request", lambda request: view.hosts.add(request.url.split("/")[2]))
    page.on("pageerror", lambda error: view.complaints.append(str(error)))
    response = page.goto(address)
    page.wait_for_load_state("networkidle")
    view.policy = response.headers.get("content-security-policy", "")
    view.blocking, view.inline = page.evaluate(BLOCKING), page.evaluate(INLINE)
    page.evaluate(OPEN_ALL)
    view.refused = page.evaluate("window.refused")
    view.cookies = [cookie["name"] for cookie in context.cookies()]
    view.kept = page.evaluate("localStorage.length + sessionStorage.length")
    context.close()
    return view


def _weigh(session, weights):
    """Add up in ``weights`` what the tab of a CDP session fetches."""
    kinds = {}

    def answered(event):
        mime = event["response"]["mimeType"]  # an icon that <use> points at is a picture, too
        kinds[event["requestId"]] = "Image" if mime.startswith("image/") else event["type"]

    def fetched(event):
        kind = kinds.get(event["requestId"], "Other")
        weights[kind] = weights.get(kind, 0) + int(event["encodedDataLength"])

    session.on("Network.responseReceived", answered)
    session.on("Network.loadingFinished", fetched)
    session.send("Network.enable")
