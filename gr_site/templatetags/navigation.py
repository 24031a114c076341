"""The menu, the footer's pages and the path to a page, read from the page tree."""

from django import template
from wagtail.models import Page, Site

from networks.querysets import restricted_paths

register = template.Library()


@register.simple_tag(takes_context=True)
def site_navigation(context):
    """``{"home", "menu", "footer"}``: pages right under the site's home page that any visitor may see.

    Those that editors show in menus make the menu; the others (about the site, accessibility, cookies) the footer.
    """
    home = _home(context["request"])
    if home is None:
        return {"home": None, "menu": [], "footer": []}
    pages = list(home.get_children().live().exclude(restricted_paths()))
    return {
        "home": home,
        "menu": [page for page in pages if page.show_in_menus],
        "footer": [page for page in pages if not page.show_in_menus],
    }


@register.simple_tag(takes_context=True)
def breadcrumbs(context, page):
    """The pages from the home page down to ``page``'s parent, in order; ``[]`` on the home page."""
    home = _home(context["request"])
    return list(page.get_ancestors().filter(depth__gte=home.depth)) if home and page.pk else []


@register.simple_tag(takes_context=True)
def current_mark(context, page):
    """What ``aria-current`` says of a link to ``page``: 'page' on it, 'true' on a page below it, else ''."""
    here = context.get("page")
    if not isinstance(here, Page) or not here.path:
        return ""
    if here.pk == page.pk:
        return "page"
    return "true" if here.path.startswith(page.path) else ""


def _home(request):
    site = Site.find_for_request(request)
    return site.root_page.localized if site else None
