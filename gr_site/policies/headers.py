"""Headers of every response beside the content security policy and those of Django's SecurityMiddleware. Pure."""

#: What no page of ours needs, and no page may ask for, whatever is written into it (Permissions Policy, W3C).
OFF = (
    "accelerometer", "browsing-topics", "camera", "display-capture", "geolocation", "gyroscope", "hid",
    "idle-detection", "local-fonts", "magnetometer", "microphone", "midi", "payment", "screen-wake-lock", "serial",
    "usb", "xr-spatial-tracking",
)  # fmt: skip
PERMISSIONS = ", ".join(f"{feature}=()" for feature in OFF)

#: Feeds and share pictures are made for other sites. So are the icons, which readers of feeds show.
FOR_OTHERS = ("/ics/", "/atom/", "/delningsbild/", "/favicon.ico", "/apple-touch-icon.png")
ADMIN = "/admin/"
#: What a browser only ever shows in a page, whose policies hold for it. An SVG can be opened by itself, and may
#: hold scripts: only those of the site's own files do not.
PARTS = ("text/css", "text/javascript", "font/", "image/")
SVG = "image/svg+xml"
OWN_FILES = "/static/"
#: Where browsers report what they refuse.
POLICY_REPORTS = "/regelrapport/"


def headers(path: str) -> dict[str, str]:
    """``{name: value}`` for the page, or whatever may be shown as one, at ``path``."""
    return {"Permissions-Policy": PERMISSIONS} | headers_of_part(path)


def headers_of_part(path: str) -> dict[str, str]:
    """``{name: value}`` for a part of a page. More would only weigh: a first view has seven or eight parts."""
    return {"Cross-Origin-Resource-Policy": embeddable_by(path)}


def is_part(path: str, content_type: str) -> bool:
    """Whether what is at ``path``, with that Content-Type (RFC 9110, section 8.3), is only ever shown in a page."""
    return content_type.startswith(PARTS) and (path.startswith(OWN_FILES) or not content_type.startswith(SVG))


def reporting(is_secure: bool) -> tuple[dict[str, str], dict[str, str]]:
    """The directives that say where to report, and the headers that these need.

    Browsers that know the Reporting API use nothing else once it is named, but only over https (Reporting API, W3C).
    """
    old = {"report-uri": POLICY_REPORTS}
    if not is_secure:
        return old, {}
    return old | {"report-to": "regler"}, {"Reporting-Endpoints": f'regler="{POLICY_REPORTS}"'}


def embeddable_by(path: str) -> str:
    """Whose pages may embed what is at ``path`` (Fetch Standard, section 3.7).

    GR's other sites may use the pictures of this one; nobody may embed what is in the admin.
    """
    if path.startswith(FOR_OTHERS):
        return "cross-origin"
    return "same-origin" if path.startswith(ADMIN) else "same-site"
