"""Text in the wrong encoding, such as "FÃ¶rskola" or "Fšrskola" for "Förskola": recognised and put right."""

from __future__ import annotations

import re

#: (the encoding that the text was read in, the one that it was written in)
_MISTAKES = (("cp1252", "utf-8"), ("cp1252", "mac_roman"), ("mac_roman", "cp1252"), ("cp850", "cp1252"))
_SWEDISH = re.compile(r"[åäöÅÄÖé]")
_LEAST = 3
#: Bytes that Windows-1252 leaves undefined stand for themselves, as browsers read them.
_UNDEFINED = {0xDC00 + byte: byte for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}


def decode_windows(data: bytes) -> str:
    """Windows-1252, without losing the five bytes that it does not define."""
    return data.decode("cp1252", errors="surrogateescape").translate(_UNDEFINED)


def with_right_letters(text: str) -> tuple[str, str]:
    """The text with its Swedish letters, and a remark in Swedish for the editor ("" if nothing is wrong)."""
    best, most = text, _LEAST + 3 * len(_SWEDISH.findall(text))
    for read_as, written_in in _MISTAKES:
        candidate = "\n".join(_turned(line, read_as, written_in) for line in text.split("\n"))
        if (count := len(_SWEDISH.findall(candidate))) >= most:
            best, most = candidate, count + 1
    if best != text:
        return best, _remark(text, best)
    if "\ufffd" in text:
        return text, "Tecken saknas i texten (\ufffd). Spara originalet som UTF-8 och läs in det igen."
    return text, ""


def _turned(line: str, read_as: str, written_in: str) -> str:
    """The line as it was written, or as it is when it cannot have been written so."""
    try:
        return _encoded(line, read_as).decode(written_in)
    except UnicodeError:
        return line


def _encoded(line: str, encoding: str) -> bytes:
    try:
        return line.encode(encoding)
    except UnicodeEncodeError:
        return b"".join(char.encode("latin-1" if 0x80 <= ord(char) <= 0x9F else encoding) for char in line)


def _remark(before: str, after: str) -> str:
    pairs = ((one, two) for one, two in zip(before.split(), after.split(), strict=False) if one != two)
    wrong, right = max(pairs, key=lambda pair: len(pair[1]) > 2, default=("Ã¶", "ö"))
    return (
        f"Filen har fel teckenkodning: där står ”{wrong[:40]}” för ”{right[:40]}”. Texten är läst med rätta "
        "bokstäver. Kontrollera å, ä och ö, eller spara filen som UTF-8 och läs in den igen."
    )
