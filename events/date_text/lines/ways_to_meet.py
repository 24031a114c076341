"""How people meet without a room: Teams, at a distance, hybrid."""

import re

_FLAGS = re.IGNORECASE
MODE = (
    r"(?:microsoft |ms )?teams(?:-?möte|länk|mötet)?(?: meeting)?|zoom(?:-?möte|-?id|länk| meeting)?"
    r"|skype(?: for business)?|webex|google meet"
    r"|digitalt?(?: möte| träff| form)?|digital[at] (?:möten?|träff(?:ar)?)|digitala|online|on-?line"
    r"|distans(?:mötet?)?|på distans|webb(?:mötet?|inarium)?"
    r"|videokonferens|videolänk|länk|telefon(?:mötet?)?|hybrid(?:mötet?|t)?|fysiskt?(?: möte| träff)?|på plats"
)
PHYSICAL = re.compile(r"(?:helt )?(?:fysiskt?(?: möte| träff)?|fysisk träff|på plats)", _FLAGS)
IS_MODE = re.compile(
    rf"(?:(?:via|på|i|över|genom|per|med|helt|endast|bara|ett|en|som|möte|mötet)\s+)*({MODE})(?![^\W_])", _FLAGS
)


def says_physical(text: str) -> bool:
    """Whether a heading is about meetings in a room: "Fysiska möten", "Möten på plats"."""
    return bool(re.search(r"(?<![^\W\d_])(?:fysisk[at]?|på plats)(?![^\W\d_])", text, _FLAGS))


def way_to_meet(text: str) -> str:
    """'Digitalt', 'Teams' ... of a sentence that says how all meetings are held, or ''."""
    found = re.search(r"(?<![^\W\d_])(?:digital[ta]?|teams|zoom|skype|online|distans)(?![^\W\d_])", text, _FLAGS)
    return mode_name(found[0]) if found else ""


def mode_name(ink: str) -> str:
    lowered = ink.lower()
    if "teams" in lowered:
        return "Teams"
    if "zoom" in lowered:
        return "Zoom"
    if lowered.startswith(("fysisk", "på plats")):
        return ""
    if lowered.startswith(("distans", "på distans")):
        return "Distans"
    if lowered.startswith("digital") or lowered == "länk":
        return "Digitalt"
    if lowered.startswith("hybrid"):
        return "Hybrid"
    return capital(ink)


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]
