"""The pages that hold the site together, and the settings that editors make once for all pages."""

from ..access_log.event import AccessEvent
from ..accessibility.models import AccessibilityStatementPage
from ..accessibility.shortcomings import Shortcoming
from ..glossary.models import GlossaryPage
from ..policies.models import Refusal
from ..signing_in.models import Attempts
from ..upkeep.models import Chore, Setback
from .footer import SiteFooter
from .pages import HomePage, StandardPage

__all__ = [
    "AccessEvent",
    "AccessibilityStatementPage",
    "Attempts",
    "Chore",
    "GlossaryPage",
    "HomePage",
    "Refusal",
    "Setback",
    "Shortcoming",
    "SiteFooter",
    "StandardPage",
]
