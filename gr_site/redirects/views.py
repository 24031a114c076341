"""The last step of importing redirects. Wagtail's fails for a form that is sent a second time."""

from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.contrib.redirects.views import process_import


def import_redirects(request):
    """Wagtail's, with a message if the file is gone that was chosen in the step before: it is read once only."""
    try:
        return process_import(request)
    except FileNotFoundError:
        messages.error(request, _("Filen finns inte kvar, kanske för att den redan har importerats. Välj den igen."))
        return redirect("wagtailredirects:start_import")
