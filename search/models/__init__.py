"""What search knows: one row for each public thing in each language, and the lists that editors own."""

from .document_text import DocumentText
from .findable import Findable, IndexState
from .missed import MissedQuery
from .synonyms import SynonymGroup

__all__ = ["DocumentText", "Findable", "IndexState", "MissedQuery", "SynonymGroup"]
