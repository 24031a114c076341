"""The pages that hold the site together, and the settings that editors make once for all pages."""

from ..accessibility.models import AccessibilityStatementPage
from ..accessibility.shortcomings import Shortcoming
from ..glossary.models import GlossaryPage
from .footer import SiteFooter
from .pages import HomePage, StandardPage

__all__ = ["AccessibilityStatementPage", "GlossaryPage", "HomePage", "Shortcoming", "SiteFooter", "StandardPage"]
