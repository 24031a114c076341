"""What no reader should meet in a text that is put together from parts, some of which are empty."""

import json
import re
from html.parser import HTMLParser
from urllib.parse import unquote

_WRONG = re.compile(
    r"\bNone\b|\(\s*\)|\[\s*\]|__proxy__|%\(|<[a-z]+ object"
    r"|[,;:·–|/]\s*[,;·|]|,\s*\.|[,;:]\s+:|\.\s+\.|(?<!\.)\.\.(?!\.)"
)
_TEXTS = {"alt", "title", "content", "aria-label", "value", "placeholder"}
_BLOCKS = {"p", "li", "div", "dt", "dd", "td", "th", "h1", "h2", "h3", "option", "button", "label", "summary"}
_UNREAD = {"script", "style"}


def wrong_in(text):
    """The places in ``text`` that show that a part was empty, each with what is around it."""
    plain = re.sub(r"\s+", " ", text)
    return [plain[max(0, found.start() - 40) : found.end() + 40] for found in _WRONG.finditer(plain)]


def wrong_in_page(page):
    """The same for an HTML page: its text, what its attributes say, its mail links and its structured data."""
    read = _Reader()
    read.feed(page)
    mails = [unquote(link).replace("&body=", "\n").replace("mailto:?subject=", "") for link in read.mails]
    found = [wrong for text in ["".join(read.text), *read.attributes, *mails] for wrong in wrong_in(text)]
    return found + [wrong for text in read.data for wrong in wrong_in_data(json.loads(text))]


def wrong_in_data(data, path=""):
    """The same for JSON, where an empty value is wrong too."""
    if isinstance(data, dict):
        return [wrong for name, value in data.items() for wrong in wrong_in_data(value, f"{path}/{name}")]
    if isinstance(data, list):
        return [wrong for value in data for wrong in wrong_in_data(value, path)]
    if data is None or data == "":
        return [f"{path} is empty"]
    return wrong_in(data) if isinstance(data, str) and not data.startswith("http") else []


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.text, self.attributes, self.mails, self.data = [], [], [], []
        self.inside = None

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.inside = attrs.get("type", tag) if tag in _UNREAD else None
        self.attributes += [value for name, value in attrs.items() if name in _TEXTS and value]
        self.mails += [attrs["href"]] if (attrs.get("href") or "").startswith("mailto:?") else []
        if tag in _BLOCKS:
            self.text.append("\n§ ")

    def handle_endtag(self, tag):
        self.inside = None

    def handle_data(self, data):
        if self.inside == "application/ld+json":
            self.data.append(data)
        elif self.inside is None:
            self.text.append(data)
