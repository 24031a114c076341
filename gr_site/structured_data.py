"""Structured data about the site, as schema.org defines it. Pure.

Google documents Organization, WebSite (for the site's name) and BreadcrumbList. It withdrew the search box in results,
and with it SearchAction, in November 2024, so there is none here.
"""

from collections.abc import Iterable
from typing import Any, Final

Json = dict[str, Any]

_CONTEXT: Final = "https://schema.org"


def site(
    root: str,
    name: str,
    language: str,
    *,
    logo: str,
    address: str = "",
    email: str = "",
    phone: str = "",
    same_as: Iterable[str] = (),
) -> Json:
    """The organisation and its website. ``root`` is the site's address without a final slash; ``logo`` is absolute."""
    organisation = {
        "@type": "GovernmentOrganization",
        "@id": f"{root}/#organisation",
        "name": "Göteborgsregionen",
        "alternateName": "GR",
        "url": f"{root}/",
        "logo": logo,
        "address": address,
        "email": email,
        "telephone": phone,
        "sameAs": [each for each in same_as if each],
    }
    website = {
        "@type": "WebSite",
        "@id": f"{root}/#website",
        "name": name,
        "url": f"{root}/",
        "inLanguage": language,
        "publisher": {"@id": f"{root}/#organisation"},
    }
    return {"@context": _CONTEXT, "@graph": [_told(organisation), website]}


def breadcrumb_list(trail: Iterable[tuple[str, str]], here: str) -> Json:
    """The breadcrumbs of the shown page. ``trail`` has the names and absolute addresses of the pages above it. Google
    uses the page's own address for the last one."""
    above = list(trail)
    steps = [{"name": name, "item": address} for name, address in above] + [{"name": here}]
    return {
        "@context": _CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, **step} for place, step in enumerate(steps, start=1)
        ],
    }


def _told(thing: Json) -> Json:
    return {name: value for name, value in thing.items() if value}
