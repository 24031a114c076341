"""The web manifest (W3C, Web Application Manifest), for the site on a phone's home screen."""

from django.templatetags.static import static

from ..share_pictures.mark import FIELD

_ICONS = (("192x192", "icon-192.png", "any"), ("512x512", "icon-512.png", "any"))
_MASKABLE = ("512x512", "icon-maskable-512.png", "maskable")


def manifest():
    """The manifest as a dict, in Swedish, since a phone keeps only one for a site whatever language was shown."""
    return {
        "name": "Göteborgsregionens nätverk",
        "short_name": "GR nätverk",
        "description": "Göteborgsregionens nätverk, deras möten och deras kalendrar.",
        "lang": "sv",
        "dir": "ltr",
        "id": "/",
        "start_url": "/",
        "scope": "/",
        "display": "browser",
        "background_color": "#ffffff",
        "theme_color": FIELD,
        "icons": [
            {"src": static(f"gr_site/icons/{name}"), "sizes": sizes, "type": "image/png", "purpose": purpose}
            for sizes, name, purpose in (*_ICONS, _MASKABLE)
        ],
    }
