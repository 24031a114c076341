"""Wagtail's views that save a page from its form, so that none overwrites what the form has not shown."""

from django.db import transaction
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.revisions import RevisionsRevertView
from wagtail.models import Page

from ..bin.page_views import PagesWithBin
from ..publication.whole import publication
from ..rights.held_saves import keep, publication_faults
from ..versions.seen import Seen, content_of, read_seen, seen_of
from .faults import fault_of
from .lost_rows import without_lost_keys
from .merging import FormMerge
from .questions import ANSWER, questions_of

TEMPLATES = {"wagtailadmin/pages/edit.html": "networks/admin/edit_page.html"}


class MergesChanges:
    """Merges what the form changes with what others have saved since it was made, and asks about what collides.

    Everything that a POST reads and writes happens while the page's row is locked (on SQLite, the database), so of two
    editors who publish at the same moment the second meets what the first has published.
    """

    questions = ()

    def dispatch(self, request, page_id, **kwargs):
        if request.method != "POST":
            return super().dispatch(request, page_id, **kwargs)
        # What may publish takes the publications' own lock first: see networks/publication/whole.py.
        publishes = any(name.startswith("action-") for name in request.POST)
        with publication() if publishes else transaction.atomic():
            Page.objects.select_for_update().filter(pk=page_id).first()
            return super().dispatch(request, page_id, **kwargs)

    @cached_property
    def seen(self):
        return read_seen(self.request.POST.get("seen"), self.real_page_record.pk) or Seen(
            self.real_page_record.pk, None, "", {}
        )

    @cached_property
    def is_out_of_date(self):
        """In place of Wagtail's, which believes what the browser says and takes a form that says nothing for new."""
        return not self.seen.is_of(self.latest_revision)

    @cached_property
    def latest_page(self):
        return self.real_page_record.get_latest_revision_as_object()

    def get_object(self):
        """The page as the form was made from it, so that only what its editor has changed counts as a change."""
        if self.request.method != "POST" or self.is_reverting or not self.is_out_of_date:
            return super().get_object()
        lists = self.page_class.get_edit_handler().get_form_class().formsets
        self.seen, self.request.POST = without_lost_keys(self.seen, self.request.POST, lists)
        return self.latest_page.with_content_json(content_of(self.latest_page) | self.seen.content)

    def form_valid(self, form):
        if not self.is_out_of_date:
            return super().form_valid(form)
        answers = {name: self.request.POST.get(ANSWER + name, "") for name in self.seen.asked}
        merge = FormMerge(form, form.save(commit=False), self.latest_page, self.seen, answers)
        if merge.result.disputed:
            return self.ask(merge)
        page = merge.merged_page()
        if self.action_name != "save" and (error := fault_of(page) or self.why_not_publish(page)):
            form.add_error(None, error)
            form.restore_required_fields()
            return self.form_invalid(form)
        form.save = lambda commit=True: _saved(page, commit)  # all of Wagtail's ways to save begin with it
        if merge.result.taken_over:
            messages.info(self.request, self.told_of_merge)
        return super().form_valid(form)

    def why_not_publish(self, page):
        """What others have written into the draft that is not this editor's to publish, in words."""
        return " ".join(publication_faults(page, self.request.user)) if self.action_name == "publish" else ""

    def ask(self, merge):
        """The form again, with all that was typed, and a question about each thing that both have changed."""
        form = merge.form
        form.restore_required_fields()
        self.questions = questions_of(merge, self.real_page_record.revisions)
        form.data = form.data.copy()
        form.data["seen"] = self.seen.asking(merge.asked).written()
        for question in self.questions:
            question.mark(form)
        messages.error(self.request, _("Sidan är inte sparad än. Svara först på frågorna överst i formuläret."))
        self.has_unsaved_changes = True
        return self.render_to_response(self.get_context_data())

    def post(self, request, *args, **kwargs):
        if self.expects_json_response and self.is_out_of_date and not self.page.alias_of_id:
            return self.json_error_response("invalid_revision", self.told_of_other)
        return super().post(request, *args, **kwargs)

    @property
    def told_of_other(self):
        words = _("%(who)s har sparat sidan. Det du skriver står kvar här och fogas ihop med det när du sparar.")
        return words % {"who": self.other}

    @property
    def told_of_merge(self):
        return _("%(who)s har också ändrat sidan medan du skrev. Bådas ändringar är med.") % {"who": self.other}

    @property
    def other(self):
        user = self.latest_revision and self.latest_revision.user
        if user == self.request.user:
            return _("Du själv, i ett annat fönster,")
        return get_user_display_name(user) if user else _("Någon annan")

    def get_context_data(self, **kwargs):
        if not self.form.is_bound:
            shown = self.latest_page if self.is_reverting else self.page
            seen = seen_of(shown, self.form.merged_names, self.latest_revision)
            self.form.fields["seen"].initial = seen.written()
        return super().get_context_data(**kwargs) | {"questions": self.questions}

    def get_template_names(self):
        return [TEMPLATES.get(name, name) for name in super().get_template_names()]


class MergingEditView(MergesChanges, EditView):
    pass


class MergingRevertView(MergesChanges, RevisionsRevertView):
    """An old version brings back no values of fields that its editor may not change."""

    def get_object(self):
        page = super().get_object()
        keep(page, self.latest_page, self.request.user)
        return page


class Pages(PagesWithBin):
    edit_view_class = MergingEditView
    revisions_revert_view_class = MergingRevertView


def _saved(page, commit):
    if commit:
        page.save()
    return page
