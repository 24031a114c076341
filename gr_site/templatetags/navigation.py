"""The menu, the footer's pages and the breadcrumbs, read from the page tree."""

from django import template
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, Site

from events.models import CalendarPage
from networks.pages.known_parents import known_parent
from networks.restrictions.closed_paths import restricted
from networks.translation import lend_words

from ..models import GlossaryPage

register = template.Library()


@register.simple_tag(takes_context=True)
def site_navigation(context):
    """``{"home", "menu", "footer", "footer_text", "glossary", "calendar"}``: children of the home page that any
    visitor may see, in the shown language.

    Pages that editors show in menus are the menu; the others (about the site, accessibility, cookies) are the footer.
    Read once per request, since both the header and the footer need it.
    """
    request = context["request"]
    if not hasattr(request, "_site_navigation"):
        request._site_navigation = _read_navigation(request)
    return request._site_navigation


def _read_navigation(request):
    site = Site.find_for_request(request)
    if site is None:
        return {"home": None, "menu": [], "footer": [], "footer_text": "", "glossary": None, "calendar": None}
    home = site.root_page
    children = getattr(request, "pages_under_source", None) or list(home.get_children().live())
    hidden = restricted(page.path for page in children)
    pages = lend_words([page for page in children if page.path not in hidden])
    return {
        "home": home,
        "menu": [page for page in pages if page.show_in_menus],
        "footer": [page for page in pages if not page.show_in_menus],
        "footer_text": _footer_text(request, home),
        "glossary": _first(GlossaryPage, pages),
        "calendar": _first(CalendarPage, pages),
    }


def _first(model, pages):
    """The first of ``pages`` that is of that type; None if none is."""
    kind = ContentType.objects.get_for_model(model)
    return next((page for page in pages if page.content_type_id == kind.pk), None)


def _footer_text(request, home):
    """The footer's text, already read with the home page if the request was routed through it.

    "" while the site's first page is Wagtail's own, which is what migrations leave.
    """
    routed = getattr(request, "home_page", None)
    return getattr(routed or home.localized.specific, "footer_text", "")


@register.simple_tag(takes_context=True)
def breadcrumbs(context, page, through=False):
    """The pages from the home page down to ``page``'s parent or, with ``through``, down to ``page``.

    ``[]`` on the home page. Only the home page if the view shows no page of the tree.
    Pages that are not live are left out, since visitors are not told their titles.
    """
    navigation = site_navigation(context)
    home = navigation["home"]
    if not home or not isinstance(page, Page):
        return [home] if home else []
    if not page.pk:
        return []
    above = _routed_through(page, home) or _known(page, navigation) or _read(page, home)
    above = [each for each in above if each.live or each.pk == home.pk]
    return lend_words([*above, page] if through else above)


def _known(page, navigation):
    """The ancestors, if the menu and the page's own network have already read all of them; else ``[]``."""
    read = [navigation["home"], *navigation["menu"], *navigation["footer"], getattr(page, "network", None)]
    by_path = {each.path: each for each in read if each}
    depths = range(navigation["home"].depth, page.depth)
    above = [by_path.get(page.path[: depth * Page.steplen]) for depth in depths]
    return above if all(above) else []


def _read(page, home):
    return list(page.get_ancestors().filter(depth__gte=home.depth))


def _routed_through(page, home):
    """The ancestors that routing read on its way to ``page``; ``[]`` if the page was found in another way."""
    ancestors = []
    while (page := known_parent(page)) is not None:
        ancestors.insert(0, page)
        if page.depth == home.depth:
            return ancestors
    return []


@register.simple_tag(takes_context=True)
def current_mark(context, page):
    """The ``aria-current`` of a link to ``page``: 'page' on the page itself, 'true' on pages below it, else ''."""
    here = context.get("page") or context.get("event")
    if not isinstance(here, Page) or not here.path:
        return ""
    paths = [each.path for each in (page, getattr(page, "translation", None)) if each]
    if here.path in paths:
        return "page"
    return "true" if here.path.startswith(tuple(paths)) else ""
