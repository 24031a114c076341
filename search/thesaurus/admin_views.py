"""The admin's list and forms of groups of words."""

from functools import wraps

from django.contrib.admin.utils import quote
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.snippets.views.snippets import CreateView

from networks.editing.form_views import MergingSnippetView, MergingSnippetViewSet

from ..analysis.thesaurus import phrase
from ..models import SynonymGroup
from .deletion_views import DeleteGroupView, may_delete, short
from .listing import GroupsView

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
            messages.warning(self.request, text % {"word": word, "group": short(other)}, buttons=[button])
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
    """Leads to the deleted groups if somebody has deleted the group since the form was made."""

    @classmethod
    def as_view(cls, **initkwargs):
        view = super().as_view(**initkwargs)

        @wraps(view)
        def edit_or_restore(request, *args, **kwargs):
            if not SynonymGroup.deleted.filter(pk=kwargs["pk"]).exists():
                return view(request, *args, **kwargs)
            if not may_delete(request.user):
                raise PermissionDenied
            told = _("Gruppen är borttagen. Återställ den först, om du vill ändra den.")
            unsaved = _("Det du skrev är inte sparat. Gruppen är borttagen. Återställ den först.")
            messages.warning(request, unsaved if request.method == "POST" else told)
            return redirect("deleted_synonyms")

        return edit_or_restore


class SynonymGroupViewSet(MergingSnippetViewSet):
    model = SynonymGroup
    icon = "openquote"
    menu_label = gettext_lazy("Synonymer i sökningen")
    add_to_settings_menu = True
    index_view_class = GroupsView
    add_view_class = AddGroupView
    edit_view_class = EditGroupView
    delete_view_class = DeleteGroupView
    list_display = ["words"]
    list_per_page = 50
    search_fields = list(SynonymGroup.texts)
    list_export = [*SynonymGroup.texts, "source"]
    export_headings = {"source": gettext_lazy("Varifrån")}
    export_filename = "grupper-av-ord"

    def get_queryset(self, request):
        return SynonymGroup.objects.select_related("starter")
