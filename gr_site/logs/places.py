"""Where in the site a request was, without its address: a visitor can write anything there, such as a name."""

import sys
from http import HTTPMethod
from pathlib import Path

OTHER = "other"
ROOTS = (Path(__file__).parents[2], *map(Path, sys.path))
LARGEST_KEY = 10_000_000  # above it are telephone numbers and personal identity numbers


def place(request):
    """``{"view": name, "keys": [numbers in the address], "page": key}``, without what is not known."""
    match = getattr(request, "resolver_match", None)
    if match is None:
        return {}
    values = [*match.args, *match.kwargs.values()]
    keys = [value for value in values if isinstance(value, int) and value <= LARGEST_KEY]
    found = {"view": view(match), "keys": keys, "page": getattr(request, "page_served", None)}
    return {name: value for name, value in found.items() if value}


def view(match):
    """The name of a view; where it has none, the pattern of its address."""
    return match.view_name if match.url_name else f"/{match.route}"


def view_of(request):
    """The name of the view that answers ``request`` (or None); empty where there is none."""
    match = getattr(request, "resolver_match", None)
    return view(match) if match else ""


def method(request):
    """A method of HTTP. Whoever asks can send any word as one."""
    return request.method if request.method in HTTPMethod.__members__ else OTHER


def note_page(page, request, args, kwargs):
    """A hook: remembers which page Wagtail found at the address."""
    request.page_served = page.pk


def short(filename):
    """The path of a file of the code, from the site's folder or the packages' on."""
    path = Path(filename)
    inner = [path.relative_to(root) for root in ROOTS if root.is_absolute() and path.is_relative_to(root)]
    return str(min(inner, key=lambda each: len(each.parts), default=path))
