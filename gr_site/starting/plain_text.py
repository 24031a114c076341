"""Turns the plain text of TOML files into values for Wagtail's text fields."""

import re

from django.utils.html import escape

_LINK = re.compile(r"\[([^\]]+)\]\((https?://[^\s)]+)\)")


def rich_text(text: str) -> str:
    """HTML of paragraphs and lists; ``[text](https://address)`` becomes a link."""
    return "".join(_block(block) for block in re.split(r"\n\s*\n", text.strip()) if block)


def _block(block: str) -> str:
    lines = block.splitlines()
    bullets = [line for line in lines if line.startswith("- ")]
    words = " ".join(line.strip() for line in lines if line not in bullets)
    paragraph = f"<p>{_inline(words)}</p>" if words else ""
    rows = "".join(f"<li>{_inline(line[2:].strip())}</li>" for line in bullets)
    return paragraph + (f"<ul>{rows}</ul>" if rows else "")


def _inline(text: str) -> str:
    return _LINK.sub(r'<a href="\2">\1</a>', escape(text))


def stream(text: str) -> list[tuple[str, str]]:
    """The blocks of a BodyBlock: a heading for each line that begins with "## ", and the text between."""
    blocks = []
    for part in re.split(r"^(## .+)$", text, flags=re.MULTILINE):
        if part.startswith("## "):
            blocks.append(("heading", part[3:].strip()))
        elif part.strip():
            blocks.append(("paragraph", rich_text(part)))
    return blocks
