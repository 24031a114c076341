"""Reads templates as their packages ship them, past our own of the same name."""

import hashlib
from functools import cache
from pathlib import Path

from django.template import engines
from django.template.base import DebugLexer, TokenType

ROOT = Path(__file__).parents[2]
OURS = ("gr_site", "search", "events", "networks")
FOLDERS = [ROOT / package / "templates" for package in OURS]


def our_templates():
    """``{name: source}`` of all our templates."""
    paths = ((path, folder) for folder in FOLDERS for path in folder.rglob("*.html"))
    return {str(path.relative_to(folder)): path.read_text(encoding="utf-8") for path, folder in paths}


@cache
def upstream(name):
    """The source of ``name`` in the package that it comes from; None where only we have it."""
    for loader in engines["django"].engine.template_loaders:
        for each in loader.get_template_sources(name):
            path = Path(each.name)
            if path.exists() and not any(path.is_relative_to(folder) for folder in FOLDERS):
                return path.read_text(encoding="utf-8")
    return None


def parent(source):
    """The name of the template that ``source`` extends; None for one that extends none."""
    found = (token.split_contents() for token in tokens(source) if token.contents.startswith("extends "))
    return next((words[1].strip("\"'") for words in found), None)


def blocks(source):
    """``{name: source}`` of the blocks, those inside others included."""
    found, opened = {}, []
    for token in tokens(source):
        words = token.split_contents()
        if words[0] == "block":
            opened.append((words[1], token.position[1]))
        elif words[0] == "endblock":
            name, start = opened.pop()
            found[name] = source[start : token.position[0]]
    return found


def tokens(source):
    return [token for token in DebugLexer(source).tokenize() if token.token_type is TokenType.BLOCK]


def upstream_blocks(name):
    """The blocks of an upstream template and of those that it extends, the nearest first."""
    source = upstream(name)
    above = parent(source)
    return (upstream_blocks(above) if above else {}) | blocks(source)


def digest(source):
    """Eight hex digits; the same where only spaces and lines differ."""
    return hashlib.sha256(" ".join(source.split()).encode()).hexdigest()[:8]
