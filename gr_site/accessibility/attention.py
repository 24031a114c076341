"""The statement among what needs attention. It is about the whole site, so only GR's central editors see it."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from events.attention.concerns import Concern, Row
from networks.translation import of_source

from .models import AccessibilityStatementPage
from .panels import reminders


def _old_parts(user, today):
    """``[(statement, a sentence about what is out of date)]`` for the public statement in the source language."""
    public = of_source(AccessibilityStatementPage.objects.live())
    return [(statement, words) for statement in public for words in reminders(statement, today)]


def _row(found):
    statement, words = found
    return Row(statement.title, words, None, reverse("wagtailadmin_pages:edit", args=[statement.pk]))


@hooks.register("attention_concerns")
def statement_concern():
    return [
        Concern(
            "redogorelse",
            _("Tillgänglighetsredogörelsen behöver ses över"),
            _("Lagen kräver att redogörelsen stämmer. Öppna den och ändra det som är gammalt."),
            _old_parts,
            _row,
            ("attention_report", "visa=redogorelse"),
            central_only=True,
        )
    ]
