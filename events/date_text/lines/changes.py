"""Words that change a meeting: cancelled, moved, uncertain, one of a series."""

import re
from typing import Literal

from .non_meetings import whole_words

Status = Literal["planned", "tentative", "cancelled"]

_FLAGS = re.IGNORECASE

LINK = re.compile(r"(?:https?://|www\.)\S+", _FLAGS)
CANCELLED = re.compile(
    r"(?<![^\W\d_])(?:inställ[dt]a?|inställes|ställs in|ställdes in|ställas in|ställts in|utgår|utgick|utgått"
    r"|ställ(?:s|des|ts|as)\s+(?:[^\W\d_]+\s+){1,3}in"
    r"|blir inte av|blir ej av|avboka[dt]|avbokas|avlyst|avlyses|avlysts|struk(?:en|et)|upphävd|cancelled|canceled"
    r"|borttaget|genomförs inte|genomförs ej|annullera[dt])(?![^\W\d_])",
    _FLAGS,
)
_NOT = re.compile(r"(?<![^\W\d_])(?:ej|inte|icke)\s+(?:längre\s+)?\Z", _FLAGS)
NOT_TENTATIVE = re.compile(
    r"(?<![^\W\d_])(?:(?:ej|inte|icke)\s+(?:längre\s+)?|no longer )(?:bara )?(?:preliminär[ta]?|prel\.?|tentativt?"
    r"|obekräfta[dt]|osäkert?|tentative)(?![^\W\d_])",
    _FLAGS,
)
_MEETING_WORDS = (
    r"(?:[\w-]*(?:möte|mötet|möten|träff|träffen|träffar|sammanträde|sammanträden|datum|dag|dagar|tid|tider|konferens"
    r"|seminarium|workshop)|mån|tis|ons|tors|fre|lör|sön|\w+dag(?:en)?|jan\w*|feb\w*|mars?|apr\w*|maj|juni?|juli?|aug\w*"
    r"|sept?\w*|okt\w*|nov\w*|dec\w*|kl|klockan|den|inställt|extra|reserv\w*|heldag|halvdag|digital\w*|fysisk\w*|teams"
    r"|och|men|eller)"
)
_NOT_OF_A_NOUN = rf"(?!\.?\s+(?!{_MEETING_WORDS}(?![^\W\d_]))[^\W\d_]{{3,}})"  # "ev. förhinder", "preliminär budget"
PRELIMINARY_NOUN = re.compile(
    rf"(?<![^\W\d_])preliminär[ta]?\s+(?!{_MEETING_WORDS}(?![^\W\d_]))[^\W\d_]{{3,}}", _FLAGS
)
_IF = re.compile(r"\s*,?\s*(?:om|ifall|såvida|vid (?:färre|för|mindre))(?!\w)", _FLAGS)
_MAY = re.compile(r"(?<!\w)(?:kan|kunna|kan komma att|risk(?:erar)? att|om \w+)\s+\Z", _FLAGS)
_REASON = re.compile(
    rf"{CANCELLED.pattern}(?:(?P<why>\W*(?<![^\W\d_])(?:på grund av|pga\.?|p\.g\.a\.?|p g a|då|eftersom"
    r"|med anledning av|till följd av|för att|orsak:?|skäl:?)\s+(?P<ink>[^\n.;()]+))"
    r"|\W*(?P<cause>(?:sjuk|förhinder|för få|få anmäl|brist på|strejk|snö|halka|oväder|krock|kollision)[^\n.;()]*))",
    _FLAGS,
)
_BESIDE = re.compile(rf"{CANCELLED.pattern}[ ]*[-:,;(]+[ ]*(?P<words>[^\W\d_][^\n\t|;()]*)", _FLAGS)
TENTATIVE = whole_words(
    rf"(?:preliminär[ta]?|ev|eventuellt?|eventuella)(?![^\W\d_]){_NOT_OF_A_NOUN}", r"prel", r"kanske",
    r"tentativt?", r"planeras", r"tbc", r"tbd", r"obekräfta[dt]", r"ej bekräftat?", r"inte bekräftat?",
    r"att bekräfta", r"bekräftas senare", r"förslag(?:svis)?", r"ej fastställ[dt]", r"ej klart", r"ej spikat",
    r"troligen",
    r"troligtvis", r"föreslaget", r"föreslås", r"med reservation(?! för (?:\w+\.? )?ändring)", r"under förutsättning",
)  # fmt: skip
RESERVE = whole_words(r"reserv(?:datum|dag|tid|möte|tillfälle)?", r"reservdatumet", r"extradatum")
MOVED_TO = whole_words(
    r"(?:hålls )?i ?stället(?!\s+för)",
    r"(?:fram-?|bak-?|till)?flytta(?:t|d|s|des|ts)?\b[^.;]{0,30}?\btill",
    r"(?:upp)?skjut(?:s|na|en|et|its)\b[^.;]{0,20}?\btill",
    r"senarel[aä]g\w*\b[^.;]{0,20}?\btill", r"tidigarel[aä]g\w*\b[^.;]{0,20}?\btill",
    r"ändra(?:t|d|s|des)\b[^.;]{0,30}?\btill",
    r"byt(?:s|t|er|te|ts)\b[^.;]{0,30}?\btill", r"nytt datum(?: är| blir)?", r"ny dag(?: är| blir)?",
    r"nytt mötesdatum",
    r"ersätts (?:av|med)", r"ny tid(?: är| blir)?",
)  # fmt: skip
MOVED_FROM = whole_words(
    r"(?:fram-?)?flytta(?:t|d|s|des|ts)?\b[^.;]{0,20}?\bfrån", r"ändra(?:t|d|s|des)\b[^.;]{0,20}?\bfrån",
    r"tidigare", r"ersätter",
    r"i ?stället för", r"inte", r"ej", r"var", r"förut", r"i st f", r"istf", r"gamla datumet", r"skulle varit",
    r"från",
)  # fmt: skip
MOVED = whole_words(
    r"(?:fram|tillbaka)?flyttas?", r"flyttat", r"flyttad", r"flyttats", r"framflytta[dt]", r"uppskjut\w*",
    r"skjuts upp",
    r"skjuts fram", r"senarelag\w+", r"senareläggs", r"tidigarel[aä]g\w+", r"nytt datum", r"nytt mötesdatum",
    r"ombokat?", r"ombokas",
)  # fmt: skip
CHANGED = whole_words(
    r"ändra[dt]", r"ändras", r"ny (?:tid|lokal|plats)", r"ändring\w*", r"nytt klockslag", r"annan (?:tid|lokal|plats)",
    r"byte av (?:lokal|plats|tid|dag)",
)  # fmt: skip
ATTENTION = re.compile(r"(?<![^\W\d_])obs(?![^\W\d_])[!.:]*", _FLAGS)
OWN_WORDS = re.compile(
    r"(?<![^\W\d_])(?:[\w-]*(?:möte|mötet|mötena|träff|träffen|sammanträde|sammanträdet|konferensen?|dagen"
    r"|workshopen?|seminariet?)"
    r"|är|blir|har|den|detta|det|denna|tyvärr|obs|nu|därmed|kommer|att|dock|helt|kl|tillfället|datumet"
    r"|datum|tillfälle|ordinarie)"
    r"(?![^\W\d_])|\W",
    _FLAGS,
)
CAVEAT = re.compile(r"(?:(?:med )?reservation för|vi reserverar oss för) (?:ev\.? |eventuella )?ändring\w*", _FLAGS)
DITTO = re.compile(
    r"(?<!\w)(?:di(?:t)?to|d[:.]o|do\.|idem|(?:som|samma som) (?:ovan|föregående))(?!\w)"
    r"|(?:\A|(?<=[\s,-]))(?:''|[\"”“″〃]{1,2})(?=[\s,-]|\Z)",
    _FLAGS,
)
SAME = re.compile(r"(?<!\w)samma (?:tid\w*|klockslag|plats|lokal|ställe|som)(?!\w)", _FLAGS)
SERIES = whole_words(
    r"varje", r"varannan", r"var (?:tredje|fjärde)", r"udda", r"jämna", r"veckovis", r"månadsvis", r"med start"
)
ARROW = re.compile(r"[\s,:]*(?:->|=>|→|blir(?: nu)?|är nu|byts mot)\s*(?:den)?\s*", _FLAGS)


_STATUS_AT_END = re.compile(
    rf"(?:\A|(?<=\s)|(?<=[-(,]))[(\[]?(?:{CANCELLED.pattern}"
    r"|(?<![^\W\d_])(?:preliminär[ta]?|prel|ev|eventuellt|ej bekräftat)\.?)"
    r"(?:\W*(?:(?:pga\.?|på grund av|p\.g\.a\.|då|eftersom|[-:,(])[^\t|]*)?)\Z",
    _FLAGS,
)


def without_reason(text: str) -> tuple[str, str]:
    """(text, reason) of words that cancel a meeting: "inställt pga sjukdom" gives ("inställt", "sjukdom")."""
    found = _REASON.search(text)
    if found is None or cancellation(text) != "cancelled":
        return text, ""
    named = "why" if found["why"] else "cause"
    return text[: found.start(named)] + text[found.end() :], (found["ink"] or found["cause"]).strip(" .,")


def after_cancellation(text: str) -> tuple[str, str]:
    """(text, words): "inställt - budget" gives ("inställt -", "budget"), the words that a mark parts from it."""
    found = _BESIDE.search(text)
    if found is None or cancellation(text[: found.start("words")]) != "cancelled":
        return text, ""
    return text[: found.start("words")] + text[found.end() :], found["words"].strip(" .,;-()")


def status_at_end(value: str) -> tuple[str, str]:
    """(value, status) of a column or label that ends with a status: "GR (inställt)" gives ("GR", "(inställt)")."""
    found = _STATUS_AT_END.search(value)
    return (value[: found.start()].rstrip(" ,;:-"), found[0].strip()) if found else (value, "")


def cancellation(text: str) -> str:
    """'cancelled', 'partly_cancelled' (something else may be meant), 'not_cancelled' or ''."""
    found = CANCELLED.search(text)
    if found is None:
        return ""
    before, after = text[: found.start()], text[found.end() :]
    if _NOT.search(before):
        return "not_cancelled"
    if _IF.match(after) or _MAY.search(before):
        return ""
    if found[0].lower() == "utgår" and re.match(r"\s+(?:i?från|med)(?!\w)", after, _FLAGS):
        return "partly_cancelled"
    clause = re.split(r"[,;(.:!?\n\t-]", text[: found.start()])[-1]
    return "partly_cancelled" if OWN_WORDS.sub("", clause).strip() else "cancelled"
