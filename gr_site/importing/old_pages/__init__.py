"""Reads a network page of an old site: text or saved HTML in, fields out. Pure: no Django, no files, no clock."""

from .errors import LegacyPageError, NotANetworkPage, UnreadablePage
from .identity import import_key, old_path
from .page import Contact, Field, LegacyPage, MeetingBlock, Member, Paragraph, Placement, Relation, Section, Statement
from .reading import read_html, read_page
from .sources import read_source

__all__ = [
    "Contact",
    "Field",
    "LegacyPage",
    "LegacyPageError",
    "MeetingBlock",
    "Member",
    "NotANetworkPage",
    "Paragraph",
    "Placement",
    "Relation",
    "Section",
    "Statement",
    "UnreadablePage",
    "import_key",
    "old_path",
    "read_html",
    "read_page",
    "read_source",
]
