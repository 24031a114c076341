"""Leads from an errand on the dashboard to its form, through a searchable choice of networks or meetings."""

from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from events.amending.actions import links
from events.models import Occurrence
from events.planning.plannable import editable_events, plannable_networks
from networks.listing.matching import fold
from networks.rights.access import editable_networks
from networks.rights.admin_pages import AdminPage

from .forms import SearchForm
from .panel import MEETING, NETWORK_PAGE, NEW_DATES

MOST = 300


class ChooseView(AdminPage):
    """``errand`` is what the choice is for. With only one thing to choose, the user is sent straight there."""

    template_name = "gr_site/admin/choose_network.html"
    errand = None

    @property
    def header_icon(self):
        return self.errand.icon

    def get_page_title(self):
        return str(self.errand.label)

    @cached_property
    def form(self):
        return SearchForm(self.request.GET)

    @property
    def words(self):
        """The search text. "" also if the form refuses it, so that everything is listed below the message."""
        return self.form.cleaned_data["q"] if self.form.is_valid() else ""

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"form": self.form, "errand": self.errand}


class ChooseNetworkView(ChooseView):
    """``target`` is the URL name of the form, which takes the network's key."""

    target = None

    @cached_property
    def networks(self):
        return list(self.own())

    def get(self, request, *args, **kwargs):
        if len(self.networks) == 1:
            return redirect(self.target, self.networks[0].pk)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        wanted = fold(self.words).split()
        rows = [
            (network, reverse(self.target, args=[network.pk]))
            for network in self.networks
            if all(word in fold(network.title) for word in wanted)
        ]
        return super().get_context_data(**kwargs) | {"rows": rows, "has_any": bool(self.networks)}


class ChooseNewDatesView(ChooseNetworkView):
    errand, target = NEW_DATES, "paste_dates"

    def own(self):
        return plannable_networks(self.request.user)


class ChooseNetworkPageView(ChooseNetworkView):
    errand, target = NETWORK_PAGE, "wagtailadmin_pages:edit"

    def own(self):
        return editable_networks(self.request.user).select_related("area")


class ChooseMeetingView(ChooseView):
    """Coming public meetings, each with its possible actions."""

    errand = MEETING
    template_name = "gr_site/admin/choose_meeting.html"

    def get_context_data(self, **kwargs):
        events = editable_events(self.request.user).live()
        meetings = Occurrence.objects.filter(page__in=events.values("pk")).upcoming(timezone.localdate())
        found = meetings.mentioning(self.words) if self.words else meetings
        shown = list(found.with_pages()[: MOST + 1])
        here = reverse(self.errand.name)
        context = super().get_context_data(**kwargs)
        context["rows"] = [(row, links(row, here)) for row in shown[:MOST]]
        context["are_more"] = len(shown) > MOST
        return context


class GettingStartedView(AdminPage):
    """The guide for first-time editors."""

    template_name = "gr_site/admin/getting_started.html"
    header_icon = "help"

    def get_page_title(self):
        return _("Kom igång")
