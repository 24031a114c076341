"""Cancels all coming meetings of an event at once, which is what most people want who are about to delete it."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from networks.bin.losses import Instead
from networks.rights.access import may_edit

from ..amending.outcomes import lock_words
from ..amending.versions import PageLocked, change_public_and_draft
from ..models import EventPage
from ..models.choices import Status


class ReasonForm(forms.Form):
    reason = forms.CharField(max_length=300)


def offer_to_cancel(page, user):
    """The hook ``instead_of_deleting``: for a published event with coming meetings that ``user`` may change."""
    if isinstance(page, EventPage) and page.live and page.permissions_for_user(user).can_edit():
        number = len(_coming(page))
        if number:
            words = ngettext(
                "%(n)d kommande möte visas som inställt på sidan, i kalendern och hos dem som prenumererar.",
                "%(n)d kommande möten visas som inställda på sidan, i kalendern och hos dem som prenumererar.",
                number,
            )
            address = reverse("cancel_coming", args=[page.pk])
            yield Instead(_("Ställ in"), address, words % {"n": number}, _("Anledning (visas för alla)"))


@require_POST
def cancel_coming(request, pk):
    """Cancel the coming meetings of the event ``pk``. Raises PermissionDenied."""
    event = get_object_or_404(EventPage, pk=pk, live=True)
    if not may_edit(request.user, event):
        raise PermissionDenied
    form = ReasonForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Skriv varför mötena ställs in, så att de som ska komma förstår."))
        return redirect("wagtailadmin_pages:delete", event.pk)
    try:
        outcome = change_public_and_draft(event, _cancel(form.cleaned_data["reason"]), request.user)
    except PageLocked as error:
        messages.error(request, lock_words(error.lock, request.user))
    else:
        now = _("De kommande mötena är inställda.")
        waits = _("Ändringen ligger i utkastet och väntar på granskning.")
        messages.success(request, now if outcome.published else waits)
    return redirect("wagtailadmin_pages:edit", event.pk)


def _cancel(reason):
    def change(page):
        for row in _coming(page):
            row.status, row.reason = Status.CANCELLED, reason
            page.occurrences.add(row)

    return change


def _coming(page):
    today = timezone.localdate()
    return [row for row in page.occurrences.all() if row.final_date >= today and not row.is_cancelled]
