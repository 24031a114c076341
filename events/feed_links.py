"""The feed that fits what a visitor looks at."""

from django.urls import reverse


def feed_url(form):
    """The feed of a filtered calendar: the chosen network's or area's, else the whole region's."""
    chosen = getattr(form, "cleaned_data", {})
    if chosen.get("natverk"):
        return reverse("feeds:network", args=[chosen["natverk"].translation_key])
    if chosen.get("omrade"):
        return reverse("feeds:area", args=[chosen["omrade"].translation_key])
    return reverse("feeds:region")
