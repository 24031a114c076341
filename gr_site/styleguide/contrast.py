"""Calculates contrast between colours (WCAG 2.2, glossary, "contrast ratio" and "relative luminance"). Pure."""


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two opaque colours, each '#rgb' or '#rrggbb': 1 to 21, in any order."""
    low, high = sorted([luminance(one), luminance(other)])
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance: 0 for black, 1 for white."""
    digits = colour.removeprefix("#")
    pairs = [digits[i : i + 2] for i in (0, 2, 4)] if len(digits) == 6 else [digit * 2 for digit in digits]
    red, green, blue = (_linear(int(pair, 16) / 255) for pair in pairs)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
