"""Words that change a meeting: cancelled, moved, uncertain, one of a series."""

import re
from typing import Literal

from .non_meetings import whole_words

Status = Literal["planned", "tentative", "cancelled"]

_FLAGS = re.IGNORECASE

LINK = re.compile(r"(?:https?://|www\.)\S+", _FLAGS)
_MEETING_WORDS = (
    r"(?:[\w-]*(?:möte|mötet|möten|träff|träffen|träffar|sammanträde|sammanträden|datum|dag|dagar|tid|tider|konferens"
    r"|seminarium|workshop)|mån|tis|ons|tors|fre|lör|sön|\w+dag(?:en)?|jan\w*|feb\w*|mars?|apr\w*|maj|juni?|juli?|aug\w*"
    r"|sept?\w*|okt\w*|nov\w*|dec\w*|kl|klockan|den|inställt|extra|reserv\w*|heldag|halvdag|digital\w*|fysisk\w*|teams"
    r"|och|men|eller|tills|under|fram|resten|hela)"
)
_NOT_OF_A_NOUN = rf"(?!\.?\s+(?!{_MEETING_WORDS}(?![^\W\d_]))[^\W\d_]{{3,}})"  # "ev. förhinder", "preliminär budget"
CANCELLED = re.compile(
    rf"(?<![^\W\d_])(?:(?:inställda|avbokade|inhiberade|slopade|annullerade|makulerade|strukna){_NOT_OF_A_NOUN}"
    r"|inställ[dt]|inställes|ställs in|ställdes in|ställas in|ställts in|utgår|utgick|utgått"
    r"|ställ(?:s|des|ts|as)\s+(?:(?!in\s)[^\W\d_]+\s+){1,6}in"
    r"|blir (?:inte|ej) av|blir inget(?: av)?|avboka(?:d|t|s|ts)|avlyst[ae]?|avlyses|avlysts|struk(?:en|et)"
    r"|upphävd|borttaget|borttagna|inhibera(?:d|t|s|ts)|slopa(?:d|t|s|ts)|faller bort|dras in"
    r"|genomförs (?:inte|ej)|hålls (?:inte|ej)|annullera(?:d|t|s|ts)|makulera(?:d|t|s)"
    r"|cancelled|canceled|called off|scrapped|(?:will not|won't|not) tak(?:e|ing) place|is off)(?![^\W\d_])",
    _FLAGS,
)
_NOT = re.compile(r"(?<![^\W\d_])(?:ej|inte|icke)\s+(?:längre\s+)?\Z", _FLAGS)
NOT_TENTATIVE = re.compile(
    r"(?<![^\W\d_])(?:(?:ej|inte|icke)\s+(?:längre\s+)?|no longer )(?:bara )?(?:preliminär[ta]?|prel\.?|tentativt?"
    r"|obekräfta[dt]|osäkert?|tentative)(?![^\W\d_])",
    _FLAGS,
)
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
_NEVER_YET = (
    r"(?:ej|inte|icke|ännu|än)"
    r"(?:\s+(?:ej|inte|icke|ännu|än|är|har|blivit|helt|riktigt|definitivt|formellt)){0,3}"
)
# "plats ej bestämd" says nothing of the meeting itself
_OF_THE_MEETING = "".join(
    rf"(?<!{noun} )" for noun in ("plats", "platsen", "lokal", "lokalen", "tid", "tiden", "tema", "temat", "program",
                                  "programmet", "agenda", "agendan", "dagordning", "talare", "föreläsare")
)  # fmt: skip
_SETTLED = (
    r"(?:fastställ|bekräft|beslut|spik|bestäm|godkän|klar|färdig|säk(?=er|r)|definitiv|slutgiltig|formell)"
    r"[^\W\d_]{0,4}"
)
TENTATIVE = whole_words(
    rf"(?:preliminär[ta]?|ev|eventuellt?|eventuella)(?![^\W\d_]){_NOT_OF_A_NOUN}", r"prel", r"kanske",
    r"tentativt?", r"tentativa", r"planeras", r"tbc", r"tbd", rf"{_OF_THE_MEETING}{_NEVER_YET}\s+{_SETTLED}",
    r"o(?:bekräfta|spika|fastställ|bestäm|beslut)[^\W\d_]{1,4}",
    r"(?:att|ska|skall|måste|återstår att|behöver) (?:bekräfta|fastställa|beslut|spika)[^\W\d_]{0,3}",
    r"(?:bekräftas|fastställs|beslutas|spikas|bestäms|meddelas slutgiltigt) (?:senare|i|vid|av|när|efter|under)",
    r"(?:väntar|inväntar|avvaktar)(?: på)? (?:bekräftelse|besked|beslut)", r"förslag(?:svis)?", r"utkast",
    r"troligen", r"troligtvis", r"trolig[at]?", r"förmodligen", r"antagligen", r"sannolikt", r"möjligen",
    r"möjligtvis",
    r"(?:till)?tänkt[ae]?", r"siktar", r"föresl(?:aget|agna|agen|ås)", r"under (?:beredning|planering|arbete)",
    r"med reservation(?! för (?:\w+\.? )?ändring)", r"under förutsättning",
    r"tentative(?:ly)?", r"provisional(?:ly)?", r"unconfirmed", r"not (?:yet )?(?:been )?confirmed", r"pending",
    r"to be (?:confirmed|decided|determined|agreed)", r"draft", r"proposed", r"suggested", r"on hold", r"pencilled in",
)  # fmt: skip
RESERVE = re.compile(
    r"(?<![^\W\d_])(?:reserv(?:datum|dag|tid|möte|tillfälle)?|reservdatumet|extradatum)(?![^\W\d_])", _FLAGS
)
MOVED_TO = whole_words(
    r"(?:hålls )?i ?stället(?!\s+för)",
    r"(?:fram-?|bak-?|till)?flytta(?:t|d|s|des|ts)?\b[^.;]{0,30}?\btill",
    r"(?:upp)?skjut(?:s|na|en|et|its)\b[^.;]{0,20}?\btill",
    r"senarel[aä]g\w*\b[^.;]{0,20}?\btill", r"tidigarel[aä]g\w*\b[^.;]{0,20}?\btill",
    r"ändra(?:t|d|s|des)\b[^.;]{0,30}?\btill",
    r"byt(?:s|t|er|te|ts)\b[^.;]{0,30}?\btill", r"nytt datum(?: är| blir)?", r"ny dag(?: är| blir)?",
    r"nytt mötesdatum",
    r"ersätts (?:av|med)", r"ny tid(?: är| blir)?",
    r"(?:moved|postponed|rescheduled|deferred|put off|pushed back|brought forward|changed)\b[^.;]{0,20}?"
    r"\b(?:to|until|till)",
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
    r"ombokat?", r"ombokas", r"flyttats?", r"flyttade", r"bordlagt?", r"skjuta på", r"skjuter på",
    r"postponed", r"rescheduled", r"deferred", r"put off", r"pushed back", r"moved",
)  # fmt: skip
CHANGED = whole_words(
    r"ändra[dt]", r"ändras", r"ny (?:tid|lokal|plats)", r"ändring\w*", r"nytt klockslag", r"annan (?:tid|lokal|plats)",
    r"byte av (?:lokal|plats|tid|dag)",
)  # fmt: skip
ATTENTION = re.compile(r"(?<![^\W\d_])obs(?![^\W\d_])[!.:]*", _FLAGS)
OWN_WORDS = re.compile(
    r"(?<![^\W\d_])(?:[\w-]*(?:möte|mötet|mötena|träff|träffen|sammanträde|sammanträdet|konferensen?|dagen"
    r"|workshopen?|seminariet?|möten|träffar|träffarna|sammanträden|sammanträdena)"
    r"|alla|samtliga|dessa|följande|nedanstående|ovanstående|all|these|following|meetings|are|the|this|meeting|session|has|have|been|will|be|is|at|on"
    r"|är|blir|har|den|detta|det|denna|tyvärr|obs|nu|därmed|kommer|att|dock|helt|kl|tillfället|datumet"
    r"|datum|tillfälle|ordinarie)"
    r"(?![^\W\d_])|\W",
    _FLAGS,
)
# A line about several meetings: which of them, a person has to see.
LIST_WORDS = re.compile(
    r"(?<![^\W\d_])(?:alla|samtliga|dessa|följande|nedanstående|ovanstående|möten|träffar|sammanträden|all|these"
    r"|following|meetings)(?![^\W\d_])",
    _FLAGS,
)
CAVEAT = re.compile(r"(?:(?:med )?reservation för|vi reserverar oss för) (?:ev\.? |eventuella )?ändring\w*", _FLAGS)
DITTO = re.compile(
    r"(?<!\w)(?:di(?:t)?to|d[:.]o|do\.|idem|(?:som|samma som) (?:ovan|föregående))(?!\w)"
    r"|(?:\A|(?<=[\s,-]))(?:''|[\"”“″〃]{1,2})(?=[\s,-]|\Z)",
    _FLAGS,
)
SAME = re.compile(
    r"(?<!\w)(?:samma (?:tid\w*|klockslag|plats|lokal|ställe|som)|same (?:time|place|venue|room))(?!\w)", _FLAGS
)
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
