"""What search engines may read (RFC 9309). Pure."""

from typing import Final

# Filters and turned pages show in another order what another address shows already, without end.
_CLOSED: Final = ("/admin/", "/stilguide/", "/*?")
# The longest rule wins. Google Calendar asks robots.txt before it reads a calendar, whose address may have a query.
_OPEN: Final = ("/ics/", "/atom/")


def robots_text(sitemap: str, *, indexed: bool) -> str:
    """The text of robots.txt. A site that is not ``indexed``, such as one for trying things out, is closed."""
    if not indexed:
        return "User-agent: *\nDisallow: /\n"
    rules = [f"Disallow: {path}" for path in _CLOSED] + [f"Allow: {path}" for path in _OPEN]
    return "\n".join(["User-agent: *", *rules, "", f"Sitemap: {sitemap}", ""])
