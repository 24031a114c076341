"""Tells the words of templates from those of fields: what ``{% translate %}`` says stands between two marks."""

from django.templatetags import i18n
from django.utils.safestring import SafeString

OPEN, CLOSE = "\ue000", "\ue001"


def mark_what_templates_say(monkeypatch):
    """From now on the pages' own words stand outside the marks, also those within a ``{% blocktranslate %}``."""
    value_of = i18n.render_value_in_context
    monkeypatch.setattr(i18n, "render_value_in_context", lambda *args: SafeString(f"{CLOSE}{value_of(*args)}{OPEN}"))
    monkeypatch.setattr(i18n.TranslateNode, "render", _marking(i18n.TranslateNode.render, _bare))
    monkeypatch.setattr(i18n.BlockTranslateNode, "render", _marking(i18n.BlockTranslateNode.render, str))


def _marking(render, inside):
    def rendered(node, context, *args, **kwargs):
        said = render(node, context, *args, **kwargs)
        if node.asvar:
            context[node.asvar] = _marked(inside(context[node.asvar]))
        return _marked(inside(said)) if said else said

    return rendered


def _bare(text):
    return text.replace(OPEN, "").replace(CLOSE, "")


def _marked(text):
    return SafeString(f"{OPEN}{text}{CLOSE}")


def own_text(texts):
    """``texts``, which follow each other on a page, without what templates say."""
    depth = 0
    for text in texts:
        own = []
        for letter in text:
            if letter in (OPEN, CLOSE):
                depth += 1 if letter == OPEN else -1
                own.append(" ")
            elif depth < 1:
                own.append(letter)
        yield "".join(own)
