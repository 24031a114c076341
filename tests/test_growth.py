"""No analysis of a text takes more than its length: twice the text takes at most 2.5 times the CPU, whatever it is."""

import pytest

from events.meeting_text.meeting_name import meeting_name
from gr_site.share_pictures.lines import balanced
from gr_site.templatetags.typography import whole_hours
from gr_site.typography.compounds import breakable
from networks.glossary.marking import Sought, mark_first
from networks.text import folding as plain_folding
from networks.text.heading_ids import heading_id, with_ids
from networks.writing.rules.alt_text import says_nothing
from networks.writing.rules.links import is_bare_address, is_vague
from networks.writing.rules.plain_language import heavy_words, long_sentences
from networks.writing.rules.rich_text import heading_levels, link_texts, paragraphs
from search.analysis.compounds import parts
from search.analysis.folding import fold
from search.analysis.marking import excerpt, marked
from search.analysis.reportable import reportable
from search.analysis.terms import same_words, terms, tokens
from search.analysis.thesaurus import Group, Ways, phrase, phrases
from search.analysis.vocabulary import Vocabulary
from search.analysis.wanted import wanted
from search.indexing.texts import lines
from tests.growth import cpu, in_proportion
from tests.hostile_text import KINDS

VOCABULARY = Vocabulary([["möt nätverk ~chef förskolechef"]])
QUERY = wanted("nätverk chef", VOCABULARY)
SOUGHT = (Sought("gr", ("GR",), "Göteborgsregionen"), Sought("chef", ("chef", "nätverk")))

ANALYSES = {
    "terms": lambda text: tokens(terms([text])),
    "english terms": lambda text: terms([text], "en"),
    "same words": same_words,
    "parts": parts,
    "marked": lambda text: marked(text, QUERY),
    "excerpt": lambda text: excerpt([text], QUERY),
    "wanted": lambda text: wanted(text, VOCABULARY),
    "synonyms": lambda text: wanted("chef", VOCABULARY, Ways([Group((text, "nätverk"), phrases(text))])),
    "reportable": reportable,
    "phrase": phrase,
    "fold": fold,
    "plain fold": plain_folding.fold,
    "lines": lines,
    "breakable": breakable,
    "picture": lambda text: balanced(breakable(text, 12), 20, len),
    "whole hours": whole_hours,
    "glossary": lambda text: mark_first(text, SOUGHT, set()),
    "heading": lambda text: heading_id(text, {}),
    "headings": lambda text: with_ids(text, {}, lambda name, words: ""),
    "heavy words": heavy_words,
    "long sentences": long_sentences,
    "paragraphs": paragraphs,
    "link texts": link_texts,
    "heading levels": heading_levels,
    "vague": is_vague,
    "bare address": is_bare_address,
    "alternative text": says_nothing,
    "meeting name": meeting_name,
}
WHOLE = 60_000  # characters


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("analysis", ANALYSES)
def test_twice_the_text_takes_at_most_two_and_a_half_times_the_cpu(analysis, kind):
    analyse, make = ANALYSES[analysis], KINDS[kind]

    def cost(size):
        text = make(size)
        return cpu(lambda: analyse(text))

    assert in_proportion(cost, WHOLE)


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_the_length_that_is_asked_for(kind):
    assert len(KINDS[kind](1_000)) == 1_000
