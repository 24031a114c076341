"""Reads the setting for machine translation from an environment variable. Pure."""

from typing import Any
from urllib.parse import urlsplit

_CLASSES = "wagtail_localize.machine_translators"


def machine_translator(address: str) -> dict[str, Any] | None:
    """The setting WAGTAILLOCALIZE_MACHINE_TRANSLATOR; None for no address.

    ``deepl:KEY`` is DeepL and ``libretranslate:https://host`` LibreTranslate, with its key after ``#`` if it needs
    one. Raises ValueError for anything else, so that a mistake does not silently turn translation off.
    """
    service, _, rest = address.partition(":")
    if not address:
        return None
    if service == "deepl" and rest:
        return {"CLASS": f"{_CLASSES}.deepl.DeepLTranslator", "OPTIONS": {"AUTH_KEY": rest}}
    if service == "libretranslate" and urlsplit(rest).scheme in {"http", "https"}:
        url, _, key = rest.partition("#")
        options = {"LIBRETRANSLATE_URL": url.rstrip("/"), "API_KEY": key}
        return {"CLASS": f"{_CLASSES}.libretranslate.LibreTranslator", "OPTIONS": options}
    raise ValueError("MACHINE_TRANSLATOR is deepl:KEY or libretranslate:https://host, with #KEY after it if needed.")
