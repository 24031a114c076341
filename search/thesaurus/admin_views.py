"""The admin's list and forms of groups of words."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import CreateView

from networks.editing.form_views import MergingSnippetView, MergingSnippetViewSet

from ..analysis.thesaurus import phrase
from ..models import SynonymGroup
from .loading import digest

# Of an address that leads to a new group: words that somebody has searched for.
PREFILLED = "ord"


class TellsUnknown:
    """Tells who has saved a group which of the words that it leads to are in no group. That is allowed."""

    def form_valid(self, form):
        response = super().form_valid(form)
        if unknown := unknown_words(form.instance):
            text = ngettext(
                "”%(words)s” finns inte i någon annan grupp. Det går bra: ordet söks som det står.",
                "”%(words)s” finns inte i någon annan grupp. Det går bra: orden söks som de står.",
                len(unknown),
            )
            messages.info(self.request, text % {"words": "”, ”".join(unknown)})
        return response


def unknown_words(saved):
    """The phrases that the fields for broader things and "see also" name and no other group has."""
    named = (*saved.group.broader, *saved.group.related)
    if not named:
        return []
    others = SynonymGroup.objects.exclude(pk=saved.pk).only(*SynonymGroup.texts)
    known = {each for other in others for each in (*other.group.swedish, *other.group.english)}
    return [each for each in dict.fromkeys(named) if each not in known]


class AddGroupView(TellsUnknown, CreateView):
    """Begins with the words of the address, such as a search that found nothing."""

    def get_initial(self):
        return {**super().get_initial(), "words": phrase(self.request.GET.get(PREFILLED, "")[:300])}


class EditGroupView(TellsUnknown, MergingSnippetView):
    pass


class SourceColumn(Column):
    """Whose words the group has. No other column says it, and it cannot be sorted by."""

    def get_value(self, group):
        starter = getattr(group, "starter", None)
        if starter is None:
            return _("Egen")
        return _("Grundordlistan") if starter.digest == digest(group) else _("Grundordlistan, ändrad")


class SynonymGroupViewSet(MergingSnippetViewSet):
    model = SynonymGroup
    icon = "openquote"
    menu_label = gettext_lazy("Synonymer i sökningen")
    add_to_settings_menu = True
    add_view_class = AddGroupView
    edit_view_class = EditGroupView
    list_display = ["words", "english", "broader", SourceColumn("source", label=gettext_lazy("Varifrån"))]
    list_per_page = 50
    search_fields = ["words", "english", "broader", "see_also"]

    def get_queryset(self, request):
        return SynonymGroup.objects.select_related("starter")
