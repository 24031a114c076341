"""Splits text into words. Pure."""

import re
from collections.abc import Iterator

from networks.text.normal_form import normalized
from networks.text.word_length import LONGEST_WORD, analysed

# Letters and figures. A hyphen or an apostrophe inside a word is part of it ("IT-chef", "members'").
_WORD = re.compile(r"[^\W_]+(?:['’\-\u2010\u2011][^\W_]+)*")
_JOINT = re.compile(r"['’\-\u2010\u2011]")
_UNJOINED = re.compile(r"[^\W_]+")

# Words that say nothing about a page's subject. A query of only such words keeps them.
_STOP_WORDS = """
alla allt att av bland blir bli blev de dem den denna deras dess det detta dig din ditt dina du där efter eller en er
ett för från få får ha han har hon hos hur här i in inom inte ja jag kan kommer med mellan mer mig min mitt mot mycket
ni nu någon något några när nästa och om oss på ska som så sin sitt sina samt till två upp ut under utan vad var vara
varför vart vem vi vid vilka vilken vilket vill är åt över a an and are at by for from how is it not of on or the to
was what when where which who with
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())
# Words that only ask. Pages have them too, so that they are left out of queries with other words and not of the index.
_ASKING = """
man någonstans finns fanns gör göra gjort går gå kunna kunde vill vilja ville ska skall skulle bör borde måste behöver
behöva vet veta hitta hittar söka söker letar undrar heter hette betyder menas innebär gäller säger vara varit hade
komma kom hej tack snälla kontakta kontaktar prata ringa mejla maila fråga frågor leder sitter ansvarar jobbar arbetar
handlar handla svara svarar når nå berättar håller betalar
i me my we us you your there any do does did can could should would will want need find looking please tell about mean
means meant
"""
ASKING = frozenset(_ASKING.split())
# Common verbs and the like: part of the question more often than of its subject, so that a page need not have them.
_COMMON = """
anmäla anmäler använda använder beslutar besluta bestämmer bestämma betala betalar bjuda bli börja börjar delta deltar
deltagit fungera fungerar följa följer få får föreslå gemensamma gemensamt ger ge hantera hanterar hjälp hjälpa hjälper
hålla händer hända hör höra ingår ingå kosta kostar ligga ligger lämna lämnar läsa läser låter mest många mycket nya ny
nytt olika ordnar ordna rätt samarbeta samarbetar samarbete skicka skickar skriva skriver senaste står stå ta tar tagit
träffa träffar tycker tycka tyckt vanligt vanliga viktigt vända vänder välja väljer ändra ändrar öppen öppna öppnar
telefon telefonnummer mejl mejladress mail epost kontaktuppgifter phone email
involved together common new latest work works working take part join use get getting happens decide decides send
"""
COMMON = frozenset(_COMMON.split())


def clean(text: str) -> str:
    """``text`` in composed form (NFC) and without control characters."""
    return "".join(letter if letter.isprintable() or letter.isspace() else " " for letter in normalized("NFC", text))


def spans(text: str) -> Iterator[tuple[int, int, str]]:
    """``(start, end, word)`` for each word as written in ``text``. Words with hyphens are kept whole.

    A word that is too long to be analysed is parted at its hyphens, and each part is represented by how it begins.
    This is the only place that bounds a word's length: what analyses words gets them from here.
    """
    for match in _WORD.finditer(text):
        if match.end() - match.start() <= LONGEST_WORD:
            yield match.start(), match.end(), match.group()
        else:
            for part in _UNJOINED.finditer(text, match.start(), match.end()):
                yield part.start(), part.end(), analysed(part.group())


def words(text: str) -> list[str]:
    """The words of ``text`` in lower case, as ``spans`` finds them."""
    return [word.lower() for _, _, word in spans(text)]


def pieces(word: str) -> list[str]:
    """The parts of a word with hyphens: ``["it", "chef"]``; only the word itself if it has none."""
    return [piece for piece in _JOINT.split(word) if piece]


def is_stop_word(word: str) -> bool:
    return word in STOP_WORDS


def is_common(word: str) -> bool:
    return word in COMMON


def is_asking(word: str) -> bool:
    return word in ASKING
