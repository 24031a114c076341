"""The admin's month calendar: all public meetings together with the user's own drafts."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from networks.models import NetworkPage
from networks.rights.access import editable
from networks.rights.admin_pages import AdminPage, EditorsOnly

from ..days.month_grid import month_grid
from ..days.periods import Month
from ..models import EventPage, Occurrence

PER_DAY = 8


class MonthField(forms.CharField):
    """``2026-11`` as a Month within the calendar's years."""

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return None
        found = re.fullmatch(r"(\d{4})-(\d{1,2})", text)
        month = Month(int(found[1]), int(found[2])) if found else None
        if month is None or not 1 <= month.number <= 12 or not month.in_range:
            raise ValidationError(_("Välj en månad mellan år 2000 och 2099."))
        return month


class MonthForm(forms.Form):
    manad = MonthField(label=_("Månad"), required=False, widget=forms.TextInput(attrs={"type": "month"}))
    natverk = forms.ModelChoiceField(
        label=_("Nätverk"), queryset=NetworkPage.objects.none(), required=False, empty_label=_("Alla nätverk")
    )
    mina = forms.BooleanField(label=_("Bara det jag får ändra"), required=False)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        source = NetworkPage.objects.of_source()
        seen = source.filter(
            Q(pk__in=NetworkPage.objects.listed().values("pk")) | Q(pk__in=editable(user, source).values("pk"))
        )
        self.fields["natverk"].queryset = seen.only("title").order_by("title")


class MonthView(EditorsOnly, AdminPage):
    template_name = "events/admin/month.html"
    page_title = _("Kalender")
    header_icon = "calendar-alt"

    def get_context_data(self, **kwargs):
        today = timezone.localdate()
        this_month = Month.of(today)
        data = {"manad": f"{this_month.year}-{this_month.number:02}"} | self.request.GET.dict()
        form = MonthForm(data, user=self.request.user)
        form.is_valid()  # a bad value gets an error message and is ignored
        chosen = form.cleaned_data
        shown = chosen.get("manad") or Month.of(today)
        rows, totals, own_events = self._meetings(shown, chosen)
        return super().get_context_data(
            form=form,
            month=shown,
            weeks=month_grid(shown, rows, totals, today),
            own_events=own_events,
            count=sum(totals.values()),
            today=today,
            turns=[(label, self._address(turned, chosen)) for label, turned in _turns(shown, today)],
            **kwargs,
        )

    def _meetings(self, shown, chosen):
        """``(rows, {day: number}, keys of the events that the user may edit)``, with at most PER_DAY rows a day."""
        month = Occurrence.objects.of_source().between(shown.start, shown.end)
        events = EventPage.objects.filter(pk__in=month.order_by().values("page"))
        own_events = set(editable(self.request.user, events).values_list("pk", flat=True))
        public = Occurrence.objects.public().between(shown.start, shown.end).order_by().values("pk")
        seen = (
            month.filter(page__in=own_events)
            if chosen.get("mina")
            else month.filter(Q(page__in=own_events) | Q(pk__in=public))
        )
        if chosen.get("natverk"):
            seen = seen.for_networks([chosen["natverk"].pk])
        ranked = list(seen.ranked_by_day(PER_DAY))
        rows = Occurrence.objects.filter(pk__in=[pk for pk, *_ in ranked]).with_pages().order_by("starts_at", "pk")
        return rows, {start: number for _, start, _, number in ranked}, own_events

    def _address(self, shown, chosen):
        parts = [f"manad={shown.year}-{shown.number:02}"]
        if chosen.get("natverk"):
            parts.append(f"natverk={chosen['natverk'].pk}")
        if chosen.get("mina"):
            parts.append("mina=on")
        return f"{reverse('meeting_month')}?{'&'.join(parts)}"


def _turns(shown, today):
    turns = [
        (_("Föregående månad"), shown.shifted(-1)),
        (_("Den här månaden"), Month.of(today)),
        (_("Nästa månad"), shown.shifted(1)),
    ]
    return [(label, month) for label, month in turns if month.in_range and month != shown]
