"""Wagtail's ways to delete a page in the admin, which here lead to the bin."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy
from rest_framework import status
from rest_framework.response import Response
from wagtail.admin import messages
from wagtail.admin.api.actions.delete import DeletePageAPIAction
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.admin.views.pages.bulk_actions.delete import DeleteBulkAction
from wagtail.admin.views.pages.delete import DeleteView

from ..rights.page_views import PagesByRights
from .discarding import pages_that_go, put_page_in_bin
from .losses import instead, losses, usage


class PageToBinView(DeleteView):
    """Says what vanishes, offers something else, and moves the page to the bin."""

    template_name = "networks/admin/bin/confirm_page.html"

    def post(self, request, *args, **kwargs):
        if self.usage.is_protected:
            raise PermissionDenied
        require_right_to_delete(request.user, self.page)
        parent = self.page.get_parent()
        item = put_page_in_bin(self.page, request.user)
        messages.success(request, in_bin_words([item]))
        return redirect(self.next_url or reverse("wagtailadmin_explore", args=[parent.pk]))

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "losses": losses([self.page]),
            "instead": instead([self.page], self.request.user),
            "referring": usage([self.page]),
            "back": self.next_url or reverse("wagtailadmin_explore", args=[self.page.get_parent().pk]),
        }


class CountsWhatWent:
    """A bulk action that says how many things are in the bin, in ``in_bin``, a lazy text with ``number``."""

    in_bin = None

    def get_success_message(self, number, _below):
        return str(self.in_bin % {"number": number})


class PagesToBinAction(CountsWhatWent, DeleteBulkAction):
    in_bin = ngettext_lazy(
        "%(number)d sida ligger nu i papperskorgen.", "%(number)d sidor ligger nu i papperskorgen.", "number"
    )
    template_name = "networks/admin/bin/confirm_pages.html"

    def check_perm(self, page):
        return super().check_perm(page) and may_delete_counterparts(self.request.user, page)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        pages = [each["item"].specific for each in context["items"]]
        return context | {
            "heading": _("Ta bort sidor"),
            "losses": losses(pages),
            "instead": instead(pages, self.request.user) if pages else [],
            "referring": usage(pages),
            "type_to_confirm_before_delete": False,  # it can be restored
        }

    def post(self, request):
        return super(DeleteBulkAction, self).post(request)

    @classmethod
    def execute_action(cls, objects, user=None, **kwargs):
        tops = [page for page in objects if not any(page.is_descendant_of(other) for other in objects)]
        done = set()
        for page in tops:
            if page.pk not in done:  # it may have gone as another's translation
                done |= {each.pk for each in pages_that_go(page)}
                put_page_in_bin(page, user)
        return len(tops), 0


class PageToBinAPIAction(DeletePageAPIAction):
    """What Wagtail's admin API does for "delete"."""

    def execute(self, instance, data):
        require_right_to_delete(self.request.user, instance)
        put_page_in_bin(instance, self.request.user)
        return Response(status=status.HTTP_204_NO_CONTENT)


class PagesAPIWithBin(PagesAdminAPIViewSet):
    actions = {**PagesAdminAPIViewSet.actions, "delete": PageToBinAPIAction}


class PagesWithBin(PagesByRights):
    delete_view_class = PageToBinView


def may_delete_counterparts(user, page):
    return all(each.permissions_for_user(user).can_delete() for each in pages_that_go(page))


def require_right_to_delete(user, page):
    """Raise PermissionDenied unless ``user`` may delete the page in every language that goes with it."""
    if not may_delete_counterparts(user, page):
        raise PermissionDenied


def in_bin_words(items):
    """A message with a link to the bin."""
    title = items[0].title
    return format_html(
        '{} <a href="{}">{}</a>',
        _("”%(title)s” ligger nu i papperskorgen.") % {"title": title},
        reverse("restore_from_bin", args=[items[0].pk]),
        _("Ångra"),
    )
