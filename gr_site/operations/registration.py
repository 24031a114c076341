"""Adds the report on letters to the admin."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from networks.models import Letter
from networks.rights.administrators import AdministratorsMenuItem

from . import setback_notes  # noqa: F401 - registers the notes
from .letters_report import LettersReport


@hooks.register("register_admin_urls")
def letters_urls():
    return [
        path("rapporter/utskick/", LettersReport.as_view(), name="letters_report"),
        path("rapporter/utskick/resultat/", LettersReport.as_view(results_only=True), name="letters_report_results"),
    ]


@hooks.register("register_reports_menu_item")
def letters_menu_item():
    address = reverse("letters_report")
    return AdministratorsMenuItem(_("Utskick"), address, model=Letter, name="letters", icon_name="mail", order=800)
