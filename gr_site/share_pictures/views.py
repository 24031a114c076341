from django.conf import settings
from django.core.cache import cache
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import translation
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe
from wagtail.models import Page

from networks.files.answers import for_everybody
from networks.restrictions.closed_paths import is_listed
from networks.translation import is_of_source

from .drawing import draw
from .subjects import picture_of, words_lent

_KEPT = 86_400  # seconds to keep a drawn picture for its next reader


def address_of(page, picture, language):
    """The address of ``picture``, which changes with anything that is drawn."""
    return reverse("share_picture", args=[page.translation_key, language, picture.digest])


@require_safe
def share_picture(request, key, language, digest):
    """The PNG for the page with the translation key ``key``; 404 if visitors may not see the page.

    An earlier picture's address redirects to the current one, because people have shared it.
    """
    if language not in dict(settings.WAGTAIL_CONTENT_LANGUAGES):
        raise Http404
    with translation.override(language):
        page = words_lent(_public_page(key))
        picture = picture_of(page)
    if digest != picture.digest:
        return HttpResponseRedirect(address_of(page, picture, language))
    etag = quote_etag(digest)
    response = get_conditional_response(request, etag=etag) or _drawn(picture)
    response["ETag"] = etag
    return for_everybody(response)


def _drawn(picture):
    content = cache.get_or_set(f"share-picture-{picture.digest}", lambda: draw(picture), _KEPT)
    return HttpResponse(content, content_type="image/png")


def _public_page(key):
    """The source page with the key ``key``, which decides whether a translation is public."""
    pages = Page.objects.filter(translation_key=key, alias_of=None, depth__gt=1).select_related("locale")
    source = max(pages, key=is_of_source, default=None)
    if source is None or not is_listed(source):
        raise Http404
    page = source.specific
    network = getattr(page, "network", None)
    if network and not is_listed(network):
        raise Http404
    page.facts = page
    return page
