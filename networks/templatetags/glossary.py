"""Explains glossary terms on a page: links the first occurrence of each to a list of explanations."""

from django import template
from django.conf import settings

from ..glossary.marking import mark_first
from ..glossary.terms import shown_terms, sought
from ..translation import text_language

register = template.Library()


class _Page:
    """The terms found so far on the page of a request."""

    def __init__(self):
        self.terms, self.seen, self.found = shown_terms(), set(), []


class ExplainNode(template.Node):
    def __init__(self, nodes, thing):
        self.nodes, self.thing = nodes, thing

    def render(self, context):
        html, request = self.nodes.render(context), context.get("request")
        if request is None or not html.strip():
            return html
        if not hasattr(request, "_explained_terms"):
            request._explained_terms = _Page()
        page, thing = request._explained_terms, self.thing.resolve(context)
        language = text_language(thing) if thing else settings.LANGUAGE_CODE
        html, found = mark_first(html, sought(page.terms, language), page.seen)
        page.found += found
        return html


@register.tag
def explain(parser, token):
    """``{% explain page %}…{% endexplain %}`` marks the terms in a text in the language of ``page``."""
    _name, thing = token.split_contents()
    nodes = parser.parse(("endexplain",))
    parser.delete_first_token()
    return ExplainNode(nodes, parser.compile_filter(thing))


@register.simple_tag(takes_context=True)
def explained_terms(context):
    """The terms marked on the page so far, from A to Ö."""
    page = getattr(context.get("request"), "_explained_terms", None)
    return [term for term in page.terms if term.key in page.found] if page else []
