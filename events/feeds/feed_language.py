"""The language of a feed: Swedish unless its address asks for another (``?sprak=en``)."""

from django.conf import settings

from networks.translation import other_languages, shown_language


def in_shown_language(url):
    """The address of the feed at ``url`` in the language that is shown to the visitor."""
    language = shown_language()
    if not url or language == settings.LANGUAGE_CODE:
        return url
    return f"{url}{'&' if '?' in url else '?'}sprak={language}"


def asked_language(request):
    """The content language that a feed's address asks for; Swedish if it asks for none or for one we do not have."""
    asked = request.GET.get("sprak", "")
    return asked if asked in other_languages() else settings.LANGUAGE_CODE
