"""The other forms of a page, for those who need them."""

from django import template

from ..restrictions.closed_paths import is_listed
from ..translation import lend_words

register = template.Library()


@register.simple_tag
def other_ways(page):
    """``{"easy_read": a page that visitors may see or None, "sign_language": an address or ''}`` for ``page``."""
    source = getattr(page, "facts", None) or page
    easy_read = source.easy_read if source.easy_read_id else None
    if easy_read and not is_listed(easy_read):
        easy_read = None
    return {"easy_read": easy_read and lend_words([easy_read])[0], "sign_language": source.sign_language}
