"""The words that headings of network pages are made of, and what they mean."""

from __future__ import annotations

import re
from enum import Enum

from .patterns import any_of, words


class Meaning(Enum):
    INTRODUCTION = "introduction"
    PURPOSE = "purpose"
    VISION = "vision"
    PRINCIPLES = "principles"
    MANDATE = "mandate"
    SECTION = "section"
    MEMBERS = "members"
    MUNICIPALITIES = "municipalities"
    PRESIDIUM = "presidium"
    CONTACT = "contact"
    MEETINGS = "meetings"
    DOCUMENTS = "documents"
    START = "start"
    UPDATED = "updated"
    AREA = "area"
    EARLIER_NAME = "earlier_name"
    STATUS = "status"


_SECTION = words(r"""
    \w*frekvens|mötesform(?:er|en)?|arbetsform(?:er|en|erna)?|arbetssätt(?:et)?|bakgrund(?:en)?|representation(?:en)?
    |kostnad(?:er|en|erna)?|finansiering(?:en)?|fokus\w*|\w*inriktning(?:ar|en|arna)?|prioriter\w*|aktiviteter
    |kommunikation(?:en)?|förankring(?:en)?|uppföljning(?:en)?|utvärdering(?:en)?|historik|målgrupp(?:er|en)?
    |avgränsning(?:ar)?|återrapportering(?:en)?|verksamhetsplan(?:en)?|handlingsplan|aktuellt
    |(?:under|fokus|arbets|del|tema)grupper(?:na)?|undernätverk|verksamhet(?:en)?|verksamhetsområden|ansvarsområden
    |specifika uppdrag|särskilda uppdrag|prioriterade \w+|pågående \w+|aktuella \w+|samverkan
""")
_DOCUMENTS = words(r"""
    \w*dokument(?:en|ation(?:en)?)?|\w*anteckning(?:ar|arna)?|\w*protokoll(?:en|et)?|\w*handlingar(?:na)?
    |\w*rapport(?:er|en|erna)?|\w*berättelse(?:r|n)?|dagordning(?:ar|en)?|kallelser?|presentation(?:er|erna)?
    |publikationer|material|bilag(?:a|or)|filer|länkar
""")
_MUNICIPALITIES = words(r"""
    medlemskommuner(?:na)?|medlemsorganisationer(?:na)?|kommuner som \w+|kommuner i \w+
    |(?:deltagande|medverkande|ingående|anslutna|samverkande) (?:kommuner(?:na)?|organisationer(?:na)?)
""")
_MEMBERS = words(r"""
    \w*deltagare(?:n|na)?|\w*deltagarlista|\w*ledamöter(?:na)?|ledamot|\w*medlem(?:mar|marna)?|medlemslista
    |\w*representanter(?:na)?|representant|\w*sammansättning(?:en)?|ersättare|suppleant(?:er|erna)?|adjungerade?
    |arbetsutskott(?:et)?|members|vilka (?:ingår|är med|deltar|sitter)
""")
_CONTACT = words(r"""
    kontakt|kontakta|kontakter|kontakt(?:person|uppgift|information|väg)\w*|har du frågor|frågor|sidansvarig
    |\w*samordnare|\w*processledare|\w*nätverksledare|\w*ansvarig|projektledare|sammankallande
""")
_MEETINGS = words(r"""
    \w*(?:mötes|sammanträdes|träff)(?:dag|tid|tillfäll|datum|schema|plan|kalender|lista|ordning)\w*|\w*möte(?:n|na|t)?
    |\w*träff(?:ar|arna|en)?|\w*sammanträde(?:n|na|t)?|kalendarium|\w*kalender|tidplan|sammankomster|meetings?
""")
_PURPOSE = words(r"""
    \w*syfte(?:t|n|na)?|uppdrag(?:et|en)?|\w*uppgift(?:en|er|erna)?|mål(?:et|en|sättning(?:en|ar|arna)?)?
    |ändamål(?:et)?|roll(?:en)?|verksamhetsidé(?:n)?|\w*uppdragsbeskrivning(?:en)?
""")
_INTRODUCTION = words(r"om \w*nätverk\w*|om \w*gruppen|om oss|beskrivning|introduktion|presentation")

#: (meaning, key words, how many other words the heading may have). Tried in order: "Mötesanteckningar" are documents
#: before "möte" is looked for, "Specifika uppdrag" a section before "uppdrag" is a purpose.
VOCABULARY: tuple[tuple[Meaning, re.Pattern[str], int], ...] = (
    (Meaning.EARLIER_NAME, words(r"tidigare (?:namn|benämning|kallad|kallat)"), 0),
    (
        Meaning.START,
        words(r"""startdatum|startår|start(?:ade[st]?|ats?)?|bilda(?:de)?[dst]?|grunda(?:de)?[dst]?|inrätta(?:de)?[dst]?
            |etablera(?:de)?[dst]?|instifta(?:de)?[dst]?|tillkomst(?:år)?|tillsatt(?:es)?|verksamt? sedan"""),
        1,
    ),
    (Meaning.STATUS, words("status"), 0),
    (Meaning.AREA, words(r"sakområden?|ämnesområden?|område|avdelning"), 0),
    (Meaning.SECTION, _SECTION, 4),
    (Meaning.DOCUMENTS, _DOCUMENTS, 3),
    (Meaning.MUNICIPALITIES, _MUNICIPALITIES, 3),
    (Meaning.MEMBERS, _MEMBERS, 3),
    (Meaning.CONTACT, _CONTACT, 1),
    (Meaning.PRESIDIUM, words(r"presidi(?:um|et)|\w*ordförande(?:n|skap|skapet)?|\w*sekreterare(?:n)?"), 0),
    (Meaning.MEETINGS, _MEETINGS, 4),
    (Meaning.VISION, words(r"vision(?:en|er)?|målbild(?:en)?"), 1),
    (Meaning.PRINCIPLES, words(r"\w*utgångspunkt(?:er|en|erna)?|värdegrund(?:en)?|bärande idéer"), 1),
    (Meaning.MANDATE, words(r"\w*mandat(?:et)?|organisation(?:en)?|organisering|befogenheter(?:na)?|ansvar"), 2),
    (Meaning.PURPOSE, _PURPOSE, 2),
    (Meaning.INTRODUCTION, _INTRODUCTION, 1),
)
#: Headings for dates whose words mean nothing of the kind on their own.
WHOLE_MEETINGS = re.compile(
    any_of("""datum|tider|tid och plats|datum och tid|datum och tider|årsplanering|årshjul
    |(?:när|så|så här|när och var|hur ofta|här) (?:träffas|möts|ses|sammanträder) (?:vi|nätverket|gruppen|rådet)""")
)
#: Words that a heading may have beside its key words.
_FILLERS = """
    och på i för av vid från till med gr grs s göteborgsregionen göteborgsregionens kommunalförbund under om den
    det vi oss er du din ditt dess hos är att ska skall eller samt kommande föregående nästa tidigare planerade
    preliminära preliminärt bestämda övriga ordinarie aktuella nuvarande våra vår vårt årets senaste senast sidan sida
    text allmänt kort gärna här nedan vilka ingår vem våren hösten vårens höstens vårterminen höstterminen vt ht
    läsåret år året alla samtliga följande bland annat vice andre förste första andra gemensamma gemensam e a
    datum tider tid plats har frågor ny nya namn lista tabell
"""
FILLERS = frozenset(_FILLERS.split())
