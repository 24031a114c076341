"""What a visitor sees on the pages, and what search tells her."""

import re
from collections import Counter

from django.urls import reverse
from django.utils.html import strip_tags
from wagtail.documents.models import Document
from wagtail.models import Page

from events.models import Occurrence

from .content import AREAS, COMMON, MUNICIPALITIES, RECOMMENDED, TERM, WORDS


class Pages:
    """``texts`` is ``{address: text}`` of all that she may open: pages with the common word, meetings and files."""

    def __init__(self, client):
        self.texts = {}
        self.closed = []
        for address in _addresses():
            answer = client.get(address)
            if answer.status_code == 200 and not _asks_for_password(answer):
                self.texts[address] = _text(answer)
            else:
                self.closed.append(answer)
        self.words = {word for text in self.texts.values() for word in WORDS if word in text}
        self.glossary = _text(client.get("/ordlista/"))

    def networks(self, word):
        """The titles of the networks whose pages show ``word``."""
        found = Page.objects.filter(content_type__model="networkpage")
        return {page.title for page in found if word in self.texts.get(page.url, "")}


def _asks_for_password(answer):
    return not answer.streaming and b'type="password"' in answer.content


def _addresses():
    pages = Page.objects.filter(depth__gt=2, title__startswith=COMMON)
    meetings = Occurrence.objects.values_list("translation_key", flat=True)
    yield from (page.url for page in pages)
    yield from (reverse("events:occurrence", args=[key]) for key in meetings)
    yield from (document.url for document in Document.objects.all())


def _text(answer):
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return strip_tags(content.decode().replace("\u00ad", ""))


def what_search_tells(client):
    """``(hits, response)``: all hits on the common word, and the first page of them."""
    answer = client.get("/sok/", {"q": COMMON})
    hits = list(answer.context["results"])
    for number in range(2, answer.context["pages"].paginator.num_pages + 1):
        hits += client.get("/sok/", {"q": COMMON, "sida": number}).context["results"]
    return hits, answer


def check(client, word):
    """Search tells what the pages show: no more, and of the pages themselves no less."""
    pages = Pages(client)
    hits, answer = what_search_tells(client)
    _same("addresses", Counter(_address(hit.url) for hit in hits), Counter(pages.texts.keys()))
    told = {each for hit in hits for each in WORDS if each in " ".join([hit.plain_text, *map(str, hit.areas)])}
    _none_beside("words", told, pages.words)
    _check_facets(pages, hits, answer)
    _check_next_days(client, hits)
    _check_word(client, pages, word)
    _check_beside(client, pages)


def _same(what, told, shown):
    """Pytest explains no assertion outside a test's own file."""
    if told != shown:
        raise AssertionError(f"{what}: search tells {told - shown}, and only the pages {shown - told}")


def _none_beside(what, told, shown):
    """That search tells nothing that the pages do not show."""
    _same(what, set(told) - set(shown), set())


def _address(url):
    return re.sub(r"^https?://[^/]+", "", str(url))


def _check_facets(pages, hits, answer):
    """Each number is that of the hits whose networks' pages show the area or the municipality."""
    told = {
        facet.name: {choice.label: choice.number for choice in facet.choices} for facet in answer.context["facets"]
    }
    for name, labels in (("omrade", AREAS), ("kommun", MUNICIPALITIES)):
        numbers = Counter()
        for label in labels:
            networks = pages.networks(label)
            numbers[label] = sum(any(each in hit.plain_text for each in networks) for hit in hits)
        expected = {label: number for label, number in numbers.items() if number}
        _same(name, Counter(told.get(name, {})), Counter(expected if len(expected) > 1 else {}))


def _check_next_days(client, hits):
    for hit in hits:
        if hit.kind == "network" and hit.next_day:
            day = f"{hit.next_day:%Y-%m-%d}"
            assert day in client.get(_address(hit.url)).content.decode()


def _check_word(client, pages, word):
    """A search for one thing's own word, rightly and wrongly spelt, and what is suggested for it."""
    for typed in (word, word[:-1] + "x"):
        answer = client.get("/sok/", {"q": typed})
        shown = " ".join(hit.plain_text for hit in answer.context.get("results") or [])
        assert {each for each in WORDS if each in shown} <= pages.words
        meant = " ".join(said["text"] for said in answer.context.get("told") or []).lower().replace(typed.lower(), "")
        assert {each for each in WORDS if each.lower() in meant} <= pages.words | (
            {TERM} if TERM in pages.glossary else set()
        )
    if word not in pages.words and word != TERM:
        assert client.get("/sok/", {"q": word, "typ": "network"}).context["results"] in ([], None) or word not in shown


def _check_beside(client, pages):
    """What is suggested, recommended and explained, the map of the site, and what closed addresses answer."""
    for typed in (COMMON, COMMON[:4]):
        told = client.get("/sok/forslag/", {"q": typed}).json()["suggestions"]
        _none_beside("suggestions", {_address(each["url"]) for each in told}, pages.texts)
        said = " ".join(f"{each['title']} {each['kind']}" for each in told)
        _none_beside("suggested words", {each for each in WORDS if each in said}, pages.words)
    promoted = client.get("/sok/", {"q": RECOMMENDED}).context["promoted"]
    ours = {page.url for page in Page.objects.filter(title__startswith=COMMON)}
    _same("recommended", {_address(pick["url"]) for pick in promoted}, ours & set(pages.texts))
    explained = client.get("/sok/", {"q": TERM}).context["explained"]
    _same("explained", {term.term for term in explained}, {TERM} if TERM in pages.glossary else set())
    mapped = re.findall(r"<loc>https?://[^/]+(.*?)</loc>", client.get("/sitemap.xml").content.decode())
    _same("sitemap", {address for address in mapped if address in ours}, ours & set(pages.texts))
    for answer in pages.closed:
        _none_beside("closed pages", {word for word in WORDS if word in _text(answer)}, pages.words)
