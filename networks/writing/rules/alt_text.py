"""Judges whether an alternative text describes a picture (WCAG 1.1.1). Pure."""

import re

LONGEST = 250
_FILE_NAME = re.compile(r"\S*\.(?:avif|gif|heic|jpe?g|png|svg|tiff?|webp)", re.IGNORECASE)
_CAMERA = re.compile(
    r"(?:img|dsc|dscn|dscf|pxl|image|bild|foto|skärmbild|screenshot)?[\s_\-]*\d[\d\s_\-()]*", re.IGNORECASE
)
_NOTHING = {"bild", "foto", "fotografi", "image", "photo", "logo", "logotyp", "illustration", "ikon", "alt", "test"}


def says_nothing(text: str) -> bool:
    """Whether the text is a file name, a camera's number or just the word "bild"."""
    words = text.strip()
    named = _FILE_NAME.fullmatch(words) or _CAMERA.fullmatch(words) or ("_" in words and " " not in words)
    return bool(named) or words.casefold() in _NOTHING
