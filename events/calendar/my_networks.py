"""Mina nätverk: a person ticks networks, sees their meetings and gets one feed. The choice is only in the address."""

import re

from django import forms
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from networks.listing.matching import group_by_area, matching
from networks.models import NetworkPage
from networks.models.choices import Status

from ..feeds.addresses import named
from ..feeds.feed_language import in_shown_language
from ..models import Occurrence
from ..selection.addresses import keys_of, my_networks_url, networks_named
from ..selection.short_keys import MOST, joined, short_keys
from .views import by_month

MEETINGS = 60
_IN_ADDRESS = re.compile(r"(?:/mina/|[?&]n=)([0-9a-f-]+)", re.IGNORECASE)


class KeysField(forms.Field):
    """Short keys: one from each ticked box, or all joined with hyphens as in addresses."""

    widget = forms.SelectMultiple

    def to_python(self, value):
        return "-".join(value or [])


class MyNetworksForm(forms.Form):
    """Field names are parameters in addresses that people bookmark: never rename them."""

    n = KeysField(required=False)
    adress = forms.CharField(label=_("Har du redan en adress till Mina nätverk?"), required=False, max_length=2000)

    def clean_adress(self):
        """The short keys in a pasted address of the feed or the page; '' if it has none."""
        text = self.cleaned_data["adress"]
        found = _IN_ADDRESS.findall(text)
        if text and not found:
            raise forms.ValidationError(_("Det här är ingen adress till Mina nätverk. Den slutar på .ics."))
        return "-".join(found)

    @property
    def keys(self):
        return "-".join(filter(None, [self.cleaned_data.get("n"), self.cleaned_data.get("adress")]))


def page(request):
    """The networks to choose from and, when some are chosen, their coming meetings and how to subscribe."""
    form = MyNetworksForm(request.GET)
    form.is_valid()
    keys = keys_of(NetworkPage)
    asked = set(filter(None, form.keys.lower().split("-")))
    chosen = list(networks_named(form.keys, keys)) if asked else []
    context = _choice(chosen, keys) | {
        "form": form,
        "groups": _groups(chosen, short_keys(keys)),
        "lost": len(chosen) < min(len(asked), MOST),
        "too_many": len(asked) > MOST,
        "most": MOST,
    }
    short_address = context.get("page_address")
    if short_address and not (context["lost"] or context["too_many"]) and request.get_full_path() != short_address:
        return redirect(short_address)  # which people bookmark and share
    return render(request, "events/my_networks.html", context)


def _choice(networks, keys):
    """The template variables for the chosen networks: their coming meetings and the addresses of the choice."""
    if not networks:
        return {"chosen": [], "months": []}
    today = timezone.localdate()
    short = joined([network.translation_key for network in networks], keys)
    meetings = Occurrence.objects.public().for_networks([network.pk for network in networks])
    rows = list(meetings.with_pages().upcoming(today)[: MEETINGS + 1])
    return {
        "chosen": networks,
        "months": by_month(rows[:MEETINGS], today),
        "more": len(rows) > MEETINGS,
        "feed_url": in_shown_language(named("my_networks", gettext("Mina nätverk"), short)),
        "page_address": my_networks_url(short),
    }


def _groups(chosen, short):
    """``[(area or None, [(network, its short key, whether it is ticked)])]``. Closed networks only if chosen."""
    networks = matching({})
    ticked = {network.pk for network in chosen}
    closed = [network for network in chosen if network.status == Status.CLOSED]
    groups = [*group_by_area(networks), *([(None, closed)] if closed else [])]
    return [
        (area, [(network, short[network.translation_key], network.pk in ticked) for network in rows])
        for area, rows in groups
    ]
