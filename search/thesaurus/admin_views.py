"""The admin's list and forms of groups of words."""

from django.contrib.admin.utils import quote
from django.urls import reverse
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
        for word, other in taken_words(form.instance).items():
            text = _("”%(word)s” finns redan i gruppen ”%(group)s”. Hör orden ihop, skriv alla i en av grupperna.")
            button = messages.button(edit_url(other), _("Öppna gruppen"))
            messages.warning(self.request, text % {"word": word, "group": other}, buttons=[button])
        return response


def edit_url(group):
    return reverse("wagtailsnippets_search_synonymgroup:edit", args=[quote(group.pk)])


def groups_by_word():
    """``{phrase: its group}`` of all groups, of several the one with it first."""
    found, begun = {}, {}
    for group in SynonymGroup.objects.order_by("pk"):
        own = (*group.group.swedish, *group.group.english)
        begun.setdefault(own[0], group)
        for each in own:
            found.setdefault(each, group)
    return found | begun


def taken_words(saved):
    """``{phrase: another group}`` for the words of ``saved`` that another group has, too: at most one of each."""
    others = SynonymGroup.objects.exclude(pk=saved.pk)
    own, found = {*saved.group.swedish, *saved.group.english}, {}
    for other in others:
        both = own.intersection((*other.group.swedish, *other.group.english))
        if both and other not in found.values():
            found.setdefault(min(both), other)
    return found


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
