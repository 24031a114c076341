"""The words of a page's ``<main>`` that are its own, and what each stands beside."""

from urllib.parse import urlsplit

from lxml import html

from search.analysis.words import clean, words

from .said import own_text

# What is not the page's own words, as XPath, and why. What templates say of every page of a kind is left out too, but
# not by name: see ``said``.
LEFT_OUT = {
    "self::nav or self::form or self::button or self::script or self::summary": "ways to go on and things to do",
    "self::details and contains(@class, 'subscribe')": "how to subscribe, the same on each page",
    "@aria-hidden": "repeats what a screen reader is told otherwise",
    "contains(@class, 'share')": "the links that share the page",
    "contains(@class, 'updated')": "when the page was published",
    "contains(@class, 'file')": "the form and the size of a file",
    "@id = 'andringar' or @aria-labelledby = 'andringar'": "the log of what no longer holds",
    "contains(@class, 'schedule__year')": "the year of meetings that each say theirs",
    "contains(@class, 'tally')": "how many there are in a list",
    "self::h2 and parent::*[contains(@class, 'section--month')]": "the month of meetings that each say theirs",
    "contains(@class, 'meeting__area')": "what search narrows by",
    "contains(@class, 'home__areas') or contains(@class, 'section__heading--area')": "what search narrows by",
    "self::h2 and parent::section/dl[contains(@class, 'glossary')]": "the letter above words that begin with it",
    "contains(@class, 'only-in')": "in which language it is",
    "self::span and parent::a[@class='term']": "the meaning of a term, which the list of the page's terms has too",
}
# One thing of a list, or a part of a page that repeats another. What it links to has rows of its own.
_ONE = (
    "self::li or self::dd or self::p or self::tr or self::h4 or self::div[@class='next-meeting'] "
    "or self::section[contains(@class, 'terms')]"
)
# On a meeting's page, the words of the event, which all its dates share: the event's own rows have them.
_OF_THE_EVENT = "self::*[ancestor-or-self::p[@class='prose'] and ancestor::section[@aria-labelledby='om-motet']]"


def shown(content, address, event=""):
    """``[(word, addresses)]``: the words of the page at ``address``, and the addresses of it and of what a word stands
    beside. ``event`` is the address of a meeting's event."""
    (main,) = html.document_fromstring(content).xpath("//main")
    for element in main.xpath(f".//*[{' or '.join(f'({each})' for each in LEFT_OUT)}]"):
        if element.getparent() is not None:
            element.drop_tree()
    texts = main.xpath(".//text()")
    found = {}
    for text, own in zip(texts, own_text(texts), strict=True):
        if own_words := words(clean(own.replace("\u00ad", ""))):
            element = text.getparent() if text.is_text else text.getparent().getparent()
            of_event = [event] if event and element.xpath(_OF_THE_EVENT) else []
            found |= {(word, (address, *_beside(element), *of_event)): None for word in own_words}
    return list(found)


def _beside(element):
    links = [link for one in element.xpath(f"ancestor-or-self::*[{_ONE}]") for link in one.xpath(".//a/@href")]
    return tuple(dict.fromkeys(urlsplit(link).path for link in links))
