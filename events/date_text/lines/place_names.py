"""Words that are a place by themselves, without a preposition or a label: towns, houses, rooms and ways to meet."""

import re
from collections.abc import Sequence
from itertools import pairwise

from networks.text.municipalities import ELSEWHERE, GR_MUNICIPALITIES, NEIGHBOURS

from ..tokens.vocabulary import NUMBERED_THINGS
from .changes import LINK
from .subjects import names_subject
from .ways_to_meet import IS_MODE, MODE, capital, mode_name

_FLAGS = re.IGNORECASE
_LOCALITIES = (
    "Almedalen", "Angered", "Floda", "Frölunda", "Gråbo", "Hisingen", "Kållered", "Landvetter", "Lindholmen",
    "Lindome", "Marstrand", "Mölnlycke", "Nol", "Nödinge", "Smögen", "Surte", "Sävedalen", "Torslanda", "Tylösand",
    "Visby", "Älvängen",
    # Swedish towns in Finland
    "Borgå", "Ekenäs", "Esbo", "Helsingfors", "Jakobstad", "Karleby", "Mariehamn", "Närpes", "Pargas", "Raseborg",
    "Tammerfors", "Vasa", "Åbo",
    # cities abroad where networks meet, and Swedish ones by their English names
    "Aalborg", "Aarhus", "Amsterdam", "Barcelona", "Bergen", "Berlin", "Brussels", "Bryssel", "Copenhagen", "Dublin",
    "Espoo", "Gothenburg", "Hamburg", "Helsinki", "Köpenhamn", "Lisbon", "Lissabon", "London", "Madrid", "Odense",
    "Oslo", "Oulu", "Paris", "Prag", "Prague", "Reykjavik", "Riga", "Rotterdam", "Stavanger", "Tallinn", "Tampere",
    "Trondheim", "Turku", "Vienna", "Vilnius", "Warsaw", "Warszawa", "Wien", "Århus",
)  # fmt: skip
_TOWNS = frozenset((*GR_MUNICIPALITIES, *NEIGHBOURS, *ELSEWHERE, *_LOCALITIES))
# Names of people and everyday words too: towns only where nothing stands beside them.
_ONLY_ALONE = frozenset(
    ("Berg", "Boden", "Eda", "Habo", "Kil", "Lund", "Mark", "Mora", "Nora", "Norberg", "Orsa", "Sala", "Salem",
     "Sunne", "Trosa", "Vara", "Ydre")
)  # fmt: skip
_SITE_WORD = re.compile(
    r"\b(?:[\w-]*(?:salen|rummet|huset|gatan|vägen|torget|gränden|kajen|parken|biblioteket|museet|mässan"
    r"|gården|kontoret|hemmet|sal|värdshus|pensionat|herrgård|kursgård|bibliotek|medborgarhus"
    r"|(?:sammanträdes|mötes|grupp|konferens|styrelse|projekt|klass|personal)rum|(?:mötes|möte|konferens|samlings)lokal"
    r"|lokalen|lokaler|lokalerna|stadshus|kommunhus|kommunalhus|stadshuset|rådhuset|hotell|hotellet|center|centrum"
    r"|restaurang|kulturhus|slott|arena|gatan \d+\w?|vägen \d+\w?|församlingshem|bygdegård|kyrkan|teater|teatern"
    r"|byggnaden|terminalen|hallen|gymnasium|gymnasiet|stadsbibliotek|kulturrum"
    r"|folkhögskolan?|(?<=\w\w)(?<!\bför)(?<!\bgrund)(?<!\bsär)(?<!gymnasie)(?<!mellan)skolan"
    r"|campus|kansliet|kansli)|sal|salar|rum|lokal|hus|hotel|hotell|väg|gata|torg"
    r"|park|aula|aulan|kommun|stad|(?:meeting )?room|suite|studio|"
    r"city hall|town hall|library|high school|community center|community centre|"
    r"konferensrum|konferenscenter|universitet|högskola|plan|våning|vån|GR|GR:s|GR-huset|Göteborgsregionen|folkets)\b",
    _FLAGS,
)
_CAPITAL_SITE = re.compile(
    r"(?<!\w)[A-ZÅÄÖ][\w’'-]+(?: [A-ZÅÄÖ][\w’'-]+){0,3} (?i:city hall|town hall|library|high school|school"
    r"|church|hotel|campus|conference cent(?:er|re)|community cent(?:er|re)|office|arena|museum|theatre)(?!\w)"
)
LOCATIVE = (  # all words that lead to a place
    r"(?:i|på|hos|vid|utanför|innanför|framför|bakom|bredvid|intill|invid|mittemot|mitt emot|nära|at|in|near|outside)"
)
PREPOSITION = re.compile(
    r"(?:(?:då|nu|ute|inne|hemma|plats|möten?|mötena|alltid|träff(?:ar)?|hålls|är|sker|träffas|ses|vi ses|vi träffas"
    r"|(?:vi )?(?:samlas|möts|sitter|håller till)|vi är"
    r"|och)\s+)*"
    r"(?:(?:i|på|hos|vid|via|at|in|flyttas till|flyttat till|flyttad till)\s+|@\s*)(?:the\s+)?"
    r"(?:plats\s+(?:i|på|hos)\s+)?",
    _FLAGS,
)
PLACEHOLDER = re.compile(r"\b(?:i |på )?(?:x{2,}|\?{2,}|\.{3,}|_{2,}|NN|tbd|tba)(?!\w)", _FLAGS)
_GLUED_NAME = re.compile(r"(?<=[a-zåäö]{2})(?=[A-ZÅÄÖ][a-zåäö]{2})")
_COMES_LATER = re.compile(
    r"(?:meddelas|kommer|bestäms|återkommer|oklart?|(?:ej|inte) (?:klart?|bestäm[dt])|senare)(?![^\W\d_])", _FLAGS
)
_TRAILING_WORD = re.compile(
    r"(?:\s+(?:på nytt|igen|sedan|därefter|och|samt|eller|i|på|vid|hos|via|med|kl|the))+$", _FLAGS
)
_HOST = re.compile(r"\Avärd(?:kommun)?:?\s+(?=(?-i:[A-ZÅÄÖ]))", _FLAGS)
_GLUED_BRACKET = re.compile(r"(?<=[^\s(])\(")
_NO_NAME = re.compile(  # "Ny lokal", "Annan sal" name no place
    r"(?:(?:ny|nytt|annan|annat|andra|samma|vår|vårt|egen|eget|större|mindre|rätt|fel|ändrad|bytt|byte av|en|ett"
    r"|obs)\W+)+"
    r"(?:lokal(?:en|er)?|sal(?:en)?|rum(?:met)?|plats(?:en)?|adress(?:en)?|hus(?:et)?|våning(?:en)?|plan)"
    r"|(?:öppet|öppna|fullt) hus(?:et)?",
    _FLAGS,
)
_BOOKED = re.compile(r"\s+(?:är|blir)\s+(?:bokad|bokat|reserverad|reserverat|ordnad|klar|klart)\W*\Z", _FLAGS)
_LOCAL = re.compile(r"\W*LOKALA?(?: [A-ZÅÄÖ]{5,})+\W*")
_TERM = "(?:våren|hösten|vårterminen|höstterminen)"
_YEAR = rf"(?:20\d\d|(?:{_TERM}|[vh]t)[ -]*(?:20)?\d\d)"
# "Vinga. Ta med fika", "Vinga /Pia": more than a place
_TALKS = re.compile(
    r"(?<=[^\W_]{2})[.!?]\s+[A-ZÅÄÖ]|\s/[A-ZÅÄÖ]|(?<!\w)(?:vi|ni|du|ska|kommer|anmäl\w*|välkom\w*|ta med|obs)(?!\w)",
    _FLAGS,
)
_YEAR_BEFORE = re.compile(rf"\A\W*{_YEAR}(?!\w)[\s,:;-]+", _FLAGS)
_YEAR_AFTER = re.compile(rf"(?:\A|[ ,(-]+)(?:{_YEAR}|{_TERM})\W*\Z", _FLAGS)
_PART_OF_MEETINGS = re.compile(
    r"(?:våren|hösten|(?:vår|höst)terminen|(?:för|efter)middag(?:ar)?|(?-i:[A-ZÅÄÖ]{2,4})"
    r"|\w*(?:grupp|möte|träff|omgång|del) \d{1,2})",
    _FLAGS,
)
_SMALL = frozenset(
    ("i", "på", "och", "plan", "våning", "vån", "hos", "vid", "sal", "salen", "lokal", "lokalen", "rum", "rummet",
     "nr", "tr", "via", "kommun", "stad", "av", "intill", "bredvid")
)  # fmt: skip


def without_year(text: str) -> str:
    """Words without the year or the term beside them: "Ale 2027" and "Våren 2027: Ale" give "Ale"."""
    words = _YEAR_BEFORE.sub("", text)
    year = _YEAR_AFTER.search(words)
    if year is None or words[: year.start()].rpartition(" ")[2].lower() in NUMBERED_THINGS:  # "Rum 2027"
        return words.strip()
    return words[: year.start()].strip()


def tidy_place(text: str) -> tuple[str, tuple[str, ...]]:
    """A place that follows a label: trimmed, with the spaces that were lost. The codes say what was mended."""
    value = _TRAILING_WORD.sub("", re.sub(r"\s+", " ", text).strip(" \t.,;:-|"))
    value = _BOOKED.sub("", without_year(_HOST.sub("", value)))
    if LINK.search(value):
        return linked_place(value)
    if _COMES_LATER.match(value):
        return "", ()
    if not value or PLACEHOLDER.fullmatch(value):
        return "", ("place_missing",) if value else ()
    if value.startswith("(") and value.endswith(")") and value.count("(") == 1:
        value = value[1:-1].strip()
    if value.count("(") != value.count(")"):
        value = re.sub(r"\s*[()]\s*", ", ", value).strip(" ,")
    spaced = _GLUED_BRACKET.sub(" (", value)
    mended = _GLUED_NAME.sub(", ", spaced)
    codes = ("glued",) if mended != spaced else ()
    return capital(mended), (*codes, "place_or_theme") if _says_more(mended) else codes


_OFFICE = re.compile(r"[\w-]*(?:förvaltning|avdelning|myndighet|mottagning|bostäder|kultur)(?:en)?", _FLAGS)


def _says_more(place: str) -> bool:
    """Whether a place goes on with a sentence, or with a subject: "Vinga. Ta med fika", "Vinga Budget"."""
    words = re.findall(r"[^\W\d_][\w-]*", place)[1:]
    subject = any(
        word[0].isupper() and names_subject(word) and not _OFFICE.fullmatch(word) and word not in _TOWNS
        for word in words
    )
    return subject or bool(_TALKS.search(place))


def linked_place(value: str) -> tuple[str, tuple[str, ...]]:
    """The place without its address on the web, which is at most a way to meet: "https://teams.…" gives "Teams"."""
    rest = LINK.sub("", value).strip(" \t.,;:-|()<>")
    known = next((name for name in ("Teams", "Zoom") if name.lower() in value.lower()), "")
    return (tidy_place(rest)[0] if re.search(r"[^\W\d_]{2}", rest) else known), ("link",)


def is_place(text: str) -> bool:
    """Whether a piece of text without preposition or label is a place by its words."""
    words = re.findall(r"[\w:-]+", text)
    if not 0 < len(words) <= 9 or re.search(r"[^\W\d_]:\s", text):
        return False
    if whole_mode(text):
        return True
    if is_local(text) or (re.search(r"\s(?:av|med|för)\s", text) and names_subject(words[0])):
        return False
    if (len(words) == 1 and words[0].lower() in _SMALL) or _NO_NAME.fullmatch(text.strip(" .,!")):
        return False
    if not (_SITE_WORD.search(text) or (_names_town(words) and not any(map(names_subject, words)))):
        return False
    if len(words) > 1 and names_subject(words[0]) and not _SITE_WORD.fullmatch(words[0]):  # "Budget Stadshuset"
        return False
    before = re.split(r"\s(?:i|på|hos|vid|via)\s", text)[0]
    if before != text and (names_subject(before) or _NO_NAME.fullmatch(before) or _PART_OF_MEETINGS.fullmatch(before)):
        return False
    return all(
        word[0].isupper() or word[0].isdigit() or word.lower() in _SMALL or _SITE_WORD.fullmatch(word)
        for word in words
    )


def ends_in_town(text: str) -> bool:
    """Whether words end in a town that may be the place or belong to the subject: "Budgetdialog Lerum"."""
    words = text.rsplit(None, 2)
    return (
        len(words) > 1 and ":" not in text and not {words[-1], " ".join(words[-2:])}.isdisjoint(_TOWNS - _ONLY_ALONE)
    )


def names_site(text: str) -> bool:
    """Whether words name a house or a room by a capital: "Lerum library", "Nya Stadsbiblioteket"."""
    return bool(_CAPITAL_SITE.search(text))


def mentions_town(text: str) -> bool:
    """Whether one of the words is a town, perhaps that of the host or of a guest: "Kungälv värd"."""
    return ":" not in text and not (_TOWNS - _ONLY_ALONE).isdisjoint(re.findall(r"[^\W\d_]+", text))


def is_local(text: str) -> bool:
    """Whether capitals hide that "lokal" is no room but an adjective: "LOKAL SAMVERKAN"."""
    return bool(_LOCAL.fullmatch(text))


def names_town(text: str) -> bool:
    """Whether words are the name of a town and nothing else."""
    return text in _TOWNS


def _names_town(words: Sequence[str]) -> bool:
    """Whether one of the words, or two beside each other, is a town: "Kungälv", "Lilla Edet", "Lerums"."""
    if len(words) == 1 and words[0] in _TOWNS:
        return True
    names = (*words, *(f"{first} {second}" for first, second in pairwise(words)))
    return any(name not in _ONLY_ALONE and (name in _TOWNS or name.removesuffix("s") in _TOWNS) for name in names)


def whole_mode(text: str) -> list[str]:
    """Teams, digital, at a distance ... when the piece says nothing else, and the places that hybrid adds."""
    found = IS_MODE.match(text)
    if not found:
        return []
    rest = text[found.end() :].strip(" ,:")
    name = mode_name(found[1])
    if not rest:
        return [name] if name else []
    more = re.match(r"(?:och|eller|samt|/|\+|&|alternativt|resp\.?)\s*(.*)", rest, _FLAGS)
    if more and (others := whole_mode(more[1])):
        return ([name] if name else []) + others
    if more or not name:
        preposition = PREPOSITION.match(more[1] if more else rest)
        target = (more[1] if more else rest)[preposition.end() :] if preposition else (more[1] if more else "")
        if target and looks_like_name(target):
            place, _codes = tidy_place(target)
            return ([name] if name else []) + ([place] if place else [])
    bracket = re.fullmatch(rf"\(({MODE})\)", rest, _FLAGS)
    if bracket:
        return [f"{name} ({bracket[1]})" if name else capital(bracket[1])]
    if name and re.match(r"(?:via|på|i)\s+", rest, _FLAGS) and (deeper := whole_mode(rest)):
        return deeper
    return []


def looks_like_name(text: str) -> bool:
    """Whether words after a preposition name a place: a capital, a figure or a word for a room or a house first."""
    first = re.match(r"[\w:-]+", text.lstrip("\"'”("))
    if first is None:
        return False
    word = first[0]
    known = bool(_SITE_WORD.fullmatch(word)) or bool(re.match(r"(?:oss på|vår(?:a|t)?|deras|sin) ", text))
    if word[0].isupper() or known:
        return True
    second = re.match(r"[\w:-]+\s+([\w:-]+)", text)
    return bool(second and _SITE_WORD.fullmatch(second[1]))
