"""The texts that visitors and editors read, found in the source as makemessages finds them, without its programs."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation.template import templatize

# (context or "", text, plural or "")
Message = tuple[str, str, str]
_ARGUMENTS = {
    "_": "m", "gettext": "m", "gettext_lazy": "m", "gettext_noop": "m", "ngettext": "mp", "ngettext_lazy": "mp",
    "pgettext": "cm", "pgettext_lazy": "cm", "npgettext": "cmp",
}  # fmt: skip
_CALL = re.compile(r" (_|gettext|ngettext|pgettext|npgettext)\(")


def messages_of(package: Path) -> set[Message]:
    found: set[Message] = set()
    for path in package.rglob("*.py"):
        if "migrations" not in path.parts:
            found |= set(_in_python(ast.parse(path.read_text(encoding="utf-8"))))
    for path in (*package.rglob("*.html"), *package.rglob("templates/**/*.txt")):
        found |= set(_in_template(path.read_text(encoding="utf-8")))
    return found


def _in_python(tree: ast.AST) -> Iterator[Message]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            yield from _message(_ARGUMENTS.get(name, ""), node.args)


def _message(kinds: str, arguments: list[ast.expr]) -> Iterator[Message]:
    texts = [argument.value for argument in arguments if isinstance(argument, ast.Constant)]
    if kinds and len(texts) >= len(kinds) and all(isinstance(text, str) for text in texts[: len(kinds)]):
        named = dict(zip(kinds, texts, strict=False))
        yield named.get("c", ""), named["m"], named.get("p", "")


def _in_template(text: str) -> Iterator[Message]:
    """Django writes a template as calls of gettext among blanked-out text."""
    calls = templatize(text)
    for match in _CALL.finditer(calls):
        yield from _in_python(ast.parse(_call(calls[match.start() + 1 :])))


def _call(text: str) -> str:
    """The call that ``text`` begins with."""
    for end in (match.end() for match in re.finditer(r"\)", text)):
        try:
            ast.parse(text[:end])
        except SyntaxError:
            continue
        return text[:end]
    raise ValueError(text)
