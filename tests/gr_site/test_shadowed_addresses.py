"""A view of ours that stands before a library's takes every address that the library's would. A narrower one is a
guard with a way around it."""

import re

from django.urls import Resolver404, get_resolver, resolve
from django.urls.resolvers import LocalePrefixPattern
from django.utils.regex_helper import normalize
from hypothesis import given, settings
from hypothesis import strategies as st
from wagtail.documents.views.serve import serve


def routes(patterns, prefix=""):
    """``(regular expression of the whole address, view)`` of each route, in the order of the resolver."""
    for pattern in patterns:
        own = "" if isinstance(pattern.pattern, LocalePrefixPattern) else pattern.pattern.regex.pattern.lstrip("^")
        whole = prefix + own.replace(r"\A", "")
        if hasattr(pattern, "url_patterns"):
            yield from routes(pattern.url_patterns, whole)
        else:
            yield whole, pattern.callback


def plain(expression):
    """An address that ``expression`` matches, with 1 for whatever it captures; None if 1 is not enough."""
    (form, names), *_ = normalize(f"^{expression}")
    address = form % dict.fromkeys(names, "1")
    return address if re.fullmatch(without_group_names(expression), address) else None


def without_group_names(expression):
    return re.sub(r"\(\?P<\w+>", "(", expression)


def leads_to(address):
    try:
        return resolve(f"/{address}").func
    except Resolver404:
        return None


def shadowed():
    """``(expression, view)`` of each route whose plain address leads to another view."""
    for expression, view in routes(get_resolver().url_patterns):
        address = plain(expression)
        if address is not None and leads_to(address) not in {None, view}:
            yield without_group_names(expression), view


SHADOWED = list(shadowed())


def addresses():
    return st.one_of(
        st.from_regex(re.compile(rf"\A(?:{expression.removesuffix('$')})\Z")).map(lambda path, view=view: (path, view))
        for expression, view in SHADOWED
    )


def test_there_are_some():
    assert len(SHADOWED) > 5


@settings(max_examples=200)
@given(addresses())
def test_no_address_leads_past_a_view_of_ours(found):
    address, hidden = found
    assert leads_to(address) is not hidden


def test_wagtails_view_of_documents_has_no_address():
    """It asks a document's collection only, and not the pages that show it."""
    assert serve not in [view for _, view in routes(get_resolver().url_patterns)]
