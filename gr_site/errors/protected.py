"""What cannot be deleted, because something else needs it."""

from django.contrib import messages
from django.db.models import ProtectedError, RestrictedError
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from ..policies.headers import ADMIN


class StaysWhileNeeded:
    """Says in the admin that a row could not be deleted. Wagtail asks its index of references before it deletes, and
    the index may not know yet of a row that the database does. Nothing has been deleted by then."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if not isinstance(exception, ProtectedError | RestrictedError) or not request.path.startswith(ADMIN):
            return None
        messages.error(request, _("Det gick inte att ta bort, eftersom det används på en annan plats."))
        return redirect(request.get_full_path())
