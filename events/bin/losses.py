"""Says how many meetings go, who subscribes to them and which documents are shown nowhere else."""

from datetime import timedelta

from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from networks.models import NetworkPage
from networks.translation import of_source

from ..fields.declared import FILES
from ..models import EventPage, FeedFetch, Occurrence

_LATELY = timedelta(days=30)


def meetings_lost(pages):
    """Lines of text about the meetings on ``pages`` (keys of pages)."""
    today = timezone.localdate()
    meetings = of_source(Occurrence.objects.filter(page__in=pages))
    coming, past = meetings.upcoming(today).count(), meetings.past(today).count()
    if coming:
        yield ngettext("%(n)d kommande möte", "%(n)d kommande möten", coming) % {"n": coming}
    if past:
        yield ngettext("%(n)d möte som har varit", "%(n)d möten som har varit", past) % {"n": past}
    if documents := _documents(meetings):
        words = ngettext(
            "%(n)d dokument visas inte längre vid sitt möte (filen finns kvar bland dokumenten)",
            "%(n)d dokument visas inte längre vid sina möten (filerna finns kvar bland dokumenten)",
            documents,
        )
        yield words % {"n": documents}
    if (coming or past) and (fetches := _fetches(pages, today)):
        words = _(
            "Prenumeranter: flödena med mötena har hämtats %(n)d gånger de senaste 30 dagarna. "
            "De som prenumererar får de kommande mötena som inställda."
        )
        yield words % {"n": fetches}


def _documents(meetings):
    return len({key for row in meetings.values_list(*FILES) for key in row if key})


def _fetches(pages, today):
    """How often the feeds of the networks concerned were fetched lately."""
    events = EventPage.objects.filter(pk__in=pages)
    networks = NetworkPage.objects.filter(pk__in=[*pages, *events.values_list("network", flat=True)])
    feeds = [f"network:{key}" for key in networks.values_list("translation_key", flat=True)]
    lately = FeedFetch.objects.filter(feed__in=feeds, day__gt=today - _LATELY)
    return lately.aggregate(sum=Sum("count"))["sum"] or 0
