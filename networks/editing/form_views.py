"""Wagtail's views that save a register's row or a setting, so that none overwrites what its form has not shown.

Of these Wagtail keeps no versions: the form carries what it was made from, and the log says who has saved since.
"""

from datetime import datetime
from functools import cached_property

from django.template.loader import select_template
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views import generic
from wagtail.contrib.settings.views import EditView as EditSettingView
from wagtail.log_actions import registry as log_registry
from wagtail.snippets.views.snippets import EditView as EditSnippetView
from wagtail.snippets.views.snippets import SnippetViewSet

from ..publication.whole import publication
from ..rights.within_reach import RegisterChooserViewSet
from ..versions.fields import SeenField
from ..versions.merging import Rules, merge, value_at
from ..versions.seen import Seen, read_seen
from .faults import fault_of
from .form_values import filled, lists_of, shown, take_over
from .merging import answered, name_of
from .questions import ANSWER, Question
from .words import in_words


class MergesFields:
    """Merges what the form changes with what others have saved since it was made, and asks about what collides.

    A POST reads and writes while the row is locked (on SQLite, the database).
    """

    questions = ()

    def dispatch(self, request, *args, **kwargs):
        if request.method != "POST":
            return super().dispatch(request, *args, **kwargs)
        with publication():  # takes its lock before that of the row: see networks/publication/whole.py
            self.model._base_manager.select_for_update().filter(pk=self.get_object().pk).first()
            self.object = self.get_object()
            return super().dispatch(request, *args, **kwargs)

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        form.fields["seen"] = SeenField()
        if not form.is_bound:
            last = self.saved_since("").first()
            saved = last.timestamp.isoformat() if last else ""
            form.fields["seen"].initial = Seen(self.row_key, None, saved, shown(form)).written()
        return form

    def form_valid(self, form):
        answers = {name: self.request.POST.get(ANSWER + name, "") for name in self.seen.asked}
        stored = shown(form)
        seen, mine = answered(self.seen.content, filled(form), self.seen, answers)
        merged = merge(seen, mine, stored, Rules(rows=lists_of(form)))
        if merged.disputed:
            return self.ask(form, [self.question(form, path, mine, stored, answers) for path in merged.disputed])
        if merged.taken_over or mine != filled(form):
            take_over(form, merged.content, self.get_object())
            if fault := fault_of(form.instance):
                form.add_error(None, fault)
                self.produced_error_code, self.produced_error_message = "validation_error", self.get_error_message()
                return self.form_invalid(form)
        if merged.taken_over:
            messages.info(self.request, self.told_of_merge)
        return super().form_valid(form)

    def ask(self, form, questions):
        """The form again, with all that was typed, and a question about each field that both have changed."""
        self.form, self.questions = form, questions
        asked = {name_of(question.path): value_at(shown(form), question.path) for question in questions}
        form.data = form.data.copy()
        form.data["seen"] = self.seen.asking(asked).written()
        for question in questions:
            question.mark(form)
        messages.error(self.request, _("Inget är sparat än. Svara först på frågorna överst i formuläret."))
        return self.render_to_response(self.get_context_data())

    def question(self, form, path, mine, stored, answers):
        column = self.model._meta.get_field(path[0])
        last = self.saved_since(self.seen.saved).first()
        return Question(
            path=path,
            label=capfirst(form.fields[path[0]].label),
            mine=in_words(column, value_at(mine, path)),
            stored=in_words(column, value_at(stored, path)),
            who=self.other,
            when=timezone.localtime(last.timestamp if last else None),
            answer=answers.get(name_of(path), ""),
        )

    @cached_property
    def seen(self):
        return read_seen(self.request.POST.get("seen"), self.row_key) or Seen(self.row_key, None, "", {})

    @property
    def row_key(self):
        return f"{self.model._meta.label_lower} {self.object.pk}"

    def saved_since(self, moment):
        """The log's lines about the row after ``moment`` (ISO 8601, or "" for all), the newest first."""
        lines = log_registry.get_logs_for_instance(self.object).select_related("user").order_by("-timestamp")
        return lines.filter(timestamp__gt=datetime.fromisoformat(moment)) if moment else lines

    @property
    def other(self):
        """Who has saved since the form was made. Of several, the log does not say who has changed which field."""
        users = {line.user for line in self.saved_since(self.seen.saved)[:50]}
        only = users.pop() if len(users) == 1 else None
        if only == self.request.user:
            return _("Du själv, i ett annat fönster,")
        return get_user_display_name(only) if only else _("Någon annan")

    @property
    def told_of_merge(self):
        return _("%(who)s har också ändrat detta medan du skrev. Bådas ändringar är med.") % {"who": self.other}

    def get_template_names(self):
        names = super().get_template_names()
        return names if self.hydrate_create_view else ["networks/admin/edit_row.html"]

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "questions": self.questions,
            "questions_form": "w-editor-form",
            "edit_template": select_template(super().get_template_names()),
        }


class MergingRowView(MergesFields, generic.EditView):
    pass


class MergingSettingView(MergesFields, EditSettingView):
    pass


class MergingSnippetView(MergesFields, EditSnippetView):
    pass


class MergingSnippetViewSet(SnippetViewSet):
    edit_view_class = MergingSnippetView
    chooser_viewset_class = RegisterChooserViewSet
