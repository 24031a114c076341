"""Says what search engines may read (RFC 9309). Pure."""

from typing import Final

# Filters and pagination give endless addresses that only repeat what others already show.
_CLOSED: Final = ("/admin/", "/stilguide/", "/*?")
# The longest rule wins. Google Calendar obeys robots.txt when it reads a calendar, whose address may have a query.
_OPEN: Final = ("/ics/", "/atom/")


def robots_text(sitemap: str, *, indexed: bool) -> str:
    """The text of robots.txt. A site that is not ``indexed``, such as a test copy, is closed."""
    if not indexed:
        return "User-agent: *\nDisallow: /\n"
    rules = [f"Disallow: {path}" for path in _CLOSED] + [f"Allow: {path}" for path in _OPEN]
    return "\n".join(["User-agent: *", *rules, "", f"Sitemap: {sitemap}", ""])
