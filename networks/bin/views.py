"""The bin in the admin: the list of what was deleted, and the page that restores one thing."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder

from ..models import BinnedItem
from ..rights.admin_pages import AdminPage, EditorsOnly
from .disposing import may_dispose
from .forms import RestoreForm, SearchForm
from .restoring import CannotRestore, restore
from .rights import may_restore, parent_of, within_reach

PER_PAGE = 50


class BinView(EditorsOnly, AdminPage):
    template_name = "networks/admin/bin/index.html"
    page_title = gettext_lazy("Papperskorgen")
    header_icon = "bin"

    def get_context_data(self, **kwargs):
        form = SearchForm(self.request.GET)
        items = within_reach(self.request.user)
        if form.is_valid() and (text := form.cleaned_data["q"].strip()):
            items = items.filter(Q(title__icontains=text) | Q(place__icontains=text))
        page = Paginator(items, PER_PAGE).get_page(self.request.GET.get("p"))
        return super().get_context_data(form=form, items=page, may_empty=may_dispose(self.request.user), **kwargs)


class OfOneItem(EditorsOnly, AdminPage):
    """A page about ``self.item``. Raises PermissionDenied for those who may not know of it."""

    header_icon = "bin"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.item = get_object_or_404(BinnedItem, pk=kwargs["pk"])

    def dispatch(self, request, *args, **kwargs):
        if not within_reach(request.user).filter(pk=self.item.pk).exists():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self):
        return self.item.title

    def get_breadcrumbs_items(self):
        back = {"url": reverse("bin"), "label": _("Papperskorgen")}
        return [*self.breadcrumbs_items, back, {"url": "", "label": self.get_page_title()}]


class RestoreView(OfOneItem):
    """Restores the item. If its parent is gone or its address taken, the form asks for another."""

    template_name = "networks/admin/bin/restore.html"
    page_title = gettext_lazy("Återställ")

    def get_context_data(self, **kwargs):
        item = self.item
        form = kwargs.pop("form", None) or RestoreForm(item=item, user=self.request.user)
        gone = item.kind == BinnedItem.Kind.PAGE and parent_of(item) is None
        holds_it = {"rows__model": "wagtailcore.page", "rows__key": str(item.parent_key), "rows__is_reference": False}
        above = within_reach(self.request.user).filter(**holds_it)
        return super().get_context_data(
            item=item,
            form=form,
            parent_is_gone=gone,
            parent_in_bin=above.exclude(pk=item.pk).first() if gone else None,
            **kwargs,
        )

    def post(self, request, *args, **kwargs):
        form = RestoreForm(request.POST, item=self.item, user=request.user)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        if not may_restore(request.user, self.item, form.parent):
            raise PermissionDenied
        try:
            instance = restore(self.item, request.user, slug=form.slug, parent=form.parent)
        except CannotRestore as reason:
            form.add_error(None, str(reason))
            return self.render_to_response(self.get_context_data(form=form))
        messages.success(request, _("”%(title)s” är återställd.") % {"title": self.item.title})
        return redirect(AdminURLFinder(request.user).get_edit_url(instance) or "bin")
