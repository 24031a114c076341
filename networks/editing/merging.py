"""Merges what a form would save with what others have saved since it was made."""

from dataclasses import dataclass
from functools import cached_property

from django.forms import HiddenInput

from ..versions.merging import PAGE, Content, Merged, Path, Rules, merge, value_at, with_value
from ..versions.rows import keyed, keyed_like
from ..versions.seen import Seen, content_of, rows_taken_away

MINE, STORED = "mine", "stored"


@dataclass
class FormMerge:
    """``form`` is valid, ``page`` what it would save, ``latest`` the page as it is saved now, ``answers`` what the
    editor chose where the form has asked: ``{name of the question: MINE or STORED}``."""

    form: object
    page: object
    latest: object
    seen: Seen
    answers: dict[str, str]

    @cached_property
    def result(self) -> Merged:
        seen, mine = self.versions
        return merge(seen, mine, self.stored, self.rules)

    @cached_property
    def versions(self) -> tuple[Content, Content]:
        """What the form was made from and what it would save, once the editor's answers are followed."""
        seen, mine = (
            self._with_rows(self.seen.content, ""),
            self._with_rows(content_of(self.page, self._names), "mine"),
        )
        return answered(_with(seen, self._away[0]), mine, self.seen, self.answers)

    @cached_property
    def stored(self) -> Content:
        return _with(self._stored, self._away[1])

    @cached_property
    def _stored(self):
        return self._with_rows(content_of(self.latest, self._names), "stored")

    @cached_property
    def _away(self):
        """The rows that the editor's draft has taken away from the public page, as the form was made and as they are
        now: one that somebody has changed in public since is asked about. A row that is back in the draft is not."""
        now = rows_taken_away(self.latest, content_of(self.latest, self._names)) if self.seen.public else {}
        lists = [{name: keyed(rows) for name, rows in found.items()} for found in (self.seen.public, now)]
        names = self.rules.lasting & lists[0].keys() & lists[1].keys()
        common = {name: lists[0][name].keys() & lists[1][name].keys() for name in names}
        return [{name: {key: found[name][key] for key in keys} for name, keys in common.items()} for found in lists]

    @property
    def asked(self) -> dict[str, object]:
        return {name_of(path): value_at(self.stored, path) for path in self.result.disputed}

    def merged_page(self):
        content = {name: value for name, value in self.result.content.items() if name not in self.rules.rows}
        for name in self.rules.rows:
            content[name] = [_numbered(row, at) for at, row in enumerate(self.result.content[name].values())]
        page = self.page.with_content_json(content_of(self.latest) | content)
        self.form.complete(page)
        return page

    @cached_property
    def rules(self) -> Rules:
        formsets = {name: formset.form for name, formset in self.form.formsets.items() if name in self._names}
        quiet = {name: self._quiet(name, form) for name, form in formsets.items()}
        quiet[PAGE] = {name for name, field in self.form.fields.items() if isinstance(field.widget, HiddenInput)}
        together = {name: getattr(form, "together", ()) for name, form in formsets.items()}
        lasting = frozenset(name for name, form in formsets.items() if "uid" in form.base_fields)
        return Rules(frozenset(formsets), lasting, quiet, together | {PAGE: self.form.together})

    def _quiet(self, name, form):
        """What nobody types into a row: the site keeps it, or notes it by itself."""
        columns = {field.name for field in self.form.formsets[name].model._meta.get_fields()}
        shown = {field for field, made in form.base_fields.items() if not isinstance(made.widget, HiddenInput)}
        return (columns - shown) | set(getattr(form, "noted", ()))

    @property
    def _names(self):
        return self.form.merged_names

    def _with_rows(self, content, mark):
        lists = self.rules.rows & content.keys()
        seen = {name: keyed(self.seen.content.get(name, [])) for name in lists}
        lasting = self.rules.lasting
        return content | {name: keyed_like(content[name], seen[name], mark, lasting=name in lasting) for name in lists}


def _with(content, lists):
    """``content`` with more rows in its ``lists``."""
    return content | {name: content.get(name, {}) | rows for name, rows in lists.items()}


def answered(content: Content, mine: Content, seen: Seen, answers: dict[str, str]) -> tuple[Content, Content]:
    """``content``, which the form was made from, and ``mine`` once the editor's answers are followed.

    An answered question has been seen, so its saved value is what the form was made from.
    """
    for name, value in seen.asked.items():
        if (answer := answers.get(name)) in (MINE, STORED):
            path = path_of(name)
            content = with_value(content, path, value)
            mine = with_value(mine, path, value) if answer == STORED else mine
    return content, mine


def name_of(path: Path) -> str:
    return "/".join(path)


def path_of(name: str) -> Path:
    return tuple(name.split("/"))


def _numbered(row, at):
    return row | {"sort_order": at} if "sort_order" in row else row
