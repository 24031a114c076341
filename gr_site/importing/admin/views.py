"""The admin's "Importera sida": give the page, check what was read, and create the draft."""

from dataclasses import replace

from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.models import Locale

from networks.rights.admin_pages import AdminPage

from ..storing import ImportRefused, find_imported, import_page, prepare
from .access import may_import, may_update
from .forms import SourceForm
from .meetings import MeetingRows
from .preview import Preview, to_look_at


class ImportPageView(AdminPage):
    """Two form steps that need no script. The form itself carries the page from step to step.

    ``action`` is "preview" (read the page), "edit" (back to the first step), "draft" (create a new page) or "update"
    (replace the drafts of one that was imported before). Only the last two store anything.
    """

    template_name = "gr_site/importing/page.html"
    preview_template_name = "gr_site/importing/preview.html"
    page_title = gettext_lazy("Importera sida")
    header_icon = "upload"
    reading = None

    def dispatch(self, request, *args, **kwargs):
        if not may_import(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, *args, **kwargs):
        return self.ask(SourceForm())

    def post(self, request, *args, **kwargs):
        if self.action == "edit":
            return self.ask(SourceForm(initial=request.POST.dict()))
        form = SourceForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.ask(form)
        self.reading = prepare(
            form.cleaned_data["page"], today=timezone.localdate(), with_names=form.cleaned_data["with_names"]
        )
        rows = MeetingRows(self.reading.groups, request.POST if self.writes else None)
        if self.writes and rows.is_valid() and self.may_write():
            return self.write(form, rows)
        return self.preview(form, rows)

    @property
    def action(self):
        return self.request.POST.get("action", "")

    @property
    def writes(self):
        return self.action in {"draft", "update"}

    @cached_property
    def stored(self):
        """The page that an earlier import of the same page created; None if there is none."""
        return find_imported(self.reading.page)

    @cached_property
    def may_update(self):
        return self.stored is not None and may_update(self.request.user, self.stored)

    def may_write(self):
        """Whether to write: an already imported page is only replaced on request, by users with the right to."""
        return self.stored is None or (self.action == "update" and self.may_update)

    def write(self, form, rows):
        chosen = replace(self.reading, groups=rows.chosen())
        try:
            imported = import_page(chosen, update=self.action == "update", user=self.request.user)
        except (ImportRefused, ValidationError) as error:
            return self.preview(form, rows, refusal=" ".join(getattr(error, "messages", [str(error)])))
        self.tell(imported)
        return redirect("wagtailadmin_pages:edit", imported.network.pk)

    def tell(self, imported):
        buttons = [
            messages.button(reverse("wagtailadmin_pages:edit", args=[event.pk]), event.title)
            for event in imported.events
        ]
        messages.success(self.request, _success(imported), buttons=buttons)
        if remaining := list(to_look_at(imported)):
            messages.warning(self.request, " ".join([_("Innan du publicerar:"), *remaining]))

    def ask(self, form):
        return self.render_to_response(self.get_context_data(form=form))

    def preview(self, form, rows, refusal=""):
        original = form.cleaned_data["page"]
        context = self.get_context_data(
            form=form,
            rows=rows,
            refusal=refusal,
            preview=Preview(self.reading, original=original, locale=Locale.get_default(), stored=self.stored),
            stored=self.stored,
            may_update=self.may_update,
        )
        return self.response_class(self.request, self.preview_template_name, context)

    def get_page_subtitle(self):
        return self.reading.page.title if self.reading else ""


def _success(imported):
    template = _("Utkastet ”%(title)s” är gjort.") if imported.created else _("Utkastet ”%(title)s” är uppdaterat.")
    made = template % {"title": imported.network.title}
    meetings = sum(event.occurrences.count() for event in imported.events)
    if not meetings:
        return made
    told = ngettext("Ett möte ligger", "%(number)d möten ligger", meetings) % {"number": meetings}
    pages = len(imported.events)
    where = ngettext("på en egen sida under den:", "på %(number)d sidor under den:", pages) % {"number": pages}
    return f"{made} {told} {where}"
