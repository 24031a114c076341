"""Words around a date that make it something else than a meeting: a deadline, a stamp, a period, a document."""

import re

_FLAGS = re.IGNORECASE


# "Anställningsgruppen", "Remissmöte": a word that ends so names those who meet, or a meeting, whatever it begins with.
NOT_A_BODY = (
    r"(?!\w*(?:grupp(?:en)?|råd(?:et)?|nätverk(?:et)?|nämnd(?:en)?|utskott(?:et)?|styrelsen?|beredning(?:en)?|team(?:et)?"
    r"|kommittén?|forum(?:et)?|kollegi(?:et|um)|möte[nt]?|träff(?:en|ar)?|workshop(?:en)?|seminari(?:et|um)"
    r"|konferens(?:en)?|dialog(?:en)?)s?(?![^\W\d_]))"
)


def whole_words(*alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_]){NOT_A_BODY}(?:{'|'.join(alternatives)})(?![^\W\d_])", _FLAGS)


# Before the date, in the same clause.
_DEADLINE = whole_words(
    r"senast", r"senaste dag\w*", r"rsvp", r"register by", r"last day", r"dead-?line\w*",
    r"(?<!det )(?<!den )sista(?!\s+\w*(?:möte|träff|sammanträde))",
    r"sista\s+\w*(?:dag|datum|svar|anmäl)\w*", r"anmäl\w*", r"osa", r"o\.s\.a",
    r"svar", r"svara", r"svars\w+", r"stopp\w+",
    r"inlämn\w*", r"lämnas? in", r"skicka\w*", r"sent", r"utskick\w*", r"handlingar\w*", r"manusstopp", r"remiss\w*",
    r"yttrande\w*", r"avanmäl\w*", r"avbok(?:a|as|ning|ningar)", r"betal\w*", r"ansök\w*", r"material", r"underlag\w*",
    r"beslut\w* (?:i|av|om|tas|fattas)", r"beslutas",
    r"tillhanda", r"ska(?:ll)? (?:finnas|lämnas|ha (?:in)?kommit|vara (?:hos|inne|klara?t?|in(?:lämna|skicka)\w*))",
    r"bokning\w*", r"tävling\w*", r"bidrag", r"sök", r"söks", r"kallelse\w* skickas",
)  # fmt: skip
_STAMP = whole_words(
    r"uppdater\w*", r"publicer\w*", r"skapad\w*", r"granska[dt]\w*", r"revider\w*", r"utskriven", r"utskrift\w*",
    r"hämtad\w*", r"upprättad\w*", r"daterad\w*", r"diarief\w*", r"fastställ[dt]\w*", r"antagen", r"antaget",
    r"beslutad\w*", r"justera\w*", r"anslag\w*", r"anslås", r"tas ned", r"arkivera\w*",
    r"inkom(?:men|met|na|mer)?", r"signera\w*", r"redigera\w*", r"skickat", r"mottaget", r"received",
    r"(?:sidan|senast|innehållet) ändra[dt]\w*", r"version",
)  # fmt: skip
_STAMP_END = re.compile(r"(?<![^\W\d_])(?:ändrad|ändrat|ändrades|skriven|skapat)[\s:]*\Z", _FLAGS)
_START = whole_words(
    r"startdatum", r"start-?dag", r"startade\w*", r"startar", r"bildades", r"bildad", r"grundad\w*", r"instifta\w*",
    r"inrätta\w*", r"tillträd\w*", r"anställ\w*", r"gäller", r"gällande", r"gällt", r"träder", r"trädde", r"upphör\w*",
    r"\w*(?<!arbets)(?<!lärar)(?<!elev)(?<!program)(?<!ämnes)(?<!bo)(?<!förs)(?<!ans)(?<!under)"
    r"lag(?:en|ar|arna|ändring\w*|stiftning\w*)", r"\w*förordning\w*", r"\w*reform(?:en|er)?", r"ikraftträd\w*",
    r"slutdatum", r"avsluta\w*", r"född", r"invig\w*", r"funnits", r"verksam(?:ma|t)?", r"började", r"införs",
    r"infördes",
    r"(?<!och )sedan", r"mandat\w*", r"vald", r"valda", r"valdes", r"utsågs", r"utsedd\w*",
)  # fmt: skip
_BEGINS = re.compile(r"(?<!\w)(?:vi|gruppen|nätverket|kursen|utbildningen)\s+startar\s+(?:den\s+)?\Z", _FLAGS)
_PERIOD = whole_words(
    r"\w*period(?:en|er|erna)?", r"under tiden", r"fönst\w+", r"\w*lov(?:et)?", r"semester\w*",
    r"\w*ledig\w*", r"frånvaro\w*", r"out of (?:the )?office", r"uppehåll\w*",
    r"stängt?", r"öppettid\w*", r"söktid\w*", r"remisstid\w*", r"svarstid\w*", r"giltig\w*",
    r"\w*termin(?:en)?\s+(?:börjar|startar|slutar)", r"skolstart", r"terminsstart", r"skolavslutning\w*",
    r"skolstarten",
    r"kampanj\w*", r"läsårstid\w*", r"terminstid\w*", r"öppnar", r"stänger", r"ansökningstid\w*",
    r"rekrytera[rs]?", r"rekrytering(?:en)?",
)  # fmt: skip
_MEETING_DATE = re.compile(
    r"(?:mötes|sammanträdes|träff|träffs|konferens|kurs|utbildnings|nätverks|reserv|extra)datum\W*(?:den)?\W*\Z",
    _FLAGS,
)
# Back from leave: "välkommen åter måndag", "åter på kontoret", "öppnar igen"
_BACK = re.compile(
    r"(?<![^\W\d_])(?:välkom\w*\s+(?:åter|tillbaka)|(?:är|jag|vi är|och är|börjar|jobbar)\s+(?:åter|tillbaka)"
    r"|\A\W*(?:åter|tillbaka)|(?:åter|tillbaka)\s+(?:på|i|hos)\s+(?:\w+\s+)?(?:kontoret|tjänst|arbetet|arbete|jobbet|jobb)"
    r"|öppnar?\s+igen|(?:return|back|returning)(?:\s+(?:in|at|to|on))?(?:\s+(?:the|my))?(?:\s+(?:office|work|duty))?)"
    r"\W*(?:igen\s+)?(?:(?:den|on)\s*)?\Z",
    _FLAGS,
)
# What was done on a day that is named after its verb: "bordlades den", "väcktes vid mötet den"
_DONE = re.compile(
    r"(?<![^\W\d_])(?!träffades|flytta|ställdes|ändrades|skjut|senare|tidigare|byttes)[^\W\d_]{3,}(?:ades|tes|ddes|ldes|rdes|gdes)"
    r"\s+(?:(?:vid|på|i|under)\s+(?:\w+\s+){1,3})?(?:den\s*)?\Z",
    _FLAGS,
)
_BOUND = re.compile(
    r"(?<![^\W\d_])(?:före|innan|efter|tidigast|fram till|tills|t\.?o\.?m\.?|till och med|fr\.?o\.?m\.?|från och med"
    r"|från|from|fr o m|t o m|sedan|per|mellan|till|inom|utom)\s*(?:den|och)?\s*\Z",
    _FLAGS,
)
_SET_TO = whole_words(
    r"(?:planer\w+|satt|satta|flytta\w*|fram-?flytta\w*|ändra\w*|bestäm\w*|boka\w*|lagd|lagt|förlagd|förlagt|föresl\w*"
    r"|senarelag\w*|tidigarelag\w*|skjut\w*(?: \w+)?|uppskjut\w*|kallas|bytt?|byter(?: datum)?|inbjud\w*|bjud\w*"
    r"|välkom\w*|preliminär\w*)\s+till\s*(?:den)?",
)
_DOCUMENT = whole_words(
    r"\w*protokoll\w*", r"\w*anteckning\w*", r"verksamhetsberättelse\w*", r"årsredovisning\w*", r"reglemente\w*",
    r"pressmeddelande\w*", r"nyhetsbrev\w*", r"faktura\w*", r"pdf", r"handlingsplan\w*", r"avtal\w*", r"policy",
    r"styrdokument\w*", r"bildspel\w*", r"inspelning\w*", r"minnes(?:anteckning|not|bild)\w*", r"årsrapport\w*",
    r"verksamhetsplan\w*", r"delårs\w*",
)  # fmt: skip
_MAYBE_DOCUMENT = whole_words(
    r"dagordning\w*", r"föredragningslist\w*", r"rapport\w*", r"beslut", r"beslutet", r"bilag\w+",
    r"presentation\w*", r"kallelse\w*", r"dokument\w*", r"nyhet\w*", r"powerpoint", r"program(?:met)?",
)  # fmt: skip
_REFERENCE = re.compile(
    r"(?<![^\W\d_])(?:av|om|vid|från|till|efter|inför|sedan|på|under|enligt|med anledning av|i samband med|ersätter"
    r"|istället för|i stället för|i st f|jfr|jämför)\s(?:[\w:.-]+\s){0,5}?[\w-]*(?:möte|mötet|mötets"
    r"|sammanträde|sammanträdet"
    r"|träff|träffen|konferens|konferensen|mötena|träffarna)\s+(?:den\s*|som hölls\s*(?:den)?\s*)?\Z",
    _FLAGS,
)
_BESIDE = re.compile(
    r"(?<![^\W\d_])(?:av|om|inför|till|efter|enligt)\s(?:[\w:.-]+\s){0,3}?[\w-]*(?:beslutet|styrelsen|nämnden|fullmäktige"
    r"|rapporten|avtalet|skrivelsen|valet|seminariet|workshopen)\s+(?:den\s+)?\Z",
    _FLAGS,
)
_INSTEAD = re.compile(
    r"(?<![^\W\d_])(?:ersätter|istället för|i stället för|i st\.? ?f\.?)\s*(?:\w+\s+){0,2}(?:den)?\s*\Z", _FLAGS
)
_PAST = whole_words(
    r"hölls", r"ägde rum", r"har ägt", r"beslutade\w*", r"beslöt\w*", r"antogs", r"träffades", r"genomfördes",
    r"diskuterades", r"deltog", r"besökte", r"presenterades", r"behandlades", r"togs", r"fattade\w*", r"samlades",
    r"avhölls", r"arrangerades", r"anordnades", r"bjöd", r"inleddes", r"avslutades", r"förra", r"blev",
    r"var(?!\s+(?:planera\w*|tänk\w*|boka\w*|inboka\w*|satt|bestäm\w*|utlys\w*))",
)  # fmt: skip
WELCOME = whole_words(
    r"välkom\w*", r"inbjud\w*", r"bjud\w*", r"kallas", r"nästa", r"kommande", r"ses", r"träffas", r"boka"
)

# After the date.
_AFTER_DEADLINE = whole_words(
    r"sista\s+\w*(?:dag|dagen|datum|anmäl\w*|svars\w*|ansök\w*)", r"är\s+sista", r"dead-?line\w*", r"stoppdatum",
    r"anmälan\s+(?:stänger|öppnar)", r"går ut", r"löper ut", r"träder i kraft", r"börjar gälla", r"upphör",
    r"senast (?:anmäla|svara)", r"\A\W*(?:skickas|publiceras|lämnas)", r"ska vara in\w*",
    r"\A\W*(?:är\s+)?(?:sista|senast)", r"börjar\s+\w*lov\w*",
    r"\A\W*(?:\w*lov|anmälan|anmälningsstopp|svarsdatum)\W*\Z",
    r"öppnar anmälan", r"stänger anmälan",
)  # fmt: skip
_DOCUMENT_LINK = re.compile(
    r"[\s(]*(?:(?:\w*protokoll|\w*anteckningar|dagordning|kallelse|handlingar|föredragningslista|bilagor?"
    r"|nyhet|pressmeddelande"
    r"|dokument|rapport|presentation|och|samt|pdf|word|\d+ ?kb|\d+(?:[.,]\d+)? ?mb)[\s(),.:;/&|]*)+",
    _FLAGS,
)
OTHER_TIME = re.compile(
    rf"(?<![^\W\d_]){NOT_A_BODY}(?:lunch|kaffe|fika|frukost|middag(?!ar)|mingel|paus|samling|buss|tåg|avresa|avgång|incheck|registrering"
    r"|för-?möte|förträff|anmäl|senast|osa|insläpp|dörrarna|sista|coffee|dinner|breakfast|sign.?up)",
    _FLAGS,
)
SIGN_UP = whole_words(r"anmäl\w*", r"osa", r"svara", r"senast", r"sista")

FORBIDDEN_CONTEXT = whole_words(
    r"footer", r"sidfot", r"phone", r"telefon", r"field", r"link", r"länk\w*", r"guideline\w*", r"riktlinj\w*",
    r"skrivregl\w*",
    r"fältet?", r"document", r"faktaruta",
)  # fmt: skip


_NO_MEETING = whole_words(
    r"(?:inget|ingen|inga|ej|inte|utan|förutom|undantaget|undantag|exklusive|exkl\.?|möteslöst|mötesfritt|mötesfri)(?:\s+[\w-]*(?:möte|möten|träff"
    r"|träffar|sammanträde))?\W*(?:den)?\W*\Z"
)
# An end whose start is missing.
SENTENCE_EDGE = re.compile(r"(?:(?<=[\w)\n])|\A)[.!?]\s+(?=[A-ZÅÄÖ])")
_END_ALONE = re.compile(r"\A\W*(?:slut(?:ar|tid)?|ends?|till|to)\s*:\s*(?:den)?\s*\Z", _FLAGS)
WROTE = whole_words(r"skrev", r"wrote")
LETTER_HEAD = re.compile(r"[A-ZÅÄÖ][a-zåäö]+,?\s+(?:den\s+)?\Z")


def not_meeting_before(clause: str) -> str:
    """Why a date after `clause` is no meeting, as the code of a refusal, or ''."""
    if _SET_TO.search(clause):
        return ""
    for code, pattern in (
        ("stamp", _STAMP), ("stamp", _STAMP_END), ("start", _START), ("deadline", _DEADLINE), ("period", _PERIOD),
        ("period", _BACK), ("document", _DOCUMENT), ("reference", _INSTEAD), ("past_event", _DONE),
    ):  # fmt: skip
        if pattern.search(clause):
            return code
    if re.search(r"[^\W\d_]{4,}datum\W*(?:den)?\W*\Z", clause, _FLAGS) and not _MEETING_DATE.search(clause):
        return "other_kind"
    if _END_ALONE.search(clause):
        return "other_kind"
    if _NO_MEETING.search(clause):
        return "no_meeting"
    if _BOUND.search(clause) and not re.search(r"(?<!\w)(?:med start|och sedan)\s*(?:den)?\s*\Z", clause, _FLAGS):
        return "period"
    return ""


def begins_then(clause: str) -> bool:
    """Whether those who meet begin on the date after `clause`: "Vi startar onsdag"."""
    return bool(_BEGINS.search(clause)) and not _PERIOD.search(clause)


def cue_at(clause: str) -> int:
    """Where the first word begins that makes the date after `clause` a deadline or a stamp; 0 if no such word does."""
    return min((found.start() for pattern in (_DEADLINE, _STAMP) if (found := pattern.search(clause))), default=0)


def refers(clause: str) -> bool:
    """Whether the words before a date point at another meeting: "inför mötet den ..."."""
    return bool(_REFERENCE.search(clause)) and not WELCOME.search(clause)


def refers_beside(clause: str) -> bool:
    """Whether the words between a meeting's date and another point at something else on that other day."""
    return bool(_BESIDE.search(clause))


def last_sentence(text: str) -> str:
    """What follows the last full stop before a capital: "Mötet avslutades. Nästa möte är" gives "Nästa möte är"."""
    return SENTENCE_EDGE.split(text)[-1]


def tells_of_past(text: str) -> bool:
    return bool(_PAST.search(text))


def deadline_after(text: str) -> bool:
    """Whether the words after a date make it a last day: "31 januari är sista anmälningsdag"."""
    return bool(_AFTER_DEADLINE.search(text))


def maybe_document(text: str) -> bool:
    return bool(_MAYBE_DOCUMENT.search(text))


def only_documents(text: str) -> bool:
    """Whether the words after a date are nothing but names of documents: "Protokoll (pdf)"."""
    return bool(_DOCUMENT_LINK.fullmatch(text)) and bool(re.search(r"[^\W\d_]{3}", re.sub(r"och|samt", "", text)))
