"""Creates draft pages from an old network page that has been read: the network, its shared texts, its meetings."""

from .importing import Imported, ImportRefused, Reading, find_imported, import_page, prepare

__all__ = ["ImportRefused", "Imported", "Reading", "find_imported", "import_page", "prepare"]
