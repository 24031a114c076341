"""Line breaks in long Swedish compounds and in clock times."""

import re

from django import template

from ..typography import compounds

register = template.Library()


@register.filter(is_safe=True)
def breakable(text, longest=16):
    """See ``compounds.breakable``."""
    return compounds.breakable(str(text), longest)


@register.filter(is_safe=True)
def whole_hours(text):
    """``text`` with "kl. 08.30–11.30" kept together. Browsers would break it after the dash and the space."""
    joined = re.sub(r"(?<=\d)–(?=\d)", "–\u2060", str(text))
    return re.sub(r"\bkl\. (?=\d)", "kl.\u00a0", joined)
