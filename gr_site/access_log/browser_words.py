from django.utils.translation import gettext as _

from .browsers import browser_and_system


def in_words(user_agent):
    """A browser as its user may know it: "Firefox på Windows". ``user_agent`` is a header that may say anything."""
    browser, system = browser_and_system(user_agent)
    if browser and system:
        return _("%(browser)s på %(system)s") % {"browser": browser, "system": system}
    return browser or system or _("okänd webbläsare")
