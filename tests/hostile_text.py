"""Text of any length that costs a careless reader more than its length: one kind for each way to be careless."""

from collections.abc import Callable

PLAIN = (
    "Nätverket för förskolechefer träffas fredagen den 9 oktober 2026 kl. 08.30–11.30 på Gårdavägen 2 i Göteborg. "
    "Deltagarna kommer från tretton kommuner, och gruppen bereder ärenden åt utbildningschefernas nätverk. "
)


_FIGURES = "aeiouyåäöbdfghklmnprstv"


def _repeated(unit: str) -> Callable[[int], str]:
    return lambda length: (unit * (length // len(unit) + 1))[:length]


def _between(start: str, unit: str, end: str = "") -> Callable[[int], str]:
    return lambda length: start + _repeated(unit)(length - len(start) - len(end)) + end


def _counted(unit: str) -> Callable[[int], str]:
    return lambda length: "".join(unit.format(number) for number in range(length // (len(unit) - 2) + 1))[:length]


def _in_letters(number: int) -> str:
    """``number`` with letters as its figures, so that each number is a word of its own."""
    word = ""
    while number or not word:
        number, figure = divmod(number, len(_FIGURES))
        word += _FIGURES[figure]
    return word


def _distinct_letters(length: int) -> str:
    # The step is a prime, so that the words that follow each other have little in common.
    return " ".join(_in_letters(10**7 + 7919 * number) for number in range(length // 7 + 1))[:length]


#: ``{kind: function of a length in characters}``. The first kind is what the others are compared with.
KINDS: dict[str, Callable[[int], str]] = {
    "plain": _repeated(PLAIN),
    "one letter": _repeated("a"),
    "consonants": _repeated("x"),
    "capitals": _repeated("Å"),
    "genitives": _repeated("s"),
    "endings": _between("möt", "arnaserna"),
    "doubled": _between("grup", "p"),
    "glued compound": _repeated("nätverkschef"),
    "glued, unknown end": _between("", "förskolebarnomsorgsgrupp", "qqq"),
    "glued heads": _between("", "skol", "xyzt"),
    "combining marks": _repeated("a" + 30 * "\u0301"),
    "only marks": _between("a", "\u0301\u0323"),
    "hyphens": _repeated("-"),
    "hyphened": _repeated("ab-"),
    "hyphened letters": _repeated("a-"),
    "hyphened compounds": _repeated("nätverkschef-"),
    "apostrophes": _repeated("a'"),
    "soft hyphens": _repeated("nätverk\u00ad"),
    "digits": _repeated("7"),
    "dashed digits": _repeated("1-"),
    "figures with points": _repeated("1."),
    "dates": _repeated("9/10 2026 "),
    "half dates": _repeated("den 1 "),
    "spaces": _between("a", " ", "b"),
    "no-break spaces": _between("a", "\u00a0", "b"),
    "line ends": _between("a", "\n", "b"),
    "points": _repeated("."),
    "abbreviations": _repeated("bl.a."),
    "brackets": _repeated("("),
    "square brackets": _repeated("[["),
    "nested": lambda length: "(" * (length - length // 2) + ")" * (length // 2),
    "less-than": _repeated("<"),
    "greater-than": _repeated(">"),
    "open links": _repeated('<a href="'),
    "open tags": _repeated("<b>"),
    "open headings": _repeated("<h2>"),
    "open comments": _repeated("<!--"),
    "closed headings": _repeated("<h2>Om oss</h2>"),
    "quotes": _repeated("\"'"),
    "ampersands": _repeated("&"),
    "entities": _repeated("&amp;"),
    "number entity": _between("&#", "1", ";"),
    "zero width": _repeated("nät\u200b\u200d\u2060verk"),
    "only zero width": _repeated("\u200b"),
    "emoji": _repeated("\U0001f468\u200d\U0001f469\u200d\U0001f467"),
    "right to left": _repeated("שלוםسلام"),
    "overrides": _repeated("\u202eabc\u202c"),
    "ligatures": _repeated("\ufdfa"),
    "sharp s": _repeated("ß"),
    "underscores": _repeated("_"),
    "slashes": _repeated("/"),
    "address": _between("https://www.example.se/", "a/"),
    "e-mail": _repeated("a@b."),
    "distinct words": _counted("ord{} "),
    "distinct compounds": _counted("nätverk{}chefsmöte "),
    "distinct letters": _distinct_letters,
    "distinct headings": _counted("<h2>Rubrik {}</h2>"),
    "short words": _repeated("a b "),
    "capital sentences": _repeated("A. "),
    "tabs": _repeated("a\t"),
    "nulls": _repeated("\x00"),
    "surrogate-like": _repeated("\U0010ffff"),
}
