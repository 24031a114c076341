"""Words without a date: whether they say what a meeting is about, or may as well be the name of a place."""

import re

_SUBJECT = re.compile(
    r"[\w-]*(?:möten?|mötet|träff(?:en|ar)?|sammanträden?|sammanträdet|konferens(?:en|er)?|stämman?|dag(?:en|ar)?"
    r"|workshop(?:en|s)?|seminari(?:um|et|er)|webbinari(?:um|et|er)|kurs(?:en|er)?|resan?|besök(?:et)?|internat(?:et)?"
    r"|start(?:en)?|avslut(?:et)?|upptakt(?:en)?|kick-?off|lunch(?:en)?|fika|kaffe|frukost(?:en)?|middag(?:en)?|mingel"
    r"|samling|styrelsen?|presidi(?:um|et)|utskott(?:et)?|grupp(?:en|er|erna)?|råd(?:et)?|nämnd(?:en|er)?|nätverk(?:et)?"
    r"|team(?:et)?|kansliet|kommitt[eé]n?|fullmäktige|beredning(?:en)?|ledning(?:en)?|chefer(?:na)?|ordförande(?:n|na)?|personal(?:en)?"
    r"|budget(?:en)?|bokslut(?:et)?|frågor(?:na)?|frågan?|plan(?:en|er)?|(?<!stat)(?:tion|sion)(?:en|er|erna)?"
    r"|(?:ning|ring|ling|ting|ding|ing)(?:en|ar|arna)?|else[nr]?|elserna|het(?:en|er|erna)?|skap(?:en|et)?|ism(?:en)?"
    r"|arbete[nt]?|stöd(?:et)?|vård(?:en)?|omsorg(?:en)?|analys(?:en|er)?|rapport(?:en|er)?|strategin?|(?<!Å)mål(?:en|et)?"
    r"|projekt(?:et|en)?|val(?:et)?|dialog(?:en|er)?|samråd(?:et)?|program(?:met)?|tema|ekonomin?|statistik(?:en)?"
    r"|föredrag(?:et)?|anförande[nt]?|juridik(?:en)?|teknik(?:en)?|politik(?:en)?|trafik(?:en)?|energin?|klimat(?:et)?|miljön?|kultur(?:en)?|fritid(?:en)?"
    r"|hälsan?|lag(?:en|ar|arna)?|årshjul(?:et)?|remiss(?:en|er)?|yttranden?|beslut(?:en|et)?|kollegi(?:um|et)"
    r"|(?<![^\W\d_])(?:barn(?:en)?|unga)|elever(?:na)?|bostäder|avtal(?:et|en)?|delprov(?:en|et)?|prov(?:en|et)?|betyg(?:en)?)",
    re.IGNORECASE,
)
_NAME = re.compile(r"[A-ZÅÄÖ][a-zåäöéü’'-]{2,}(?:-[A-ZÅÄÖ][a-zåäöéü]+)?")
_NAMES = re.compile(r"[A-ZÅÄÖ][\w'’-]+(?:\s+[A-ZÅÄÖ][\w'’-]+){1,3}")
_DEFINITE = re.compile(r"[A-ZÅÄÖ][a-zåäö]{3,}(?:en|et|an)")
_MEETING_FIRST = re.compile(r"(?:(?:extra|[\w-]*möte|[\w-]*träff|heldag|halvdag|meddelas senare)\s+)+", re.IGNORECASE)


_TOWN = re.compile(r"(?-i:[A-ZÅÄÖ])[^\W\d_]+köping")  # Swedish towns whose names end as subjects do
_GROUP = re.compile(
    r"[\w-]*(?:styrelsen?|presidi(?:um|et)|utskott(?:et)?|grupp(?:en|er|erna)?|råd(?:et)?|nämnd(?:en)?|nätverk(?:et|en)?"
    r"|team(?:et)?|möten|träffar|sammanträden|datum|tider|dagar|middagar)(?!\w)|:\s*\Z|(?-i:\b[A-ZÅÄÖ]{2,4}\b)|\d"
    r"|\A[^\W\d_]+:\s|hälsning|mvh|välkom|våren|hösten|terminen|uppehåll|\w*lov(?!\w)|inställ|ställs in"
    r"|digital[at]?(?!\w)|fysisk[at]?(?!\w)|övriga",
    re.IGNORECASE,
)
_MOST_WORDS = 5


def names_subject(text: str) -> bool:
    """Whether a single word is what a meeting is about, or who meets: "Budget", "Uppföljning", "Styrgruppen"."""
    return bool(_SUBJECT.fullmatch(text)) and not _TOWN.fullmatch(text)


def heads_group(text: str) -> bool:
    """Whether a line of words is more likely the name of a group of meetings, or a greeting, than a subject."""
    return bool(_GROUP.search(text)) or len(text.split()) > _MOST_WORDS


def may_be_place(text: str) -> bool:
    """Whether words are a name that nobody knows: "Saga", "Villa Belparc", "Nätverksträff Fregatten"."""
    name = _MEETING_FIRST.sub("", text, count=1)
    return bool(_NAMES.fullmatch(name)) or (bool(_NAME.fullmatch(name)) and not names_subject(name))


def is_name(text: str) -> bool:
    """Whether words are one or two names that say nothing of what a meeting is about: "Fritsla", "Dals-Ed"."""
    words = text.split()
    return 0 < len(words) <= 2 and all(_NAME.fullmatch(word) and not names_subject(word) for word in words)


def sounds_like_place(text: str) -> bool:
    """Whether such a name is of a kind that houses and rooms have: "Fregatten", "Blå Stjärnan"."""
    name = _MEETING_FIRST.sub("", text, count=1)
    return bool(_NAMES.fullmatch(name)) or (bool(_DEFINITE.fullmatch(name)) and not names_subject(name))
