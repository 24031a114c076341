"""The two ways in which a page can fail to be read. Their messages are shown to editors."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .page import LegacyPage


class LegacyPageError(ValueError):
    """A page that cannot become a network page; ``str()`` says why, in Swedish."""


class UnreadablePage(LegacyPageError):
    """Empty, binary or far too large: there is no text to read."""


class NotANetworkPage(LegacyPageError):
    """Text, but of a news item, an article, an event or something else. ``page`` holds what was read all the same."""

    def __init__(self, reason: str, page: LegacyPage) -> None:
        super().__init__(reason)
        self.page = page
