"""What single lines look like: a date, a clock, a sentence, a person, a telephone number. Judged on form alone."""

from __future__ import annotations

import re

from .patterns import any_of, words

_MONTH = any_of(
    r"""jan(?:uari)?|feb(?:r(?:uari)?)?|mars?|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?|sept?(?:ember)?|okt(?:ober)?
    |nov(?:ember)?|dec(?:ember)?"""
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
MONTH = re.compile(rf"\b{_MONTH}\b", re.IGNORECASE)
DATE = re.compile(
    rf"\b\d{{1,2}}(?::?[ae])?(?:\s*[-–,]\s*\d{{1,2}}){{0,12}}\s*(?:och\s+\d{{1,2}}\s*)?{_MONTH}\b"
    r"|\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b|\b\d{1,2}/\d{1,2}\b|\b(?:19|20)\d{6}\b"
    r"|\b\d{1,2}\.\d{1,2}\.(?:19|20)\d\d\b"
    r"|\b(?:mån|tis|ons|tors?|fre|lör|sön)\w{0,6}\.?\s+(?:den\s+)?\d{1,2}\.\d{1,2}\b",
    re.IGNORECASE,
)
WEEKDAY = re.compile(r"\b(?:mån|tis|ons|tors?|fre|lör|sön)(?:dag(?:en|ar)?)?\b\.?", re.IGNORECASE)
CLOCK = re.compile(r"\bkl(?:ockan|\.)?\s*\d|\b\d{1,2}[.:]\d{2}\b", re.IGNORECASE)
EMAIL = re.compile(r"[\w.+-]{1,64}\s?(?:@|[(\[](?:at|snabel-?a)[)\]])\s?[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
PHONE = re.compile(r"(?<![\d/])(?:\+\d{2}|0)[\d ()–-]{6,20}\d(?![\d/])")
VACANT = words(r"vakant|vakans|obesatt|(?:ej|inte|ännu ej) (?:tillsatt|utsedd|vald|besatt)|(?:tillsätts|utses) senare")
ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)

_YEAR_LINE = re.compile(
    r"(?=.*\w)\W*(?:(?:vår|höst)(?:en|terminen)?|vt|ht|läsåret|år)?\W*(?:(?:19|20)\d\d)?(?:\s*[-–/]\s*(?:(?:19|20)?\d\d))?\W*",
    re.IGNORECASE,
)
_MONTH_LINE = re.compile(rf"\W*{_MONTH}\W*(?:(?:19|20)\d\d)?\W*", re.IGNORECASE)
_FILE_LINK = re.compile(
    r"(?:pdf|docx?|xlsx?|pptx?)\b\W*(?:[\d,.]{1,9}\s*[km]b\W*)?(?:öppnas i nytt fönster\W*)?$", re.IGNORECASE
)
_VERBS = words(
    """är|finns|har|kan|blir|hålls|läggs|meddelas|publiceras|kommer|sker|består|utses|får|driver|ska|skall|arbetar
    |samlar|leder|träffas|möts|tar|ger|gör|vill|var|blev|fick|besökte|deltog|startar|startade|bildades|uppdateras"""
)
_PARTICLES = frozenset(
    {"af", "von", "av", "den", "ten", "di", "du", "le", "de", "van", "der", "el", "al", "da", "dos", "la", "zu", "bin"}
)
_NO_NAMES = words(
    r"""kommun|stad|region|regionen|nätverk|grupp|högskola|universitet|förbund|telefon\w*|e-post|mobil|kontakt\w*
    |dokument\w*|protokoll|anteckningar|länk\w*|läs|mer|skriv|dela|plats|tid|datum|tema|program|bolag|ab|konferens
    |restaurang|hotell?|stadshus\w*|sal|lokal|teams|zoom|skype|digitalt?|kommande|nästa|föregående|möten?|träff
    |ledamot|ledamöter|ersättare|suppleant(?:er)?|ordinarie|personliga?|medlem(?:mar)?|deltagare|kommunala|rådet|styrelsen?
    |partiet|samlingspartiet|visa|alla|mer|sidan|förnamn|efternamn|presidium|mandatperiod|[a-zåäö]+demokraterna"""
)


_STREET = re.compile(
    r"(?i)\w(?:gatan|gata|vägen|väg|torget|platsen|allén|gränd|huset|salen|kajen|parken|leden|biblioteket?)$"
)


def has_date(text: str) -> bool:
    """A day in a month, in any of the usual spellings. A bare year, season or month is none."""
    return bool(DATE.search(text))


def is_year_or_month(text: str) -> bool:
    """A line that is only a year, a term or a month: a heading within a list of dates."""
    return bool(_YEAR_LINE.fullmatch(text) or _MONTH_LINE.fullmatch(text))


def is_month(text: str) -> bool:
    return bool(_MONTH_LINE.fullmatch(text))


def is_sentence(text: str) -> bool:
    """Running text rather than a label, a heading or a cell."""
    return len(text) > 90 or text.endswith((".", "!", "?", ";")) or (text.count(" ") >= 3 and has_verb(text))


def has_verb(text: str) -> bool:
    return bool(_VERBS.search(text))


def is_file_link(text: str) -> bool:
    """The text of a link to a file, with its format and perhaps its size at the end ("Årshjul 2017PDF")."""
    return len(text) < 150 and bool(_FILE_LINK.search(text))


def looks_like_person(text: str) -> bool:
    """Two to five capitalised words with nothing that names a place, a body or a thing."""
    parts = text.split()
    if not 2 <= len(parts) <= 5 or _NO_NAMES.search(text) or _STREET.search(text):
        return False
    return parts[0] not in _PARTICLES and all(word in _PARTICLES or _is_name(word) for word in parts)


def _is_name(word: str) -> bool:
    """A name of letters of any language, an initial, or names with a hyphen ("Nymark-von", "O’Hara", "McKay")."""
    if len(word.rstrip(".")) == 1:
        return word[0].isupper()
    pieces = re.split(r"[-'’]", word.removeprefix("Mc"))
    return word[0].isupper() and all(
        piece in _PARTICLES or (piece.isalpha() and piece[0].isupper() and (len(piece) == 1 or piece[1:].islower()))
        for piece in pieces
    )
