"""Hints about plain Swedish (språklagen 2009:600, section 11). Pure: text in, hints out.

The words are the clear cases from the Government Offices' "Svarta listan" and Språkrådet's "Klarspråk": words that
can always be replaced by an everyday word. Words that are only sometimes heavy are left alone.
"""

import re
from dataclasses import dataclass

LONGEST_SENTENCE = 28  # words
EXCERPT = 7  # how many words of a long sentence are shown

_HEAVY = {
    r"erhåll(?:a|er|en|et|na|its?)?|erhöll": "få",
    r"erforderlig(?:t|a)?": "nödvändig",
    r"föreligg(?:a|er)|förelåg": "finnas",
    r"beträffande|avseende|angående|rörande": "om",
    r"vad avser|vad gäller": "när det gäller",
    r"för det fall|i det fall|i händelse av": "om",
    r"i enlighet med|jämlikt": "enligt",
    r"i syfte att": "för att",
    r"medelst": "med",
    r"nyttja(?:r|s|de|t)?": "använda",
    r"ombesörj(?:a|er|s|de|t)": "ordna",
    r"tillse(?:r|s|tt)?": "se till",
    r"tillhandahåll(?:a|er|s|it)|tillhandahöll": "erbjuda",
    r"vederbörande": "den som berörs",
    r"ifrågavarande|förevarande": "den här",
    r"verkställ(?:a|er|s|de|t)": "genomföra",
    r"vidta(?:ga|ger)": "vidta, göra",
    r"åligg(?:a|er)|ålåg": "ska",
    r"huruvida": "om",
    r"emedan|enär": "eftersom",
    r"ävensom|jämte": "och",
    r"såväl som": "och",
    r"dylik(?:t|a)?": "sådan",
    r"icke|ej": "inte",
    r"såsom": "som",
    r"implementer(?:a|ar|as|ade|at|ing|ingen)": "införa",
    r"initier(?:a|ar|as|ade|at)": "börja, ta upp",
    r"inkomm(?:a|er|it)(?= (?:med|till))": "lämna, skicka",
    r"utgör(?:s)?": "är",
    r"påtala(?:r|s|de|t)?": "säga",
    r"hädanefter|fortsättningsvis": "i fortsättningen",
    r"på grund av det faktum att": "eftersom",
}
_WORDS = [(re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE), plain) for pattern, plain in _HEAVY.items()]
_ABBREVIATIONS = re.compile(
    r"\b(?:bl\.a|t\.ex|d\.v\.s|s\.k|m\.m|o\.s\.v|kl|ca|nr|dnr|tel|f\.d|m\.fl|resp|ev|s)\.", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ”\"(\d])")


@dataclass(frozen=True)
class HeavyWord:
    word: str
    plain: str


@dataclass(frozen=True)
class LongSentence:
    """``excerpt`` is how the sentence begins, ``words`` how many words it has."""

    excerpt: str
    words: int


def heavy_words(text: str) -> list[HeavyWord]:
    """Each heavy word in ``text`` once, spelled as there, in order of first occurrence."""
    found = [
        (match.start(), match[0].casefold(), plain) for pattern, plain in _WORDS for match in pattern.finditer(text)
    ]
    return list(dict.fromkeys(HeavyWord(word, plain) for _, word, plain in sorted(found)))


def long_sentences(text: str) -> list[LongSentence]:
    """The sentences in a paragraph with more than LONGEST_SENTENCE words."""
    if len(text) < 2 * LONGEST_SENTENCE:  # a text of a million lines is a million paragraphs
        return []
    counted = [sentence.split() for sentence in sentences(text)]
    return [LongSentence(" ".join(words[:EXCERPT]), len(words)) for words in counted if len(words) > LONGEST_SENTENCE]


def sentences(text: str) -> list[str]:
    """The sentences in a paragraph. The full stop of a common abbreviation does not end a sentence."""
    kept = _ABBREVIATIONS.sub(lambda match: match[0].replace(".", "\0"), text)
    return [part.replace("\0", ".") for part in _SENTENCE_END.split(kept.strip()) if part]
