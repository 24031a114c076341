"""Writes the addresses of feeds. They end in a readable name, since Thunderbird names the calendar by it.

The key before the name decides what the feed holds, and the name is ignored, so an address survives a renaming. An
address without a name is the form of earlier years, which people's programs still have: both give the same bytes.
"""

from django.urls import reverse
from django.utils.text import slugify

LONGEST = 60  # characters of a name


def named(kind, name, *key, day=""):
    """'/ics/natverk/<key>/forskolenatverket.ics' for ("network", "Förskolenätverket", key)."""
    return reverse(f"feeds:{kind}", args=[*key, file_name(name, day)])


def unnamed(kind, **key):
    """The same without the name, as short as what decides the contents."""
    return reverse(f"feeds:{kind}", kwargs=key)


def file_name(name, day=""):
    """'forskolenatverket' or 'forskolenatverket-2020-02-07': a file's name without its ending, and never empty."""
    text = slugify(name)[:LONGEST].strip("-_") or "kalender"
    return f"{text}-{day}" if day else text
