"""The models of search: a row for each public thing in each language, and the lists that editors own."""

from .document_text import DocumentText
from .findable import Findable, IndexState
from .missed import MissedQuery
from .synonyms import StarterGroup, SynonymGroup
from .unsent import IndexBuild, UnsentRow

__all__ = [
    "DocumentText",
    "Findable",
    "IndexBuild",
    "IndexState",
    "MissedQuery",
    "StarterGroup",
    "SynonymGroup",
    "UnsentRow",
]
