"""Spellings that are rewritten before a line is read: English and Excel dates, ISO 8601, broken encodings."""

import re
from collections.abc import Callable
from datetime import date, datetime

from events.days.date_format import WEEKDAYS
from events.days.zone import STOCKHOLM

from . import vocabulary as words
from .scanner import plain
from .spoken_clocks import with_clocks

_MONTH = "|".join(sorted(words.MONTHS, key=len, reverse=True))
_WEEKDAY = r"(?:mån|tis|ons|tors?|fre|lör|sön)(?:d?\.?|dag(?:en)?)"
_ENGLISH_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_ENGLISH_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_CITIES = (
    "Amsterdam|Berlin|Bern|Rome?|Stockholm|Wien|Vienna|Bryssel|Brussels|Köpenhamn|Copenhagen|Madrid|Paris|Sarajevo"
    "|Skopje|Warszawa|Warsaw|Zagreb|Belgrade?|Bratislava|Budapest|Ljubljana|Prague?|Helsinki|Helsingfors|Kiev|Kyiv"
    "|Riga|Sofia|Tallinn|Vilnius|Dublin|Edinburgh?|Lisbon|Lissabon|London"
)
_ZONE = re.compile(
    rf"\(?\b(?P<name>UTC|GMT|CES?T|EES?T|BST|E[SD]T|(?:[Ff]insk|[Bb]rittisk) tid)"
    rf"(?:\s?(?P<offset>[+-]\s?\d{{1,2}})(?::?\d\d)?)?\)?(?!\w)"
    rf"(?:[ ]?(?:(?:{_CITIES})\b[, ]*(?:och[ ])?)+)?"
)
# "(Centraleuropeisk normaltid - Stockholm)", "Europe/Stockholm"
_ZONE_NAME = re.compile(
    rf"\(?\b(?:(?:Centraleuropeisk|Västeuropeisk|Central European|W\. Europe|Central Europe|Romance|Svensk|Swedish)\w*"
    rf"[ ](?:(?:normal|sommar|standard|summer)[ ]?)?(?:tid|time)(?:[ ]?[-,][ ]?(?:{_CITIES}))?"
    rf"|Europe/(?:{_CITIES}))(?!\w)\)?",
    re.IGNORECASE,
)
_KL = r"kl\.? ?\d{1,2}(?:[.:]\d\d)?"
_MERIDIEM = r"(?P<{0}>[ap])\.?[ ]?m\b\.?"
_CLOCK_12 = r"(?P<{0}hour>1[0-2]|0?[1-9])(?:[:.](?P<{0}minute>[0-5]\d))?"
_RANGE_12 = re.compile(
    rf"(?<![\d.:/]){_CLOCK_12.format('a_')}[ ]?(?:{_MERIDIEM.format('first')})?[ ]?(?:-|to|till|until)[ ]?"
    rf"{_CLOCK_12.format('b_')}[ ]?{_MERIDIEM.format('last')}",
    re.IGNORECASE,
)
_SINGLE_12 = re.compile(rf"(?<![\d.:/]){_CLOCK_12.format('a_')}[ ]?{_MERIDIEM.format('last')}", re.IGNORECASE)
_NOON = re.compile(r"\b(?:12[ ])?noon\b", re.IGNORECASE)
_BY_WEEKDAY = re.compile(rf"(?<!\w)({_ENGLISH_DAY}),?[ ](\d{{1,2}})/(\d{{1,2}})/(20\d\d)(?!\d)", re.IGNORECASE)
_SLASHED = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/\d{2,4}(?!\d)")
_MONTHS = 12
_ENGLISH = re.compile(
    r"(?<!\w)(?:next|meetings?|call|calls|at|the|from|to|until|on|date|dates|when|where|time|start|starts|begins|workshop"
    r"|webinar|session|conference|join|room|venue|location|with|and|of|due|our|we|am|pm|(?:mon|tues|wednes|thurs|fri)day)"
    r"(?!\w)",
    re.IGNORECASE,
)
_SWEDISH = re.compile(
    r"[åäö]|(?<!\w)(?:och|kl|klockan|den|till|i|hos|vid|nästa|plats|tid|datum|lokal|mötet|träff)(?!\w)", re.IGNORECASE
)
_ISO = re.compile(
    r"(?<!\d)(\d{4})-?(\d\d)-?(\d\d)T(\d\d):?(\d\d)(?::?\d\d)?(?:[.,]\d+)?(Z|[+-]\d\d:?\d\d)?(?![\d:])", re.IGNORECASE
)
_ISO_SLASH = re.compile(r"(?<=\d\d:\d\d)(?:/|--)(?:T(?=\d))?(?=\d{4}-|\d\d:)")
_ISO_DURATION = re.compile(r"(?<!\d)(\d\d):(\d\d)/PT(?=\d)(?:(\d{1,2})H)?(?:(\d{1,3})M)?(?![\w.])", re.IGNORECASE)
_ORDINALS = (
    "första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde",
    "tionde", "elfte", "tolfte", "trettonde", "fjortonde", "femtonde", "sextonde", "sjuttonde",
    "artonde", "nittonde", "tjugonde", "tjugoförsta", "tjugoandra", "tjugotredje", "tjugofjärde",
    "tjugofemte", "tjugosjätte", "tjugosjunde", "tjugoåttonde", "tjugonionde", "trettionde",
    "trettioförsta",
)  # fmt: skip
_ENGLISH_DAYS = {name[:3].lower(): name for name in WEEKDAYS["en"]}
_ORDINAL_WORDS = "|".join(sorted(_ORDINALS, key=len, reverse=True))


def _rule(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _day_first(*groups: int) -> Callable[[re.Match[str]], str]:
    return lambda match: " ".join(match[group] for group in groups if match[group])


_YEAR = r"(?:,?[ ](20\d\d)\b)?"
_REWRITES: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    # "Tuesday, February 9, 2027", "March 9th", "9th of March"
    (
        _rule(
            rf"(?<!\w)({_ENGLISH_DAY})[, ]+({_ENGLISH_MONTH})[ ](\d{{1,2}})(?:st|nd|rd|th)?"
            rf"(?![\w.:/-]|[ ]\d{{1,2}}[ ,]){_YEAR}"
        ),
        _day_first(1, 3, 2, 4),
    ),
    (
        _rule(rf"(?<!\w)({_ENGLISH_MONTH})[ ](\d{{1,2}})(?:(?:st|nd|rd|th)\b|(?=,[ ]20\d\d)){_YEAR}"),
        _day_first(2, 1, 3),
    ),
    (_rule(r"(?<!\w)(\d{1,2})(?:st|nd|rd|th)\b(?:[ ]of\b)?(?:[ ]the\b)?"), r"\1"),
    # "Wed 3 Mar"
    (
        _rule(rf"(?<!\w)(mon|tue|wed|thu|fri|sat|sun)[a-z]{{0,2}}\.?,?[ ](?=\d{{1,2}}[ ](?:{_ENGLISH_MONTH})(?!\w))"),
        lambda match: f"{_ENGLISH_DAYS[match[1].lower()]} ",
    ),
    # "nionde februari"
    (
        _rule(rf"(?<!\w)({_ORDINAL_WORDS})[ ](?=(?:{_MONTH})(?!\w))"),
        lambda match: f"{_ORDINALS.index(match[1].lower()) + 1} ",
    ),
    # "17 (onsdag) mars"
    (_rule(rf"(?<![\d.:/-])(\d{{1,2}})[ ]\(({_WEEKDAY})\)[ ](?=(?:{_MONTH})(?!\w))"), r"\2 \1 "),
    # Excel's "9-feb" and "2027-02-09 00:00:00"
    (_rule(rf"(?<![\w-])(\d{{1,2}})-({_MONTH})\.?-(\d{{4}})(?![\w-])"), r"\1 \2 \3"),
    (_rule(rf"(?<![\w-])(\d{{1,2}})-({_MONTH})\.?-(\d\d)(?![\w-])"), r"\1 \2 20\3"),
    (_rule(rf"(?<![\w-])(\d{{1,2}})-({_MONTH})\.?(?![\w-])"), r"\1 \2"),
    (_rule(r"(?<=\d\d\d\d-\d\d-\d\d)[ T]00:00:00(?:\.0+)?(?![\d:])"), ""),
    # "från kl 9 den 9 februari till kl 15 den 10 februari"
    (
        _rule(
            rf"(?<!\w)(?:från )?({_KL}) (?:den )?((?:{_WEEKDAY} )?\d{{1,2}} (?:{_MONTH})(?: 20\d\d)?)"
            rf" ?(?:-|till) ?({_KL}) (?:den )?((?:{_WEEKDAY} )?\d{{1,2}} (?:{_MONTH})(?: 20\d\d)?)(?!\w)"
        ),
        r"\2 \1 - \4 \3",
    ),
    # a letter from a calendar: "Uppdaterad: Nätverksträff @ tis 9 feb 2027 09:00"
    (
        _rule(r"\A\s*(?:uppdaterad(?: inbjudan)?|inbjudan|updated invitation|invitation)(?: [^:@]{1,30})?: (?=.* @ )"),
        "",
    ),
    # numbers of online meetings
    (
        _rule(
            r"\b(mötes-?id|meeting ?id|zoom-?id|webinar ?id|\w*konferens-?id|conference ?id|lösenord|password|passcode"
            r"|pin(?:-?kod)?)\b[\s:#]*\d[\d ]*#?"
        ),
        r"\1 ",
    ),
)
_SHORT_YEARS = re.compile(
    r"((?<![^\W\d_])(?:läsår|verksamhetsår|skolår|arbetsår|verksamhetsplan|årsplan|säsong)\w*[ :]{1,2})"
    r"'?(\d\d) ?([/-]) ?'?(\d\d)(?![\w.:/-])",
    re.IGNORECASE,
)
_SHORT_TERM = re.compile(r"(\W*(?:vt|ht|våren|hösten|vårterminen|höstterminen)[ -]?)'?(\d\d)\W*", re.IGNORECASE)
_GLUED_MONTH = re.compile(rf"(?<!\d)(\d{{1,2}}[ ]?(?i:{_MONTH}))(?=[A-ZÅÄÖ])")
_GLUED_CLOCK = re.compile(rf"(?<=\d\d[.:]\d\d)(?=\d{{1,2}}[ ](?:{_MONTH})(?!\w))", re.IGNORECASE)
_DIGIT = re.compile(r"\d|(?<!\w)(?:" + "|".join(_ORDINALS) + r")(?!\w)|noon", re.IGNORECASE)
_BROKEN = re.compile("Ã[\u0080-\u00bf\u2013-\u2122Šš€Žžƒ]|â€")


def readable(raw: str) -> tuple[str, tuple[str, ...]]:
    """(text, codes) of a raw line: the plain line in spellings that the scanner knows, and remarks on the changes."""
    text, codes = _decoded(raw)
    text = with_clocks(plain(text))
    if not _DIGIT.search(text):
        return text, codes
    term = _SHORT_TERM.fullmatch(text)
    text = f"{term[1].rstrip(' -')} 20{term[2]}" if term else _SHORT_YEARS.sub(_full_years, text)
    text, zone_codes = _without_zone(text)
    text = _ISO_SLASH.sub(" - ", _ISO_DURATION.sub(_until, _ISO.sub(_local, text)))
    for pattern, replacement in _REWRITES:
        text = pattern.sub(replacement, text)
    text = _BY_WEEKDAY.sub(_month_first, text)
    text, clock_codes = _in_24_hours(text)
    spaced = _GLUED_MONTH.sub(r"\1 ", _GLUED_CLOCK.sub(" ", text))
    return spaced, (*codes, *zone_codes, *clock_codes, *(["glued"] if spaced != text else []))


def _month_first(match: re.Match[str]) -> str:
    """ "Thu 2/11/2027" with the day first, where the weekday fits the English reading and not the other."""
    first, second, year = int(match[2]), int(match[3]), int(match[4])
    weekday = list(_ENGLISH_DAYS).index(match[1][:3].lower())
    ours, theirs = (_weekday_of(year, month, day) for month, day in ((second, first), (first, second)))
    return f"{match[1]} {second}/{first} {year}" if theirs == weekday != ours else match[0]


def _weekday_of(year: int, month: int, day: int) -> int | None:
    try:
        return date(year, month, day).weekday()
    except ValueError:
        return None


def _full_years(match: re.Match[str]) -> str:
    """ "läsåret 27/28" as "läsåret 2027/28"; other figures as they are."""
    follows = (int(match[2]) + 1) % 100 == int(match[4])
    return f"{match[1]}20{match[2]}{match[3]}{match[4]}" if follows else match[0]


def _decoded(raw: str) -> tuple[str, tuple[str, ...]]:
    """UTF-8 that a program has read as Windows-1252, mended; letters that are lost for good are only pointed out."""
    if _BROKEN.search(raw):
        try:
            return raw.encode("cp1252").decode("utf-8"), ("encoding",)
        except UnicodeError:
            return raw, ("encoding",)
    return raw, ("encoding",) if "\ufffd" in raw else ()


def _without_zone(text: str) -> tuple[str, tuple[str, ...]]:
    text = _ZONE_NAME.sub(" ", text)
    found = _ZONE.search(text)
    if found is None:
        return text, ()
    offset = (found["offset"] or "").replace(" ", "")
    ours = found["name"] in ("CET", "CEST") or offset.lstrip("+").lstrip("0") in ("1", "2")
    code = () if found["name"] in ("CET", "CEST") else ("zone",) if ours else ("other_zone",)
    return text[: found.start()] + " " + text[found.end() :], code


def _local(match: re.Match[str]) -> str:
    """An ISO moment as a local day and time (Europe/Stockholm); one without offset is local already."""
    iso = f"{match[1]}-{match[2]}-{match[3]} {match[4]}:{match[5]}"
    offset = (match[6] or "").upper().replace("Z", "+00:00")
    try:
        moment = datetime.fromisoformat(iso + offset)
        return f"{moment.astimezone(STOCKHOLM) if offset else moment:%Y-%m-%d %H:%M}"
    except (ValueError, OverflowError):
        return match[0]


def _until(match: re.Match[str]) -> str:
    """ "08:00/PT2H" as "08:00 - 10:00"; a day or more is left as it is."""
    minutes = int(match[3] or 0) * 60 + int(match[4] or 0)
    end = int(match[1]) * 60 + int(match[2]) + minutes
    if not 0 < minutes < 24 * 60:
        return match[0]
    return f"{match[1]}:{match[2]} - {end // 60 % 24:02d}:{end % 60:02d}"


def _in_24_hours(text: str) -> tuple[str, tuple[str, ...]]:
    changed = _NOON.sub("12:00", _SINGLE_12.sub(_single, _RANGE_12.sub(_range, text)))
    slashed = _SLASHED.search(text)
    either = slashed and max(int(slashed[1]), int(slashed[2])) <= _MONTHS and slashed[1] != slashed[2]
    return changed, ("month_or_day",) if slashed and (changed != text or (either and _is_english(text))) else ()


def _is_english(text: str) -> bool:
    """Whether a line has English words and no Swedish ones: its days and months may stand in either order."""
    return bool(_ENGLISH.search(text)) and not _SWEDISH.search(text)


def _single(match: re.Match[str]) -> str:
    return _clock(match["a_hour"], match["a_minute"], match["last"])


def _range(match: re.Match[str]) -> str:
    first, last = match["first"] or match["last"], match["last"]
    begin, end = _clock(match["a_hour"], match["a_minute"], first), _clock(match["b_hour"], match["b_minute"], last)
    if match["first"] is None and begin > end:
        begin = _clock(match["a_hour"], match["a_minute"], "a")  # "11-1 pm"
    return f"{begin}-{end}"


def _clock(hour: str, minute: str | None, meridiem: str) -> str:
    return f"{int(hour) % 12 + 12 * (meridiem.lower() == 'p'):02d}:{minute or '00'}"
