"""The admin's report "Kalenderflöden": what the feeds contain, what is wrong with them and who fetches them."""

from collections import defaultdict
from datetime import timedelta

from django import forms
from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from networks.rights.admin_pages import CentralAdminPage

from ..models import FeedFetch
from .comparison import comparisons
from .fetches import counts
from .health import feed_health

DAYS = 30  # that the totals of fetches cover
DAYS_SHOWN = 14  # that are listed one by one

FAULTS = {
    "line_ends": _("Radbrytningarna är fel."),
    "long_line": _("Rader är längre än 75 byte."),
    "not_utf8": _("Texten är inte UTF-8."),
    "control_character": _("Texten har styrtecken."),
    "frame": _("Kalenderns början eller slut är fel."),
    "method": _("Flödet säger sig vara en inbjudan (METHOD)."),
    "zone": _("Tidszonen saknas eller är ofullständig. Möten kan visas en timme fel."),
    "no_uid": _("Möten saknar identitet (UID)."),
    "same_uid": _("Flera möten har samma identitet (UID). Bara ett av dem visas."),
    "no_dtstamp": _("Möten saknar ändringstid (DTSTAMP)."),
    "no_dtstart": _("Möten saknar starttid."),
    "ends_before_start": _("Möten slutar före de börjar."),
    "status": _("Möten har en okänd status."),
    "large": _("Flödet närmar sig 1 MB. Större kalendrar läses inte av alla program."),
    "too_large": _("Flödet är större än 1 MB. Alla program läser inte så stora kalendrar."),
    "many": _("Flödet närmar sig 1 000 möten. Fler möten läses inte av alla program."),
    "too_many": _("Flödet har fler än 1 000 möten. Alla program läser inte så många."),
}
OTHER_FEEDS = [
    ("event", _("Flöden för en mötesserie")),
    ("occurrence", _("Enskilda möten")),
    ("selection", _("Filtrerade kalendrar")),
    ("my_networks", _("Mina nätverk")),
]


class FetchesForm(forms.Form):
    """The feed whose fetches to show day by day. All feeds if none is given or the given one does not exist."""

    flode = forms.ChoiceField(label=_("Flöde"), required=False)

    def __init__(self, *args, feeds, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["flode"].choices = [("", _("Alla flöden")), *feeds]

    @property
    def chosen(self):
        return self.cleaned_data["flode"] if self.is_valid() else ""


class FeedHealthView(CentralAdminPage):
    template_name = "events/admin/feed_health.html"
    page_title = _("Kalenderflöden")
    header_icon = "calendar-check"

    def get_context_data(self, **kwargs):
        counts.write()
        today = timezone.localdate()
        feeds = feed_health(today)
        names = [(feed.key, feed.name) for feed in feeds] + OTHER_FEEDS
        form = FetchesForm(self.request.GET or None, feeds=names)
        chosen = form.chosen if form.is_bound else ""
        fetched = fetches_by_feed(today)
        compared = comparisons()
        return super().get_context_data(
            feeds=[(feed, problems(feed), fetched.get(feed.key, 0)) for feed in feeds],
            faulty=sum(bool(feed.faults) for feed in feeds),
            comparisons=compared,
            wrong=sum(each.wrong for each in compared),
            is_whole=all(each.is_whole and not each.unread for each in compared),
            unread=list({page.pk: page for each in compared for page in each.unread}.values()),
            form=form,
            families=FeedFetch.Family.labels,
            days=fetches_by_day(today, chosen),
            period=DAYS,
            **kwargs,
        )


def problems(feed):
    """``[(words, how often)]``, with "how often" only if it is more than once."""
    return [(FAULTS[fault], number if number > 1 else None) for fault, number in feed.faults]


def fetches_by_feed(today):
    """``{feed key: fetches}`` for the last DAYS days, including today."""
    latest = FeedFetch.objects.filter(day__gt=today - timedelta(days=DAYS))
    return dict(latest.values_list("feed").annotate(Sum("count")))


def fetches_by_day(today, feed=""):
    """``[(day, [number per family], sum)]`` for the last DAYS_SHOWN days, today first. All feeds if none is given."""
    rows = FeedFetch.objects.filter(day__gt=today - timedelta(days=DAYS_SHOWN), **({"feed": feed} if feed else {}))
    numbers = defaultdict(int)
    for day, family, number in rows.values_list("day", "family").annotate(Sum("count")):
        numbers[day, family] = number
    days = [today - timedelta(days=offset) for offset in range(DAYS_SHOWN)]
    found = [(day, [numbers[day, family] for family in FeedFetch.Family.values]) for day in days]
    return [(day, row, sum(row)) for day, row in found]
