"""The view behind the button "Stämmer fortfarande" of the yearly review."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import log

from ..models import NetworkPage

ACTION = "networks.review"


class ReviewView(WagtailAdminTemplateMixin, TemplateView):
    """POST records that the page is still true. GET asks for confirmation, for browsers without scripts."""

    template_name = "networks/admin/review.html"
    page_title = gettext_lazy("Stämmer sidan fortfarande?")
    header_icon = "check"

    def dispatch(self, request, *args, **kwargs):
        self.network = get_object_or_404(NetworkPage, pk=kwargs["pk"])
        permissions = self.network.permissions_for_user(request.user)
        if not permissions.can_edit() or permissions.page_locked():
            raise PermissionDenied
        self.next_url = get_valid_next_url_from_request(request) or reverse(
            "wagtailadmin_pages:edit", args=[self.network.pk]
        )
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self):
        return self.network.get_admin_display_title()

    def get_context_data(self, **kwargs):
        return super().get_context_data(network=self.network, next=self.next_url, **kwargs)

    def post(self, request, *args, **kwargs):
        note_review(self.network, request.user, timezone.localdate())
        words = _("Tack! Du har gått igenom %(network)s i dag. Vi påminner om ett år igen.")
        messages.success(request, words % {"network": self.network.title})
        return redirect(self.next_url)


def note_review(network, user, today):
    """Record in the database and the page's log that ``user`` reviewed it. Makes no revision and publishes nothing."""
    with transaction.atomic():
        NetworkPage.objects.filter(pk=network.pk).update(reviewed_on=today)
        log(instance=network, action=ACTION, user=user)
