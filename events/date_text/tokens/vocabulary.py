"""The words of Swedish meeting lists: what each word means to the reader, all in lower case without a final stop."""

import re
from difflib import get_close_matches
from functools import lru_cache

from events.days.date_format import MONTHS as MONTH_NAMES
from events.days.date_format import WEEKDAYS as WEEKDAY_NAMES

MONTH_ABBREVIATIONS = {
    "jan": 1, "feb": 2, "febr": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7,
    "aug": 8, "sep": 9, "sept": 9, "okt": 10, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
MONTHS = MONTH_ABBREVIATIONS | {
    name.lower(): number for names in MONTH_NAMES.values() for number, name in enumerate(names, 1)
}

WEEKDAY_ABBREVIATIONS = {
    "mån": 0, "tis": 1, "ons": 2, "tor": 3, "tors": 3, "fre": 4, "lör": 5, "sön": 6,
    "månd": 0, "tisd": 1, "onsd": 2, "torsd": 3, "fred": 4, "lörd": 5, "sönd": 6,
}  # fmt: skip
# Two letters are everyday words too ("on", "to"); the tokenizer reads them as weekdays only before a date.
WEEKDAY_LETTERS = {"må": 0, "ti": 1, "on": 2, "to": 3, "fr": 4, "lö": 5, "sö": 6}
# "The meeting on 9 March": the English preposition
BEFORE_ON = {"meeting", "meetings", "held", "place", "scheduled", "again", "meet", "session", "workshop", "is", "be"}
WEEKDAYS = WEEKDAY_ABBREVIATIONS | {
    name.lower() + ending: number
    for names, endings in ((WEEKDAY_NAMES["sv"], ("", "en")), (WEEKDAY_NAMES["en"], ("",)))
    for number, name in enumerate(names)
    for ending in endings
}
PLURAL_WEEKDAYS = {
    name + ending: number for number, name in enumerate(WEEKDAY_NAMES["sv"]) for ending in ("ar", "arna")
}

NUMBER_WORDS = {
    word: number
    for number, word in enumerate(
        ("ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"), 1
    )
} | {"tretton": 13, "fjorton": 14, "femton": 15, "sexton": 16, "sjutton": 17, "arton": 18, "nitton": 19, "tjugo": 20}

RANGE_WORDS = {"till", "t.o.m", "tom"}
AND_WORDS = {"och", "o", "samt", "resp", "respektive", "and"}
FORENOON = {"fm", "f.m", "förmiddag", "förmiddagen", "förmiddagar", "morgon", "morgonen"}
AFTERNOON = {"em", "e.m", "eftermiddag", "eftermiddagen", "eftermiddagar"}
EVENING = {"kväll", "kvällen", "kvällstid"}
WHOLE_DAY = {"heldag", "heldagar", "heldagen", "heldagsmöte", "heldagsträff", "heldagskonferens", "heldagsmöten"}
HALF_DAY = {"halvdag", "halvdagen", "halvdagsmöte"}
DAY_PARTS = {
    word: part
    for part, words in (
        ("forenoon", FORENOON), ("afternoon", AFTERNOON), ("evening", EVENING),
        ("whole", WHOLE_DAY), ("half", HALF_DAY),
    )
    for word in words
}  # fmt: skip

SPRING_WORDS = {"våren", "vår", "vårens", "vårterminen", "vårtermin", "vårterminens", "vt"}
AUTUMN_WORDS = {"hösten", "höst", "höstens", "höstterminen", "hösttermin", "höstterminens", "ht"}
SCHOOL_YEAR_WORDS = {"läsåret", "läsår", "läsårets", "verksamhetsåret", "skolåret"}

# "Möte 3", "Rum 135": the number names a thing and is no day. Street names are known by their endings.
NUMBERED_THINGS = {
    "möte", "träff", "tillfälle", "del", "nr", "nummer", "omgång", "pass", "sammanträde", "modul", "grupp", "kapitel",
    "sal", "rum", "plan", "våning", "våningen", "vån", "lokal", "hus", "nivå", "punkt", "bilaga", "sida", "sid",
    "spår", "årskurs", "åk", "klass", "version", "steg",
    "kap", "avsnitt", "figur", "tabell", "delmål", "mål", "fråga", "ärende", "block", "etapp", "termin",
    "nätverksträff", "nätverksmöte",
    "workshop", "webbinarium", "seminarium", "utbildningsdag", "dag", "box", "port", "trappa", "tr", "hållplats",
    "agenda", "vision", "budget", "grupprum", "konferensrum", "mötesrum", "room", "suite", "floor", "studio",
    "artikel", "lag", "proposition", "prop",
}  # fmt: skip
MEETING_THINGS = {"möte", "träff", "sammanträde", "nätverksträff", "nätverksmöte", "workshop", "seminarium", "dag"}
ROOMS = {
    "rum", "sal", "lokal", "grupprum", "konferensrum", "mötesrum", "room", "suite", "floor", "plan", "studio",
    "punkt", "avsnitt", "kapitel", "version",
}  # fmt: skip
STREET = re.compile(
    r"(gatan|gata|vägen|väg|torget|torg|plan|allén|allé|gränd|gränden|backen|stigen|kajen|kaj|platsen|plats"
    r"|parken|leden|hamnen|stråket|bron|esplanaden)$"
)
# A count of something is never a day: "3 timmar", "15 platser", "13 kommuner".
COUNTED = re.compile(
    r"(st|stycken|tim|timme|timmar|h|min|minuter|dagar|dgr|veckor|månader|år|kr|kronor|tkr|mkr|procent|%|platser"
    r"|personer|deltagare|ledamöter|ersättare|kommuner|kommunerna|gånger|ggr|möten|träffar|tillfällen|km|mil|meter"
    r"|miljoner|tusen|p|poäng|hp|barn|elever|skolor|sidor|punkter|tr|trappor|trappa|ggr|veckors|timmars"
    r"|dagars|minuters)$"
)

MEETING = re.compile(
    r"(möte|mötet|möten|mötena|mötes\w*|möteskalender|träff|träffen|träffar|träffarna|träffas|träffs\w*"
    r"|sammanträd\w*|konferens|konferensen|konferenser"
    r"|workshop|workshopen|workshops|meetings?|sessions?|seminars?|seminarium|seminariet|seminarier|webbinarium|webbinariet|webinar|dialogdag"
    r"|nätverksdag\w*|utbildningsdag\w*|kongress|kongressen|samråd|samrådet|avstämning|avstämningen|forum|frukost"
    r"|studiedag|studiebesök|fika|kick-?off|inspirationsdag|temadag|halvdag|heldag|tillfälle|tillfället|tillfällen"
    r"|kalender|kalendarium|datum|tider|dagar|schema|planering|aktiviteter|kallelse|inbjudan|presidie\w*)$"
)


@lru_cache(maxsize=4096)
def misspelt_month(word: str) -> int | None:
    """The month that a misspelt word of five letters or more is closest to: 'feburari' gives 2. Costs a search."""
    if not 5 <= len(word) <= 11:
        return None
    close = get_close_matches(word, MONTH_NAMES["sv"], n=1, cutoff=0.8)
    return MONTHS[close[0]] if close else None


@lru_cache(maxsize=4096)
def misspelt_weekday(word: str) -> int | None:
    """The weekday 0-6 that a misspelt word is closest to: 'trosdag' gives 3."""
    if not 5 <= len(word) <= 9:
        return None
    close = get_close_matches(word, list(WEEKDAY_NAMES["sv"]), n=1, cutoff=0.8)
    return WEEKDAYS[close[0]] if close else None
