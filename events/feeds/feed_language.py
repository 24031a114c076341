"""Which language a feed is written in: Swedish unless its address asks for another (``?sprak=en``)."""

from django.conf import settings

from networks.translation import other_languages, shown_language


def in_shown_language(url):
    """The address of the feed at ``url`` in the language that the visitor reads."""
    language = shown_language()
    if not url or language == settings.LANGUAGE_CODE:
        return url
    return f"{url}{'&' if '?' in url else '?'}sprak={language}"


def asked_language(request):
    """The content language that a feed's address asks for; Swedish where it asks for none that there is."""
    asked = request.GET.get("sprak", "")
    return asked if asked in other_languages() else settings.LANGUAGE_CODE
