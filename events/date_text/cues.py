"""Words around a date that say what it is: a deadline, a stamp, a period, a moved, cancelled or uncertain meeting."""

import re

_FLAGS = re.IGNORECASE


def _words(*alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_])(?:{'|'.join(alternatives)})(?![^\W\d_])", _FLAGS)


# Before the date, in the same clause.
_DEADLINE = _words(
    r"senast", r"dead-?line\w*", r"sista", r"anmäl\w*", r"osa", r"o\.s\.a", r"svar", r"svara", r"svars\w+", r"stopp\w+",
    r"inlämn\w*", r"lämnas? in", r"skick\w+", r"sent", r"utskick\w*", r"handlingar\w*", r"manusstopp", r"remiss\w*",
    r"yttrande\w*", r"avanmäl\w*", r"avbok(?:a|as|ning|ningar)", r"betal\w*", r"ansök\w*", r"material", r"underlag\w*",
    r"bokning\w*", r"tävling\w*", r"bidrag", r"sök", r"söks", r"kallelse\w* skickas", r"påminn\w*",
)  # fmt: skip
_STAMP = _words(
    r"uppdater\w*", r"publicer\w*", r"skapad\w*", r"granska[dt]\w*", r"revider\w*", r"utskriven", r"utskrift\w*",
    r"hämtad\w*", r"upprättad\w*", r"daterad\w*", r"diarief\w*", r"fastställ[dt]\w*", r"antagen", r"antaget",
    r"beslutad\w*", r"justera\w*", r"anslag\w*", r"anslås", r"tas ned", r"arkivera\w*", r"inkom\w*", r"signera\w*",
    r"(?:sidan|senast|innehållet) ändra[dt]\w*", r"version",
)  # fmt: skip
_STAMP_END = re.compile(r"(?<![^\W\d_])(?:ändrad|ändrat|ändrades|skriven|skapat)[\s:]*\Z", _FLAGS)
_START = _words(
    r"startdatum", r"start-?dag", r"startade\w*", r"startar", r"bildades", r"bildad", r"grundad\w*", r"instifta\w*",
    r"inrätta\w*", r"tillträd\w*", r"anställ\w*", r"gäller", r"gällande", r"gällt", r"träder", r"trädde", r"upphör\w*",
    r"slutdatum", r"avsluta\w*", r"född", r"invig\w*", r"funnits", r"verksam\w*", r"började", r"införs", r"infördes",
    r"sedan", r"mandat\w*", r"vald", r"valda", r"valdes", r"utsågs", r"utsedd\w*",
)  # fmt: skip
_PERIOD = _words(
    r"\w*period(?:en|er|erna)?", r"under tiden", r"fönst\w+", r"\w*lov(?:et)?", r"semester\w*", r"uppehåll\w*",
    r"stängt?", r"ledig\w*", r"öppettid\w*", r"söktid\w*", r"remisstid\w*", r"svarstid\w*", r"giltig\w*",
    r"kampanj\w*", r"läsårstid\w*", r"terminstid\w*", r"öppnar", r"stänger", r"ansökningstid\w*", r"rekryter\w*",
)  # fmt: skip
_BOUND = re.compile(
    r"(?<![^\W\d_])(?:före|innan|efter|tidigast|fram till|tills|t\.?o\.?m\.?|till och med|fr\.?o\.?m\.?|från och med"
    r"|från|from|fr o m|t o m|sedan|per|mellan|till|inom|utom)\s*(?:den|och)?\s*\Z",
    _FLAGS,
)
_SET_TO = _words(
    r"(?:planer\w+|satt|satta|flytta\w*|fram-?flytta\w*|ändra\w*|bestäm\w*|boka\w*|lagd|lagt|förlagd|förlagt|föresl\w*"
    r"|senarelag\w*|tidigarelag\w*|skjut\w*(?: \w+)?|uppskjut\w*|kallas|bytt?|byter(?: datum)?|inbjud\w*|bjud\w*"
    r"|välkom\w*|preliminär\w*)\s+till\s*(?:den)?",
)
_DOCUMENT = _words(
    r"\w*protokoll\w*", r"\w*anteckning\w*", r"verksamhetsberättelse\w*", r"årsredovisning\w*", r"reglemente\w*",
    r"pressmeddelande\w*", r"nyhetsbrev\w*", r"faktura\w*", r"pdf", r"handlingsplan\w*", r"avtal\w*", r"policy",
    r"styrdokument\w*", r"bildspel\w*", r"inspelning\w*", r"minnes\w*", r"årsrapport\w*", r"delårs\w*",
)  # fmt: skip
_MAYBE_DOCUMENT = _words(
    r"dagordning\w*", r"föredragningslist\w*", r"rapport\w*", r"beslut", r"beslutet", r"beslutet", r"bilag\w+",
    r"presentation\w*", r"kallelse\w*", r"dokument\w*", r"nyhet\w*", r"powerpoint", r"program(?:met)?", r"inbjudan",
)  # fmt: skip
_REFERENCE = re.compile(
    r"(?<![^\W\d_])(?:vid|från|till|efter|inför|sedan|på|under|enligt|med anledning av|i samband med|ersätter"
    r"|istället för|i stället för|i st f|jfr|jämför)\s(?:[\w:.-]+\s){0,5}?[\w-]*(?:möte|mötet|mötets|sammanträde|sammanträdet"
    r"|träff|träffen|konferens|konferensen|mötena|träffarna)\s+(?:den\s*|som hölls\s*(?:den)?\s*)?\Z",
    _FLAGS,
)
_INSTEAD = re.compile(r"(?<![^\W\d_])(?:ersätter|istället för|i stället för|i st\.? ?f\.?)\s*(?:\w+\s+){0,2}(?:den)?\s*\Z", _FLAGS)
_PAST = _words(
    r"hölls", r"ägde rum", r"har ägt", r"beslutade\w*", r"beslöt\w*", r"antogs", r"träffades", r"genomfördes",
    r"diskuterades", r"deltog", r"besökte", r"presenterades", r"behandlades", r"togs", r"fattade\w*", r"samlades",
    r"avhölls", r"arrangerades", r"anordnades", r"bjöd", r"inleddes", r"avslutades", r"förra", r"var", r"blev",
)  # fmt: skip
WELCOME = _words(r"välkom\w*", r"inbjud\w*", r"bjud\w*", r"kallas", r"nästa", r"kommande", r"ses", r"träffas", r"boka")

# After the date.
_AFTER_DEADLINE = _words(
    r"sista\s+\w*(?:dag|dagen|datum|anmäl\w*|svars\w*|ansök\w*)", r"är\s+sista", r"dead-?line\w*", r"stoppdatum",
    r"anmälan\s+(?:stänger|öppnar)", r"går ut", r"löper ut", r"träder i kraft", r"börjar gälla", r"upphör",
    r"senast (?:anmäla|svara)", r"skickas ut", r"publiceras", r"lämnas in", r"ska vara in\w*",
    r"\A\W*(?:är\s+)?(?:sista|senast)", r"börjar\s+\w*lov\w*", r"\A\W*(?:\w*lov|anmälan|anmälningsstopp|svarsdatum)\W*\Z",
    r"öppnar anmälan", r"stänger anmälan",
)  # fmt: skip
SIGN_UP = _words(r"anmäl\w*", r"osa", r"svara", r"senast", r"sista")

# Anywhere in the row.
CANCELLED = re.compile(
    r"(?<![^\W\d_])(?:inställ[dt]a?|inställes|ställs in|ställdes in|ställas in|ställts in|utgår|utgick|utgått"
    r"|blir inte av|blir ej av|avboka[dt]|avbokas|avlyst|avlyses|avlysts|struk(?:en|et)|upphävd|cancelled|canceled"
    r"|borttaget|genomförs inte|genomförs ej|annullera[dt])(?![^\W\d_])",
    _FLAGS,
)
_NOT = re.compile(r"(?<![^\W\d_])(?:ej|inte|icke)\s+\Z", _FLAGS)
TENTATIVE = _words(
    r"preliminär[ta]?", r"prel", r"ev", r"eventuellt?", r"eventuella", r"kanske", r"tentativt?", r"planeras",
    r"planerad[et]?s?", r"planerat", r"tbc", r"tbd", r"obekräfta[dt]", r"ej bekräftat?", r"inte bekräftat?",
    r"att bekräfta", r"bekräftas senare", r"förslag(?:svis)?", r"ej fastställ[dt]", r"ej klart", r"ej spikat", r"troligen",
    r"troligtvis", r"föreslaget", r"föreslås", r"med reservation", r"under förutsättning",
)  # fmt: skip
RESERVE = _words(r"reserv(?:datum|dag|tid|möte|tillfälle)?", r"reservdatumet", r"extradatum")
MOVED_TO = _words(
    r"(?:fram-?|bak-?|till)?flytta(?:t|d|s|des|ts)?\b[^.;]{0,30}?\btill", r"(?:upp)?skjut(?:s|na|en|et|its)\b[^.;]{0,20}?\btill",
    r"senarelag\w*\b[^.;]{0,20}?\btill", r"tidigarelag\w*\b[^.;]{0,20}?\btill", r"ändra(?:t|d|s|des)\b[^.;]{0,30}?\btill",
    r"byt(?:s|t|er|te|ts)\b[^.;]{0,30}?\btill", r"nytt datum(?: är| blir)?", r"ny dag(?: är| blir)?", r"nytt mötesdatum",
    r"ersätts (?:av|med)", r"ny tid(?: är| blir)?",
)  # fmt: skip
MOVED_FROM = _words(
    r"(?:fram-?)?flytta(?:t|d|s|des|ts)?\b[^.;]{0,20}?\bfrån", r"ändra(?:t|d|s|des)\b[^.;]{0,20}?\bfrån", r"tidigare", r"ersätter",
    r"i ?stället för", r"inte", r"ej", r"var", r"förut", r"i st f", r"istf", r"gamla datumet", r"skulle varit", r"från",
)  # fmt: skip
MOVED = _words(
    r"(?:fram|tillbaka)?flyttas?", r"flyttat", r"flyttad", r"flyttats", r"framflytta[dt]", r"uppskjut\w*", r"skjuts upp",
    r"skjuts fram", r"senarelag\w+", r"senareläggs", r"tidigarelag\w+", r"nytt datum", r"nytt mötesdatum", r"ombokat?", r"ombokas",
)  # fmt: skip
CHANGED = _words(
    r"ändra[dt]", r"ändras", r"ny (?:tid|lokal|plats)", r"ändring\w*", r"nytt klockslag", r"annan (?:tid|lokal|plats)",
    r"byte av (?:lokal|plats|tid|dag)",
)  # fmt: skip
ATTENTION = re.compile(r"(?<![^\W\d_])obs(?![^\W\d_])[!.:]*", _FLAGS)
OWN_WORDS = re.compile(
    r"(?<![^\W\d_])(?:[\w-]*(?:möte|mötet|mötena|träff|träffen|sammanträde|sammanträdet|konferensen?|dagen|workshopen?|seminariet?)"
    r"|är|blir|har|den|detta|det|denna|tyvärr|obs|nu|därmed|kommer|att|dock|helt|kl|tillfället|datumet|datum|tillfälle|ordinarie)"
    r"(?![^\W\d_])|\W",
    _FLAGS,
)
FORBIDDEN_CONTEXT = _words(
    r"footer", r"sidfot", r"phone", r"telefon", r"field", r"link", r"länk\w*", r"guideline\w*", r"riktlinj\w*", r"skrivregl\w*",
    r"fältet?", r"document", r"faktaruta",
)  # fmt: skip


_NO_MEETING = _words(r"(?:inget|ingen|inga|ej|inte|utan|möteslöst|mötesfritt|mötesfri)(?:\s+[\w-]*(?:möte|möten|träff|träffar|sammanträde))?\W*(?:den)?\W*\Z")
SERIES = _words(r"varje", r"varannan", r"var (?:tredje|fjärde)", r"udda", r"jämna", r"veckovis", r"månadsvis", r"med start")
WROTE = _words(r"skrev", r"wrote")
ARROW = re.compile(r"[\s,:]*(?:->|=>|→|blir(?: nu)?|är nu|byts mot)\s*(?:den)?\s*", _FLAGS)
LETTER_HEAD = re.compile(r"[A-ZÅÄÖ][a-zåäö]+,?\s+(?:den\s+)?\Z")


def not_meeting_before(clause: str) -> str:
    """Why a date after `clause` is no meeting, as the code of a refusal, or ''."""
    if _SET_TO.search(clause):
        return ""
    for code, pattern in (
        ("stamp", _STAMP), ("stamp", _STAMP_END), ("start", _START), ("deadline", _DEADLINE), ("period", _PERIOD),
        ("document", _DOCUMENT), ("reference", _INSTEAD),
    ):  # fmt: skip
        if pattern.search(clause):
            return code
    if _NO_MEETING.search(clause):
        return "no_meeting"
    if _BOUND.search(clause) and not re.search(r"(?<!\w)med start\s*(?:den)?\s*\Z", clause, _FLAGS):
        return "period"
    return ""


def refers(clause: str) -> bool:
    """Whether the words before a date point at another meeting: "inför mötet den ..."."""
    return bool(_REFERENCE.search(clause)) and not WELCOME.search(clause)


def tells_of_past(text: str) -> bool:
    return bool(_PAST.search(text))


def deadline_after(text: str) -> bool:
    """Whether the words after a date make it a last day: "31 januari är sista anmälningsdag"."""
    return bool(_AFTER_DEADLINE.search(text))


def maybe_document(text: str) -> bool:
    return bool(_MAYBE_DOCUMENT.search(text))


def cancellation(text: str) -> str:
    """'cancelled', 'partly_cancelled' (something else may be meant), 'not_cancelled' or ''."""
    found = CANCELLED.search(text)
    if found is None:
        return ""
    if _NOT.search(text[: found.start()]):
        return "not_cancelled"
    clause = re.split(r"[,;(.:!?\n\t-]", text[: found.start()])[-1]
    return "partly_cancelled" if OWN_WORDS.sub("", clause).strip() else "cancelled"
