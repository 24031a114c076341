"""The admin's "Ställ in", "Flytta", "Byt plats" and "Bekräfta" for one meeting."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request

from networks.rights.admin_pages import BelowEditForm

from ..models import Occurrence
from ..models.choices import Status
from ..remarks.others import new_remarks
from .actions import CANCEL, CONFIRM, MOVE, PLACE, REINSTATE
from .applying import ChangedMeanwhile, amend
from .forms import CancelForm, ConfirmForm, MoveForm, PlaceForm
from .outcomes import done_words, lock_words, refusal, review_words
from .versions import PageLocked


class AmendView(BelowEditForm, FormView):
    """A small form for one published meeting. Stores nothing until it is sent, and keeps what was typed."""

    template_name = "events/admin/amend.html"
    action = None

    @cached_property
    def row(self):
        return self.find()

    def find(self):
        """The published meeting. 404 for a key that the source language does not have."""
        rows = Occurrence.objects.of_source()
        row = rows.select_related("page").filter(translation_key=self.kwargs["key"]).first()
        if row is None:
            raise Http404
        return row

    @property
    def page(self):
        return self.row.page

    def dispatch(self, request, *args, **kwargs):
        if not self.page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        if words := refusal(self.page, request.user):
            messages.error(request, words)
            return redirect(self.get_success_url())
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"row": self.row}

    def form_valid(self, form):
        """Store the change, unless it brings something to think of that the editor has not read yet."""
        remarks = new_remarks(self.row, form.values)
        if not form.note(remarks):
            return self.render_to_response(self.get_context_data(form=form, remarks=remarks))
        return self.change(form)

    def change(self, form):
        try:
            outcome = amend(self.row, form.cleaned_data["seen"], form.values, self.request.user)
        except ChangedMeanwhile:
            return self.changed_meanwhile()
        except PageLocked as locked:
            form.add_error(None, lock_words(locked.lock, self.request.user))
            return self.form_invalid(form)
        except ValidationError as error:
            form.add_error(None, _("Sidan går inte att publicera: %(why)s") % {"why": " ".join(error.messages)})
            return self.form_invalid(form)
        self.row = self.find()
        level, words = done_words(self.action, self.row, outcome)
        level(self.request, words, buttons=self.buttons(outcome))
        return super().form_valid(form)

    def changed_meanwhile(self):
        """Show the form with what was typed, for the meeting as it is now."""
        self.row = self.find()
        form = self.get_form()
        form.see_again()
        form.add_error(
            None,
            _("Någon annan har ändrat mötet sedan du öppnade formuläret. Se hur det är nu och skicka sedan igen."),
        )
        return self.form_invalid(form)

    def buttons(self, outcome):
        if outcome.published:
            return [messages.button(self.row.get_absolute_url(), _("Visa mötet"))]
        return [messages.button(reverse("wagtailadmin_pages:edit", args=[self.page.pk]), _("Öppna utkastet"))]

    def get_success_url(self):
        return get_valid_next_url_from_request(self.request) or reverse("wagtailadmin_pages:edit", args=[self.page.pk])

    def get_page_title(self):
        return str(self.action.heading)

    @property
    def header_icon(self):
        return self.action.icon

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["row"], context["network"] = self.row, self.page.network
        context["next_url"] = get_valid_next_url_from_request(self.request)
        context["back_url"] = self.get_success_url()
        context["review"] = review_words(self.page, self.request.user)
        context["submit_label"] = self.action.heading
        return context


class CancelMeetingView(AmendView):
    action, form_class = CANCEL, CancelForm


class MoveMeetingView(AmendView):
    action, form_class = MOVE, MoveForm


class ChangeMeetingPlaceView(AmendView):
    action, form_class = PLACE, PlaceForm


class ConfirmMeetingView(AmendView):
    form_class = ConfirmForm

    @property
    def action(self):
        return REINSTATE if self.row.status == Status.CANCELLED else CONFIRM


VIEWS = {
    CANCEL: CancelMeetingView,
    MOVE: MoveMeetingView,
    PLACE: ChangeMeetingPlaceView,
    CONFIRM: ConfirmMeetingView,
}
