"""The admin's list of groups of words."""

from django.db.models import Case, Value, When
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import TitleColumn
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import IndexView

from ..analysis.words import clean, words
from ..models import SynonymGroup
from .deletion_views import may_delete

# How a group matches what is looked for: it has each as a word, as how a word begins, or as a part of one.
WHOLE, BEGINS, PART, NOT = range(4)
# Letters. Two letters are part of most groups.
SHORTEST_PART = 3


class GroupsView(IndexView):
    """One cell has all of a group, which is the only way to read one on a phone."""

    # The model's own name, which is longer, is cut off beside the buttons.
    page_title = gettext_lazy("Grupper av ord")

    @cached_property
    def columns(self):
        columns = super().columns
        for column in columns:
            if isinstance(column, TitleColumn):
                column.cell_template_name = "search/admin/group_cell.html"
        return columns

    def search_queryset(self, queryset):
        """Databases know only some letters' capitals, and not where a word begins."""
        if not self.is_searching:
            return queryset
        found = matches(self.search_query, SynonymGroup.objects.values_list("pk", *SynonymGroup.texts))
        queryset = queryset.filter(pk__in=found)
        if self.is_explicitly_ordered:
            return queryset
        best = [When(pk__in=[pk for pk, how in found.items() if how == each], then=each) for each in (WHOLE, BEGINS)]
        return queryset.annotate(match=Case(*best, default=Value(PART))).order_by("match", *queryset.query.order_by)

    @cached_property
    def header_more_buttons(self):
        buttons = list(super().header_more_buttons)
        if may_delete(self.request.user):
            deleted = Button(_("Borttagna grupper"), reverse("deleted_synonyms"), icon_name="bin", priority=50)
            buttons.append(deleted)
        return buttons


def matches(query, rows):
    """``{key: WHOLE, BEGINS or PART}`` of those of ``rows`` (key, text, …) that have each word of ``query``."""
    asked = words(clean(query))
    found = {}
    for key, *texts in rows:
        has = " ".join(words(clean(", ".join(texts))))
        if asked and all(each in has for each in asked):  # most rows end here
            how = max(_how(each, has) for each in asked)
            if how < NOT:
                found[key] = how
    return found


def _how(word, has):
    """How ``word`` stands in ``has``, which is words with single spaces. A word with a hyphen begins at each part."""
    if f" {word} " in f" {has} ":
        return WHOLE
    if any(f"{joint}{word}" in f" {has}" for joint in " -"):
        return BEGINS
    return PART if len(word) >= SHORTEST_PART and word in has else NOT
