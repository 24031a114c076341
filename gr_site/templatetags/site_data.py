"""Structured data on pages: the breadcrumbs, and the organisation behind the site."""

from django import template
from django.templatetags.static import static
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from wagtail.models import Site

from networks.pages.json_ld import script
from networks.translation import address, shown_language

from ..models import SiteFooter
from ..structured_data import breadcrumb_list, site

register = template.Library()


@register.simple_tag(takes_context=True)
def structured_trail(context, trail, here):
    """JSON-LD for the breadcrumbs: ``trail`` from the tag ``breadcrumbs`` and the name of what is shown, which is the
    page unless ``here`` is given."""
    request = context["request"]
    root = Site.find_for_request(request).root_url
    names = [pgettext("stigen till sidan", "Start"), *(page.title for page in trail[1:])]
    steps = [(name, root + address(page, request)) for name, page in zip(names, trail, strict=True)]
    return script(breadcrumb_list(steps, str(here or context["page"].title)))


@register.simple_tag(takes_context=True)
def structured_site(context):
    """JSON-LD for the organisation and the website, for the home page."""
    request = context["request"]
    root, footer = Site.find_for_request(request).root_url, SiteFooter.for_request(request)
    return script(
        site(
            root,
            _("Göteborgsregionens nätverk"),
            shown_language(),
            logo=root + static("gr_site/icons/icon-512.png"),
            address=" ".join(footer.address.split()),
            email=footer.email,
            phone=footer.phone,
            same_as=(footer.linkedin, footer.facebook, footer.youtube),
        )
    )
