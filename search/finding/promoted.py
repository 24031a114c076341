"""Finds what communicators have chosen to show first for certain words."""

from wagtail.contrib.search_promotions.models import SearchPromotion

from networks.restrictions.closed_paths import is_listed
from networks.translation import address, lend_words

from ..analysis.terms import same_words


def promoted(text, language, request):
    """``[{"title", "url", "description"}]`` for a query with the same words in any form, if visitors may see it."""
    wanted = same_words(text)
    picked = [pick for pick in _promotions() if wanted and same_words(pick.query.query_string) == wanted]
    pages = lend_words([pick.page for pick in picked if pick.page], language)
    shown = {page.pk for page in pages if is_listed(page) and not _hidden_with_network(page)}
    open_picks = [pick for pick in picked if pick.page_id in shown or not pick.page_id]
    return [_shown(pick, request) for pick in open_picks]


def _hidden_with_network(page):
    """Whether ``page`` is an event of a network that is not live, which hides its events too."""
    event = getattr(page, "eventpage", None)
    return bool(event and event.network and not event.network.live)


def _promotions():
    """All promotions with their pages and, for an event, its network. One query, since they are few and words are
    compared in every form."""
    promotions = SearchPromotion.objects.select_related("query", "page__eventpage__network")
    long_texts = ("body", "introduction", "recurrence", "handed_out")
    return promotions.defer(*(f"page__eventpage__{name}" for name in long_texts)).order_by("sort_order")


def _shown(pick, request):
    if pick.page_id:
        title, url = pick.page.title, address(pick.page, request)
    else:
        title, url = pick.external_link_text, pick.external_link_url
    return {"title": title, "url": url, "description": pick.description}
