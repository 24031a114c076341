"""Answers the edit form's script with a summary of each date and the remarks on it."""

from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.generic import View
from wagtail.models import Page

from networks.versions.seen import read_seen

from ..models import EventPage
from .review import FormReview
from .series import Series


class ReviewDatesView(View):
    """POST the form's fields to the event's key, or to the key of the page that a new event is created under.

    Stores nothing. Gives ``{"rows": {prefix: {"summary", "remarks"}}, "series": html}``.
    """

    http_method_names = ["post"]

    def post(self, request, pk):
        page = get_object_or_404(Page, pk=pk).specific
        permissions = page.permissions_for_user(request.user)
        is_event = isinstance(page, EventPage)
        if not (permissions.can_edit() if is_event else permissions.can_add_subpage()):
            raise PermissionDenied
        event = page.get_latest_revision_as_object() if is_event else EventPage()
        review = FormReview.of_data(request.POST, event, None if is_event else page)
        seen = read_seen(request.POST.get("seen"), page.pk)
        if seen and not seen.is_of(page.get_latest_revision()):
            review.series = Series(error=_("Någon annan har sparat sidan. Ladda om den för att se seriens datum."))
        remarks = review.remarks
        rows = {
            prefix: {"summary": found.summary, "remarks": remarks.get(prefix, [])}
            for prefix, found in review.readings.items()
        }
        series = render_to_string("events/admin/series_dates.html", {"series": review.series}, request)
        return JsonResponse({"rows": rows, "series": series})
