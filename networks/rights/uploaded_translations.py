"""A translation that comes back as a file, of which wagtail-localize expects more than that it can be read."""

from functools import wraps

from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request

_WHOSE = "X-WagtailLocalize-TranslationID"


def told_if_it_is_none(view):
    """Wrap the view that takes the file: one that does not say which translation it is of is refused in words."""

    @wraps(view)
    def guarded(request, **kwargs):
        try:
            return view(request, **kwargs)
        except KeyError as error:
            if error.args != (_WHOSE,):
                raise
            messages.error(
                request,
                _("Filen är ingen översättning av den här sidan. Ladda ner filen på nytt och skriv i den."),
            )
            return redirect(get_valid_next_url_from_request(request) or reverse("wagtailadmin_home"))

    return guarded
