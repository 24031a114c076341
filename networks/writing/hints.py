"""Collects the hints for a whole page: which of its texts have long sentences and heavy words."""

from dataclasses import dataclass

from django.db.models import TextField
from django.utils.text import capfirst
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from .rules.plain_language import HeavyWord, LongSentence, heavy_words, long_sentences
from .rules.rich_text import paragraphs

MOST = 20  # of each kind; nobody reads more


@dataclass(frozen=True)
class PageHints:
    """``(where, what)`` for each hint. ``where`` is the field's name in the form."""

    sentences: list[tuple[str, LongSentence]]
    words: list[tuple[str, HeavyWord]]

    @property
    def count(self):
        return len(self.sentences) + len(self.words)


def hints_of(page):
    """The PageHints of a page or snippet as it is in memory, saved or not."""
    texts = [(capfirst(field.verbose_name), _texts(page, field)) for field in _text_fields(page)]
    sentences = [(where, found) for where, lines in texts for line in lines for found in long_sentences(line)]
    # Of all lines at once, since each search costs as much as a line.
    words = [(where, found) for where, lines in texts for found in heavy_words("\n".join(lines))]
    return PageHints(sentences[:MOST], list(dict.fromkeys(words))[:MOST])


def _text_fields(page):
    own = [field for field in page._meta.concrete_fields if field.model is not Page]
    return [field for field in own if isinstance(field, TextField | StreamField)]


def _texts(page, field):
    value = getattr(page, field.name)
    if isinstance(field, RichTextField):
        return paragraphs(value or "")
    if isinstance(field, StreamField):
        return [text for child in value or [] for text in _block_texts(child)]
    return (value or "").splitlines()


def _block_texts(child):
    """The texts in a body block that its editor wrote. Quotations are somebody else's words."""
    if child.block_type == "paragraph":
        return paragraphs(child.value.source)
    return paragraphs(child.value["text"].source) if child.block_type == "fact_box" else []
