"""The admin's "Klistra in datum": paste, check, correct, and only then add."""

import re

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.models import Page

from networks.models import NetworkPage
from networks.publication.going_live import publish_draft
from networks.publication.whole import publication
from networks.rights.access import may_edit
from networks.rights.admin_pages import BelowEditForm
from networks.rights.held_saves import publication_faults

from ..models import EventPage
from .forms import MAX_OTHERS, RowFormSet, TargetForm, TextForm, with_wanted_rows, year_of_rows
from .preview_rows import add_rows, preview_rows, usual_values


class PasteDatesView(BelowEditForm, TemplateView):
    """Paste dates onto an event, or onto a network, where they go to an existing or a new event.

    Without scripts the view is three form steps. With scripts the preview follows the pasted text. Nothing is stored
    until "add", and a refused form comes back as it was typed.
    """

    template_name = "events/admin/paste.html"
    rows_template_name = "events/admin/paste_rows.html"
    header_icon = "clipboard-list"

    def dispatch(self, request, *args, **kwargs):
        permissions = self.page.permissions_for_user(request.user)
        allowed = permissions.can_edit() if self.is_event else permissions.can_add_subpage()
        if not allowed or not isinstance(self.page, EventPage | NetworkPage) or permissions.page_locked():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def page(self):
        return get_object_or_404(Page, pk=self.kwargs["pk"]).specific

    @property
    def is_event(self):
        return isinstance(self.page, EventPage)

    @cached_property
    def events(self):
        """The events to choose from: those below the network that the editor may change now."""
        found = EventPage.objects.child_of(self.page).order_by("title")
        return [event for event in found if may_edit(self.request.user, event)]

    def get(self, request, *args, **kwargs):
        return self.render_to_response(self.get_context_data(text_form=TextForm()))

    def post(self, request, *args, **kwargs):
        if request.POST.get("action") in {"draft", "publish"}:
            return self.add()
        text_form = TextForm(request.POST)
        context = {"text_form": text_form}
        if text_form.is_valid():
            rows, context["others"] = self.read(text_form.cleaned_data)
            context["rows"] = RowFormSet(initial=rows, prefix="rows")
        return self.show(context)

    def show(self, context):
        """The whole page, or only the preview if a script asked for it."""
        only_rows = self.request.headers.get("X-Requested-With") == "fetch"
        template = self.rows_template_name if only_rows else self.template_name
        return self.response_class(self.request, template, self.get_context_data(**context))

    def read(self, data):
        draft = self.page.get_latest_revision_as_object() if self.is_event else None
        return preview_rows(data["text"], data["heading"], timezone.localdate(), draft)

    def add(self):
        text_form = TextForm(self.request.POST)
        rows, target = self.posted_rows(text_form), self.target_form(self.request.POST)
        valid = all([rows.is_valid(), target is None or target.is_valid()])
        chosen = [row.cleaned_data for row in rows if row.cleaned_data.get("include")] if valid else []
        if chosen:
            return self.store(chosen, target)
        context = {"text_form": text_form, "rows": rows, "target_form": target, "nothing_chosen": valid}
        context["others"] = self.read(text_form.cleaned_data)[1] if text_form.is_valid() else []
        return self.render_to_response(self.get_context_data(**context))

    def posted_rows(self, text_form):
        """The rows as corrected. A date without a year is in the heading's, or in that of most other rows."""
        heading = text_form.cleaned_data["heading"] if text_form.is_valid() else ""
        context = f"{heading} {'' if re.search('20[0-9][0-9]', heading) else year_of_rows(self.request.POST)}"
        data = with_wanted_rows(self.request.POST)
        return RowFormSet(data, prefix="rows", form_kwargs={"context": context.strip()})

    @publication()
    def store(self, rows, target):
        event = self.event_for(rows, target)
        added = add_rows(event, rows)
        revision = event.save_revision(user=self.request.user, log_action=True)
        can_publish = event.permissions_for_user(self.request.user).can_publish()
        wanted = self.request.POST["action"] == "publish" and can_publish
        faults = publication_faults(event, self.request.user) if wanted else []
        later = publish_draft(revision, self.request.user) if wanted and not faults else None
        published = wanted and not faults and later is None
        words = _published(len(added)) if published else _in_draft(len(added), faults, later)
        tell = messages.warning if faults else messages.success
        tell(self.request, words, buttons=_buttons(event, published))
        return redirect("wagtailadmin_pages:edit", event.pk)

    def event_for(self, rows, target):
        """The latest draft of the event that the rows go to. A new event gets the rows' common times and place."""
        if self.is_event:
            return _latest_draft(self.page.pk)
        if target.cleaned_data["target"] != TargetForm.NEW:
            return _latest_draft(int(target.cleaned_data["target"]))
        event = EventPage(
            title=target.cleaned_data["title"], live=False, owner=self.request.user, **usual_values(rows)
        )
        return self.page.add_child(instance=event)

    def target_form(self, data=None):
        return None if self.is_event else TargetForm(data, events=self.events)

    def get_page_title(self):
        return _("Klistra in datum")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context.setdefault("target_form", self.target_form())
        context["page"] = self.page
        context["can_publish"] = self.page.permissions_for_user(self.request.user).can_publish()
        context["usual"] = self.page if self.is_event else None
        others = context.get("others", [])
        context["counts"] = _counts(context.get("rows"), others)
        context["others"], context["more_others"] = others[:MAX_OTHERS], len(others[MAX_OTHERS:])
        return context


def _latest_draft(pk):
    """The current draft, locked until the transaction ends."""
    return EventPage.objects.select_for_update().get(pk=pk).get_latest_revision_as_object()


def _counts(rows, others):
    verdicts = [row.shown_verdict for row in rows] if rows else []
    return {verdict: verdicts.count(verdict) for verdict in ("ok", "warning", "refused")} | {"other": len(others)}


def _published(number):
    return ngettext("Ett möte är publicerat.", "%(number)d möten är publicerade.", number) % {"number": number}


def _in_draft(number, faults, later):
    """The result in words, and what is next. ``faults``: why she may not publish the draft."""
    added = ngettext("Ett möte ligger i utkastet.", "%(number)d möten ligger i utkastet.", number) % {"number": number}
    return " ".join([added, *(faults or [_when(later) if later else _("Publicera sidan när du är klar.")])])


def _when(later):
    local = timezone.localtime(later)
    day, clock = date_format(local, "j F Y"), date_format(local, "H.i")
    return _("Det publiceras %(day)s kl. %(clock)s.") % {"day": day, "clock": clock}


def _buttons(event, published):
    return [messages.button(event.get_url(), _("Visa sidan"))] if published and event.get_url() else []
