"""The frame of a page: what stands on every page of a site and belongs to none of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from .headings import Meaning, read_heading
from .lines import Line
from .organisations import names_organisation
from .patterns import any_of

_LINK = re.compile(
    any_of(r"""
    twitter|x|facebook|youtube|rss|prenumerera|linkedin|instagram|vimeo|flickr|podd|nyhetsbrev
    |följ oss(?: på)?.{0,40}
    |dela(?:\s(?:sidan|på))?.{0,40}|skriv ut.{0,40}|lyssna(?: på sidan)?|till toppen|upp(?:åt)?
    |tillbaka(?: till .{1,60})?
    |translate|other languages|in english|tipsa.{0,40}|om (?:webbplatsen|kakor|cookies|personuppgifter).{0,40}|kakor
    |cookies|tillgänglighets?redogörelse|behandling av personuppgifter|integritetspolicy|copyright.{0,60}|©.{0,80}
    |hjälpte (?:informationen|sidan).{0,40}|lämna synpunkter.{0,40}|logga in|inloggning.{0,60}|sök|meny|stäng
    |visa mer|ja|nej|webbkarta|startsidan?|hem|hoppa till .{1,40}|till innehållet|kontakta oss
    |göteborgs?regionens? kommunal\w*förbund
    """)
    + r"\W*",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?:gr|göteborgsregionen|\w+ kommunalförbund|boråsregionen|fyrbodal|skaraborg)\b.{0,60}"
    r"(?:\b(?:består av|samlar|är (?:en )?(?:samarbets|samverkans)?organisation\w*|är ett kommunalförbund|har)\b"
    r".{0,40}\b(?:\d+|fem|sex|sju|åtta|nio|tio|tretton|femton)\s+(?:\w+\s+)?(?:medlems)?kommuner\b"
    r"|främjar samarbete mellan kommunerna|storstadsregionens röst|samverkansorganisation för)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    any_of(r"""(?:besöks|post|faktura|leverans)adress\b.*|org(?:anisations)?\.?\s?(?:nr|nummer)\b.*|växel\b.*
    |telefon(?:växel)?:?\s*0.*|box \d.*|\d{3} \d{2} \w+
    |ansvarig utgivare\b.*|webb?(?:master|redaktör|ansvarig|redaktion)\b.*"""),
    re.IGNORECASE,
)
_SITE_NAME = re.compile(
    any_of(r"""göteborgsregionen(?: \(gr\))?|\w+ kommunalförbund|gr|boråsregionen(?:,? sjuhärads kommunalförbund)?
    |kommunal samverkan\W+regional styrka"""),
    re.IGNORECASE,
)
_BREADCRUMB = re.compile(
    r"du är här\b.*|(?:start|hem|startsida)?\s*[/>›»].*[/>›»].*|(?:start|hem)\s*[/>›»].*", re.IGNORECASE
)
_TOP = re.compile(
    any_of(r"""göteborgsregionens kommunalförbund|meny|sök|lyssna|hoppa till .*|till (?:sidans )?innehåll.*|\w+\.se
    |politik|politik och styrning|samverkan|verksamhet|organisation|start|hem
    |(?:foto(?:graf)?|bild|illustration)\s*:.{0,80}"""),
    re.IGNORECASE,
)
_TOOL = re.compile(
    r"(?:skriv ut|dela(?: sidan)?|lyssna|till toppen|inloggning .{0,60}|logga in.{0,60})\W*", re.IGNORECASE
)
_PICTURE = re.compile(
    any_of(r"""(?:porträtt(?:bild|foto)?|(?:profil)?bild|foto(?:grafi|graf)?|fotograf|illustration|ikon)(?:\s(?:av|på|för|föreställande|från|till)\s.+|\s?[:©].*)|(?:porträtt|bild|foto)\w*\s(?:saknas|kommer)
    |(?:ingen|saknar)\s(?:bild|foto)\w*|porträtt(?:bild|foto)?|profilbild|image of .+|photo:.*"""),
    re.IGNORECASE,
)
_LONGEST_PICTURE = 100
_POSTAL = re.compile(r"\b\d{3} ?\d{2}\s+[A-ZÅÄÖ][a-zåäöA-ZÅÄÖ]+")
_LONGEST_BLOCK = 12
#: The word above the title that says what sort of page it is.
KICKER = re.compile(
    r"(?P<network>nätverk|politiskt? organ|politisk styrgrupp|grupp)"
    r"|(?P<article>artikel|kunskapsartikel|projekt|tjänst|rapport|blogg|krönika)"
    r"|(?P<news>nyhet(?:er)?|pressmeddelande|press|aktuellt|notis)"
    r"|(?P<event>evenemang|event|kurs|utbildning|konferens|kalender|kalenderhändelse|webbinarium)",
    re.IGNORECASE,
)


def footer_start(lines: Sequence[Line]) -> int:
    """Index of the first line of the page's frame at its end; ``len(lines)`` when there is none.

    Walks upwards as long as lines are links of the frame or tell about the organisation as a whole, so that a
    "Göteborgsregionen (GR)" that ends a table of members stays with the members.
    """
    start = len(lines)
    while start > 1:
        block = start - 1 if _is_frame(lines, start - 1, start) else _address_block(lines, start)
        if block == start:
            break
        start = block
    return start


def _address_block(lines: Sequence[Line], end: int) -> int:
    """Index of the first line of the organisation's own address that ends before ``end``; ``end`` if there is none.

    A block that begins with a person is the person's card.
    """
    start = end - 1
    while start > 1 and not lines[start].after_blank and end - start < _LONGEST_BLOCK:
        start -= 1
    block = lines[start:end]
    first = block[0].text.split(",")[0] if block else ""
    below = takewhile(lambda line: not line.after_blank, lines[end : end + _LONGEST_BLOCK])
    postal = any(_POSTAL.search(line.text) for line in (*block, *below))
    return start if start > 0 and postal and not block[0].bullet and names_organisation(first) else end


def _is_frame(lines: Sequence[Line], index: int, start: int) -> bool:
    line = lines[index]
    if line.chrome or _LINK.fullmatch(line.text) or _ADDRESS.fullmatch(line.text):
        return not (_is_contact_heading(line) and start == len(lines))
    if len(line.text) > 30 and _ABOUT.match(line.text):
        return True
    follows = start < len(lines) and bool(_ABOUT.match(lines[start].text))
    return follows and bool(_SITE_NAME.fullmatch(line.text))


def _is_contact_heading(line: Line) -> bool:
    heading = read_heading(line)
    return heading is not None and heading.meaning is Meaning.CONTACT


def is_top_frame(line: Line) -> bool:
    """Site name, breadcrumb or tool link above the title."""
    return line.chrome or any(pattern.fullmatch(line.text) for pattern in (_TOP, _BREADCRUMB, _SITE_NAME))


def is_picture_text(line: Line) -> bool:
    """The text of a picture, copied along: "Porträtt av Asta Björkmo", "Bild saknas", "Foto: Asta Björkmo"."""
    return len(line.text) <= _LONGEST_PICTURE and bool(_PICTURE.fullmatch(line.text))


def is_frame_link(line: Line) -> bool:
    """A tool link in the middle of a page: "Skriv ut", "Dela sidan", the login of a group's rooms."""
    return line.chrome or bool(_TOOL.fullmatch(line.text))
