"""The one stylesheet: small, self-contained, and all that a page waits for."""

from gr_site.styleguide.tokens import STYLESHEET

FONTS = STYLESHEET.parents[1] / "fonts"


def test_no_other_host_and_small_fonts():
    css = STYLESHEET.read_text()
    assert "//" not in css.replace("/*", "").replace("*/", "")
    assert "@import" not in css
    assert sum(path.stat().st_size for path in FONTS.glob("*.woff2")) < 30_000
