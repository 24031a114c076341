"""The questions of a form where two people have changed the same thing: who did, when, to what, and which is kept."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name

from ..versions.merging import Path, value_at
from ..versions.rows import keyed, keyed_like
from ..versions.sameness import same
from .merging import MINE, STORED, FormMerge, name_of
from .words import Words

ANSWER = "answer:"  # with the question's name: the radio buttons of a question


@dataclass
class Question:
    path: Path
    label: str
    mine: str
    stored: str
    who: str
    when: datetime
    answer: str

    @property
    def name(self):
        return ANSWER + name_of(self.path)

    @property
    def choices(self):
        words = {MINE: (_("Behåll min"), self.mine), STORED: (_("Ta den sparade"), self.stored)}
        return [(value, label, text, value == self.answer) for value, (label, text) in words.items()]

    def mark(self, form):
        """Show at the field itself, too, that there is a question about it."""
        told = _("%(who)s har ändrat detta medan du skrev. Svara på frågan överst i formuläret.") % {"who": self.who}
        if len(self.path) > 1:
            rows = form.formsets[self.path[0]].forms
            form = next((row for row in rows if self.path[1] in _keys(row.instance)), None)
        if form is not None and self.path[-1] in form.fields and len(self.path) != 2:
            form.add_error(self.path[-1], told)


def questions_of(merge: FormMerge, revisions) -> list[Question]:
    revisions = list(revisions.select_related("user").order_by("-created_at", "-pk")[:50])
    return [_question(merge, path, revisions) for path in merge.result.disputed]


def _question(merge, path, revisions):
    words = Words(merge)
    mine, stored = (value_at(content, path) for content in (merge.versions[1], merge.stored))
    revision = _last_change(merge, path, stored, revisions)
    who = get_user_display_name(revision.user) if revision and revision.user else _("Någon annan")
    return Question(
        path=path,
        label=capfirst(words.label(path)),
        mine=words.of(path, mine, removed=_("Du har tagit bort raden.")),
        stored=words.of(path, stored, removed=_("Raden är borttagen.")),
        who=who,
        when=timezone.localtime(revision.created_at) if revision else timezone.localtime(),
        answer=merge.answers.get(name_of(path), ""),
    )


def _last_change(merge, path, stored, revisions):
    """The revision that brought the saved value: the oldest of the newest ones in a row that have it."""
    found, is_row = None, len(path) == 2
    quiet = merge.rules.quiet.get(path[0], ()) if is_row else ()
    for revision in revisions:
        value = _value_in(merge, revision, path)
        if is_row and found is None and value is None and stored is not None:
            continue  # a draft that lacks the row, which somebody has changed in public
        if not same(value, stored, but=quiet):
            break
        found = revision
    return found


def _value_in(merge, revision, path):
    content = revision.content
    if len(path) > 1:
        seen = keyed(merge.seen.content.get(path[0], []))
        rows, lasting = content.get(path[0], []), path[0] in merge.rules.lasting
        content = content | {path[0]: keyed_like(rows, seen, "stored", lasting=lasting)}
    return value_at(content, path)


def _keys(row):
    return {str(getattr(row, "translation_key", "")), f"pk {row.pk}"}
