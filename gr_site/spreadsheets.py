"""Keeps formulas out of exported CSV files, which a spreadsheet program would run for whoever opens the file.
Signs that no xlsx file can hold are kept out of both.

Source: OWASP, "CSV Injection". In xlsx files Wagtail marks each cell as text or number.
"""

import re
import unicodedata

from wagtail.admin.views.mixins import SpreadsheetExportMixin

# The last four are the wide signs, which Excel in East Asian languages takes for the same.
SIGNS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
BREAKS = ("\t", "\r", "\n")
STARTS = SIGNS + BREAKS

# XML 1.0, section 2.2
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def plain(value):
    """``value``, with an apostrophe before a text that a spreadsheet program would take for a formula."""
    return f"'{value}" if isinstance(value, str) and _is_formula(value) else value


def _is_formula(text):
    """Whatever nobody sees may be skipped by some program: spaces of all kinds, controls, marks of direction."""
    seen = next((sign for sign in text if unicodedata.category(sign)[0] not in "ZC"), "")
    return seen in SIGNS or text.lstrip(" ").startswith(BREAKS)


def writable(value):
    """``value`` without the control characters that XML 1.0 cannot write. Anybody can type them at the log-in."""
    return _NOT_IN_XML.sub("", value) if isinstance(value, str) else value


def connect():
    """Let the exports of the admin be ``writable``, and in CSV ``plain``. Called once the apps are loaded."""
    theirs = SpreadsheetExportMixin.preprocess_field_value
    if getattr(theirs, "is_plain", False):
        return

    def preprocess_field_value(self, field, value, export_format):
        shown = writable(theirs(self, field, value, export_format))
        return plain(shown) if export_format == self.FORMAT_CSV else shown

    preprocess_field_value.is_plain = True
    SpreadsheetExportMixin.preprocess_field_value = preprocess_field_value
