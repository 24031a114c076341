"""Cancels all coming meetings of events at once, which is what most people want who are about to delete them."""

from urllib.parse import urlencode

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request

from networks.bin.losses import Instead
from networks.translation import is_of_source

from ..amending.outcomes import lock_words
from ..amending.versions import PageLocked, change_public_and_draft
from ..models import EventPage
from ..models.choices import Status


class ReasonForm(forms.Form):
    reason = forms.CharField(max_length=300)


class EventsForm(ReasonForm):
    id = forms.ModelMultipleChoiceField(queryset=EventPage.objects.filter(live=True))


def offer_to_cancel(pages, user):
    """The hook ``instead_of_deleting``: for the published events among ``pages`` that have coming meetings and that
    ``user`` may change."""
    events = [page for page in pages if isinstance(page, EventPage) and page.live and is_of_source(page)]
    coming = {event.pk: len(_coming(event)) for event in events if event.permissions_for_user(user).can_edit()}
    chosen, number = [pk for pk, meetings in coming.items() if meetings], sum(coming.values())
    if number:
        words = ngettext(
            "%(n)d kommande möte visas som inställt på sidan, i kalendern och hos dem som prenumererar.",
            "%(n)d kommande möten visas som inställda på sidan, i kalendern och hos dem som prenumererar.",
            number,
        )
        address = reverse("cancel_coming", args=chosen) if len(pages) == 1 else _address_for(chosen)
        yield Instead(_("Ställ in"), address, words % {"n": number}, _("Anledning (visas för alla)"))


def _address_for(keys):
    return f"{reverse('cancel_coming_of_pages')}?{urlencode([('id', key) for key in keys])}"


@require_POST
def cancel_coming(request, pk):
    """Cancel the coming meetings of the event ``pk``. Raises PermissionDenied."""
    event = get_object_or_404(EventPage, pk=pk, live=True)
    form = ReasonForm(request.POST)
    if not _cancel_all(request, [event], form):
        return redirect("wagtailadmin_pages:delete", event.pk)
    return redirect("wagtailadmin_pages:edit", event.pk)


@require_POST
def cancel_coming_of_pages(request):
    """The same for the events with the keys ``id`` in the address, with one reason. Raises PermissionDenied."""
    data = request.POST.copy()
    data.setlist("id", request.GET.getlist("id"))
    form = EventsForm(data)
    form.is_valid()
    if "id" in form.errors:
        raise Http404
    if not _cancel_all(request, form.cleaned_data["id"], form):
        delete = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
        return redirect(f"{delete}?{request.META['QUERY_STRING']}")
    return redirect(get_valid_next_url_from_request(request) or "wagtailadmin_explore_root")


def _cancel_all(request, events, form):
    """Cancel what the form asks for and say what was done; False if it lacks the reason."""
    if not all(event.permissions_for_user(request.user).can_edit() for event in events):
        raise PermissionDenied
    if not form.is_valid():
        messages.error(request, _("Skriv varför mötena ställs in, så att de som ska komma förstår."))
        return False
    outcomes = []
    for event in events:
        try:
            outcomes.append(change_public_and_draft(event, _cancel(form.cleaned_data["reason"]), request.user))
        except PageLocked as error:
            words = {"title": event.get_admin_display_title(), "why": lock_words(error.lock, request.user)}
            messages.error(request, _("”%(title)s”: %(why)s") % words)
    if any(outcome.published for outcome in outcomes):
        messages.success(request, _("De kommande mötena är inställda."))
    if not all(outcome.published for outcome in outcomes):
        messages.success(request, _("Ändringen ligger i utkastet och väntar på granskning."))
    return True


def _cancel(reason):
    def change(page):
        for row in _coming(page):
            row.status, row.reason = Status.CANCELLED, reason
            page.occurrences.add(row)

    return change


def _coming(page):
    today = timezone.localdate()
    return [row for row in page.occurrences.all() if row.final_date >= today and not row.is_cancelled]
