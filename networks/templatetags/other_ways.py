"""The ways to a page's contents for those who need another form of it."""

from django import template

from ..restrictions import is_listed
from ..translation import lend_words

register = template.Library()


@register.simple_tag
def other_ways(page):
    """``{"easy_read", "sign_language"}`` of ``page``: a page that visitors may see or None, and an address or ''."""
    source = getattr(page, "facts", None) or page
    easy_read = source.easy_read if source.easy_read_id else None
    if easy_read and not is_listed(easy_read):
        easy_read = None
    return {"easy_read": easy_read and lend_words([easy_read])[0], "sign_language": source.sign_language}
