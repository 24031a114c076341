"""Keeps formulas out of exported CSV files. A spreadsheet program would run them for whoever opens the file.

Source: OWASP, "CSV Injection". In xlsx files Wagtail marks each cell as text or number.
"""

from wagtail.admin.views.mixins import SpreadsheetExportMixin

# The last four are the wide signs, which Excel in East Asian languages takes for the same.
STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def plain(value):
    """``value``, with an apostrophe before a text that a spreadsheet program would take for a formula."""
    return f"'{value}" if isinstance(value, str) and value.lstrip(" ").startswith(STARTS) else value


def connect():
    """Let all of the admin's exports, ours and Wagtail's, be ``plain`` in CSV. Called once the apps are loaded."""
    theirs = SpreadsheetExportMixin.preprocess_field_value
    if getattr(theirs, "is_plain", False):
        return

    def preprocess_field_value(self, field, value, export_format):
        shown = theirs(self, field, value, export_format)
        return plain(shown) if export_format == self.FORMAT_CSV else shown

    preprocess_field_value.is_plain = True
    SpreadsheetExportMixin.preprocess_field_value = preprocess_field_value
