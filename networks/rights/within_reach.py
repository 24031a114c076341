"""Keeps from a network's editor the titles of what she may not choose, at the places where Wagtail names them by key.

One place for each kind of answer: bulk actions, filters of lists, popular tags, forms that ask for a page.
"""

from functools import wraps

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import BadRequest, PermissionDenied
from django.db.models import Count
from django.http import Http404, JsonResponse
from wagtail.admin import filters
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.admin.views.chooser import BrowseView, ChosenMultipleView
from wagtail.admin.views.tags import TAGS_AUTOCOMPLETE_LIMIT, autocomplete
from wagtail.admin.widgets import AdminPageChooser
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.views import chooser as image_chooser
from wagtail.log_actions import get_active_log_context
from wagtail.models import Page
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
    SnippetChosenMultipleView,
    SnippetChosenView,
    SnippetCreateView,
)

from .access import is_central
from .choosing import choosable, may_look_below, may_see_register
from .references import reference, refused

NOWHERE = "0"  # no page has that key
MOST_CHOSEN = 1_000  # ten times what a list shows at once; "all" is sent as one word


def connect():
    """Called once the apps are loaded."""
    BulkAction.get_actionable_objects = _names_only_what_is_hers(BulkAction.get_actionable_objects)
    AdminPageChooser.get_instance = _shows_only_what_is_hers(AdminPageChooser.get_instance)
    AdminPageChooser.value_from_datadict = _reads_only_what_is_hers(AdminPageChooser.value_from_datadict)
    filters.WagtailFilterSet.get_form_class = _offers_only_what_is_hers(filters.WagtailFilterSet.get_form_class)
    for module in (filters, image_chooser):
        module.popular_tags_for_model = _popular_tags


def keys_within_reach(user, model, keys):
    """Those of ``keys`` (texts from a request) whose rows ``user`` may choose."""
    bad = refused(user, {reference(model, key) for key in keys})
    return [key for key in keys if reference(model, key) not in bad]


def _names_only_what_is_hers(find):
    """A bulk action names what it leaves out because the user may not do it: but not what she may not see."""

    @wraps(find)
    def get_actionable_objects(self):
        if len(self.request.GET.getlist("id")) > MOST_CHOSEN:
            raise BadRequest
        objects, left_out = find(self)
        user = self.request.user
        return objects, {name: _seen(user, self.model, rows) for name, rows in left_out.items()}

    return get_actionable_objects


def _seen(user, model, rows):
    if is_central(user) or not rows:
        return rows
    keys = set(keys_within_reach(user, model, [str(row.pk) for row in rows]))
    return [row for row in rows if str(row.pk) in keys]


def _shows_only_what_is_hers(find):
    """A form that asks where to put a page shows first where it is."""

    @wraps(find)
    def get_instance(self, value):
        instance, user = find(self, value), get_active_log_context().user
        if instance is None or user is None or not self.user_perms:
            return instance
        return instance if keys_within_reach(user, Page, [str(instance.pk)]) else None

    return get_instance


def _reads_only_what_is_hers(read):
    """A form that asks where to put a page says why not there, and names the place: so an unknown place to her."""

    @wraps(read)
    def value_from_datadict(self, data, files, name):
        key, user = read(self, data, files, name), get_active_log_context().user
        if not key or user is None or not self.user_perms:
            return key
        return key if keys_within_reach(user, Page, [key]) else NOWHERE

    return value_from_datadict


def _offers_only_what_is_hers(make):
    """The filters of a list offer whom and what the user may choose, not everybody who has ever owned a page."""

    @wraps(make)
    def get_form_class(self):
        user = getattr(self.request, "user", None)
        if user is not None and not is_central(user):
            for each in self.filters.values():
                rows = getattr(each, "queryset", None)
                rows = each.extra.get("queryset") if rows is None else rows
                if rows is not None:
                    each.queryset = _narrowed(rows, user)
        return make(self)

    return get_form_class


def _narrowed(rows, user):
    def queryset(request):
        found = rows(request) if callable(rows) else rows
        allowed = choosable(user, found.model)
        return found if allowed is None else found.filter(pk__in=allowed.values("pk"))

    return queryset


def _popular_tags(model, count=10):
    """In place of Wagtail's: the most used tags of the files that the user may choose."""
    user = get_active_log_context().user
    files = choosable(user, model) if user else model.objects.all()
    return _tags(model, files).annotate(item_count=Count("taggit_taggeditem_items")).order_by("-item_count")[:count]


def _tags(model, files):
    kind = ContentType.objects.get_for_model(model)
    return apps.get_model("taggit", "Tag").objects.filter(
        taggit_taggeditem_items__content_type=kind, taggit_taggeditem_items__object_id__in=files.values("pk")
    )


def tags_within_reach(request, **kwargs):
    """Tags that begin as what is typed, as JSON: those of files that the user may choose."""
    typed = request.GET.get("term", "")
    if "\0" in typed:  # which PostgreSQL takes in no text
        return JsonResponse([], safe=False)
    answer = autocomplete(request, **kwargs)  # says 404 to what is no model of tags
    if is_central(request.user):
        return answer
    names = set()
    for model in (get_document_model(), get_image_model()) if typed else ():
        tags = _tags(model, choosable(request.user, model)).filter(name__istartswith=typed)
        names.update(tags.values_list("name", flat=True)[:TAGS_AUTOCOMPLETE_LIMIT])
    return JsonResponse(sorted(names)[:TAGS_AUTOCOMPLETE_LIMIT], safe=False)


class BrowsePagesView(BrowseView):
    """Wagtail's looks into any page, and names it and the pages above it."""

    def get(self, request, parent_page_id=None):
        if parent_page_id is not None and not may_look_below(request.user, parent_page_id):
            raise Http404
        return super().get(request, parent_page_id)

    def get_object_list(self):
        """Called once the view has its page, which may also be what all pages of a kind lie below."""
        if not may_look_below(self.request.user, self.parent_page.pk):
            self.parent_page = Page.get_first_root_node().specific
        self.parent_page.title = self._title_of(self.parent_page)
        return super().get_object_list()

    def _title_of(self, page):
        """A script puts it into a link's text."""
        seen = choosable(self.request.user, Page).filter(pk=page.pk).exists()
        return page.title if seen else page.get_admin_display_title()


class ChosenPagesView(ChosenMultipleView):
    """Wagtail's gives the titles and addresses of whatever pages it is asked for, and fails for the root."""

    def get(self, request):
        query = request.GET.copy()
        keys = keys_within_reach(request.user, Page, query.getlist("id"))
        query.setlist("id", Page.objects.filter(pk__in=keys, depth__gt=1).values_list("pk", flat=True))
        request.GET = query
        return super().get(request)


class _OfRegister:
    """A chooser's view: only for those who may see the register."""

    def dispatch(self, request, *args, **kwargs):
        if not may_see_register(request.user, self.model_class):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class _NothingToFillIn(SnippetCreateView):
    """Wagtail's fails where the register's chooser has no form for new rows, which none of ours has."""

    def can_create(self):
        return super().can_create() and self.get_creation_form_class() is not None


class RegisterChooserViewSet(SnippetChooserViewSet):
    create_view_class = _NothingToFillIn
    choose_view_class = type("ChooseView", (_OfRegister, ChooseView), {})
    choose_results_view_class = type("ChooseResultsView", (_OfRegister, ChooseResultsView), {})
    chosen_view_class = type("ChosenView", (_OfRegister, SnippetChosenView), {})
    chosen_multiple_view_class = type("ChosenMultipleView", (_OfRegister, SnippetChosenMultipleView), {})
