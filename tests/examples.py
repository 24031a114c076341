"""How many examples a property gets whose number is not the usual one."""

from hypothesis import settings

USUAL = 60  # and a third of it in the profile ``ci``, which ``make test`` asks for


def examples(wide, fewest=2):
    """``wide`` of them, and in ``make test`` a third of them, as of the usual number.

    Not below ``fewest``: the first example is the simplest there is, and says little alone.
    """
    return min(wide, max(fewest, wide * settings.default.max_examples // USUAL))
