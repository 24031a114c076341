"""The models of a network: its page, the rows on it and the texts it shares with others."""

from ..outbox.letter import Letter
from .areas import Area
from .bin import BinnedItem, BinnedRow, Disposal
from .consent import Consent
from .documents import DocumentAccessibility
from .editors import NetworkEditors
from .index import NetworkIndexPage
from .network import NetworkPage
from .organisations import Organisation
from .parts import EarlierName, NetworkContact, NetworkDocument, NetworkMember, NetworkRelation, NetworkStatement
from .statements import SharedStatement
from .terms import Term

__all__ = [
    "Area",
    "BinnedItem",
    "BinnedRow",
    "Consent",
    "Disposal",
    "DocumentAccessibility",
    "EarlierName",
    "Letter",
    "NetworkContact",
    "NetworkDocument",
    "NetworkEditors",
    "NetworkIndexPage",
    "NetworkMember",
    "NetworkPage",
    "NetworkRelation",
    "NetworkStatement",
    "Organisation",
    "SharedStatement",
    "Term",
]
