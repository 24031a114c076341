"""What the admin does when groups of words are deleted, and the list from which they come back."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.permissions import policy_registry
from wagtail.snippets.views.snippets import DeleteView

from networks.rights.admin_pages import AdminPage

from ..models import SynonymGroup
from .deletion import delete, restore

PER_PAGE = 50
LONGEST_NAME = 50
LIST = "wagtailsnippets_search_synonymgroup:list"


def may_delete(user):
    return policy_registry.get_by_type(SynonymGroup).user_has_permission(user, "delete")


def delete_instead(request, instances):
    """For Wagtail's hook before a deletion: what is confirmed is deleted here, and a message can undo it."""
    if request.method != "POST" or not all(isinstance(group, SynonymGroup) for group in instances):
        return None
    if not may_delete(request.user):
        raise PermissionDenied
    moment = delete(instances, request.user)
    context = {"told": _told_deleted(instances), "moment": moment.isoformat()}
    messages.success(request, render_to_string("search/admin/undo_deletion.html", context, request))
    return redirect(get_valid_next_url_from_request(request) or LIST)


def _told_deleted(groups):
    if len(groups) == 1:
        return _("Gruppen ”%(group)s” är borttagen.") % {"group": short(groups[0])}
    text = ngettext("%(number)s grupp är borttagen.", "%(number)s grupper är borttagna.", len(groups))
    return text % {"number": len(groups)}


class DeleteGroupView(DeleteView):
    """Asks with words of its own: a group's are too many for a heading, and a deletion can be undone."""

    def get_page_subtitle(self):
        return short(self.object)

    @property
    def confirmation_message(self):
        return _("Vill du ta bort gruppen ”%(group)s”? Du kan återställa den efteråt.") % {"group": self.object}


def short(group):
    """What names ``group`` in a heading or a message."""
    return Truncator(str(group)).chars(LONGEST_NAME)


class RestoreForm(forms.Form):
    """Asks for a single group, or for all that were deleted at the same moment."""

    group = forms.ModelChoiceField(SynonymGroup.deleted, required=False)
    moment = forms.DateTimeField(required=False)

    @property
    def groups(self):
        """Those that are still deleted; none for a bad value."""
        if not self.is_valid():
            return []
        if group := self.cleaned_data["group"]:
            return [group]
        moment = self.cleaned_data["moment"]
        return list(SynonymGroup.deleted.filter(deleted_at=moment)) if moment else []


class DeletedGroupsView(AdminPage):
    """Lists the deleted groups, and restores what a POST names. For those who may delete groups."""

    template_name = "search/admin/deleted_groups.html"
    page_title = gettext_lazy("Borttagna grupper")
    header_icon = "bin"

    def dispatch(self, request, *args, **kwargs):
        if not may_delete(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        above = {"url": reverse(LIST), "label": capfirst(SynonymGroup._meta.verbose_name_plural)}
        return [*self.breadcrumbs_items, above, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        groups = SynonymGroup.deleted.order_by("-deleted_at", "pk")
        page = Paginator(groups, PER_PAGE).get_page(self.request.GET.get("p"))
        return super().get_context_data(items=page, **kwargs)

    def post(self, request, *args, **kwargs):
        groups = RestoreForm(request.POST).groups
        if not groups:
            messages.warning(request, _("Gruppen är inte borttagen längre. Någon har redan återställt den."))
            return redirect(LIST)
        restore(groups, request.user)
        messages.success(request, _told_restored(groups))
        return redirect(LIST)


def _told_restored(groups):
    if len(groups) == 1:
        return _("Gruppen ”%(group)s” är tillbaka som den var.") % {"group": short(groups[0])}
    text = ngettext(
        "%(number)s grupp är tillbaka som den var.", "%(number)s grupper är tillbaka som de var.", len(groups)
    )
    return text % {"number": len(groups)}
