"""``manage.py import_network_page``: creates draft pages from files with old network pages."""

import csv
import json
import sys

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils import timezone

from ...importing.old_meetings import read_meetings
from ...importing.old_pages import LegacyPageError, NotANetworkPage
from ...importing.storing import ImportRefused, find_imported, import_page, prepare
from ...importing.storing.as_json import page_as_json
from ...importing.storing.files import paths_of, read_file
from ...importing.storing.report import COLUMNS, FAILED, LEFT, findings, grouped_by_verdict, saved_findings, table_rows
from ...spreadsheets import plain

_LINE = 110


class Command(BaseCommand):
    help = (
        "Läser gamla nätverkssidor (text eller sparad HTML) och gör utkast av dem: ett nätverk och dess möten. Visar "
        "vad som lästes, var det hamnade, vad som är osäkert och vad som inte fick plats. Slutar med kod 1 om någon "
        "fil inte kunde läsas; de andra läses ändå."
    )

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", metavar="FIL", help="en fil, eller en mapp med filer")
        parser.add_argument("--dry-run", action="store_true", help="läs och visa, men spara inget")
        parser.add_argument("--json", action="store_true", help="ett JSON-objekt per fil, ett per rad")
        parser.add_argument("--report", metavar="FIL.csv", help="skriv varje fält på varje sida till en CSV-fil")
        parser.add_argument("--with-names", action="store_true", help="spara också personers namn")
        parser.add_argument("--url", default="", help="sidans gamla adress, om filen är en och saknar den")
        parser.add_argument("--update", action="store_true", help="ersätt också utkast som någon har redigerat")

    def handle(self, *args, files, **options):
        self.options, self.today = options, timezone.localdate()
        self.summary, self.table, self.waiting = [], [], []
        paths = [path for name in files for path in paths_of(name)]
        if not paths:
            raise CommandError("Mappen innehåller inga text- eller HTML-filer.")
        if options["url"] and len(paths) > 1:
            raise CommandError("--url gäller en enda fil.")
        for number, path in enumerate(paths, start=1):
            if len(paths) > 1:
                self.stderr.write(f"{number}/{len(paths)} {path.name}")
            self.take(path)
        self.link_what_came_later()
        self.finish(len(paths))

    def take(self, path):
        try:
            page = read_file(path, self.options["url"])
        except LegacyPageError as error:
            self.fail(path, str(error), error.page if isinstance(error, NotANetworkPage) else None)
            return
        reading = prepare(page, today=self.today, with_names=self.options["with_names"])
        outcome, extra = self.write(path, reading)
        if outcome is None:
            return
        found = [*findings(reading.page, reading.groups), *extra]
        self.table += table_rows(str(path), page.title, found)
        self.summary.append((path.name, outcome, len(reading.meetings), len(page.members), _number(found, LEFT)))
        if self.options["json"]:
            self.show_json({"file": str(path), **page_as_json(page, read_meetings(page, today=self.today))})
        else:
            self.show_text(path, outcome, found)

    def write(self, path, reading):
        """Save the drafts. Gives what was done in a word (None if it failed) and findings from the saving."""
        if self.options["dry_run"]:
            return _would_be(reading.page), []
        try:
            imported = import_page(reading, update=self.options["update"])
        except (ImportRefused, ValidationError, DatabaseError) as error:
            self.fail(path, " ".join(getattr(error, "messages", [str(error)])))
            return None, []
        if imported.unresolved:
            self.waiting.append((reading, len(imported.unresolved)))
        return ("nytt utkast" if imported.created else "uppdaterat"), list(saved_findings(imported))

    def link_what_came_later(self):
        """Add relations to networks that later files created."""
        for reading, unresolved in self.waiting if len(self.summary) > 1 else ():
            again = import_page(reading, update=True)
            if len(again.unresolved) < unresolved and not self.options["json"]:
                self.stdout.write(f"{reading.page.title}: förhållanden till sidor som kom senare är tillagda.")

    def fail(self, path, message, page=None):
        self.summary.append((path.name, FAILED, 0, 0, 0))
        self.table.append([str(path), page.title if page else "", "", "", FAILED, message])
        if not self.options["json"]:
            self.stderr.write(self.style.ERROR(f"{path}: {message}"))
            return
        read = page_as_json(page, read_meetings(page, today=self.today)) if page else {}
        self.show_json({"file": str(path), "error": message, **read})

    def show_json(self, values):
        self.stdout.write(json.dumps(values, ensure_ascii=False))

    def show_text(self, path, outcome, found):
        self.stdout.write(self.style.MIGRATE_HEADING(f"{path} – {outcome}"))
        for verdict, rows in grouped_by_verdict(found):
            self.stdout.write(f"  {verdict.capitalize()}")
            for row in rows:
                comment = f"  ({row.comment})" if row.comment else ""
                self.stdout.write(f"    {row.field}: {_short(row.text)}{comment}")

    def finish(self, number):
        if self.options["report"]:
            self.save_report()
        if number > 1:
            self.show_summary()
        if any(row[1] == FAILED for row in self.summary):
            sys.exit(1)

    def save_report(self):
        """Save with semicolons and a byte order mark, for Swedish spreadsheet programs to show columns and å, ä, ö."""
        try:
            with open(self.options["report"], "w", encoding="utf-8-sig", newline="") as file:
                csv.writer(file, delimiter=";").writerows([COLUMNS, *(map(plain, row) for row in self.table)])
        except OSError as error:
            raise CommandError(f"Rapporten gick inte att spara ({error.strerror}).") from error

    def show_summary(self):
        out = self.stderr if self.options["json"] else self.stdout
        width = max(len(row[0]) for row in self.summary)
        out.write(f"{'Fil':{width}}  {'Utfall':18} {'Möten':>6} {'Deltagare':>10} {'Inte placerat':>14}")
        for name, outcome, meetings, members, left in self.summary:
            out.write(f"{name:{width}}  {outcome:18} {meetings:6} {members:10} {left:14}")


def _would_be(page):
    """What an import would do. Works without a database, so that files can be tried anywhere."""
    try:
        return "skulle uppdateras" if find_imported(page) else "skulle bli ny"
    except DatabaseError:
        return "lästes"


def _number(found, verdict):
    return sum(1 for finding in found if finding.verdict == verdict)


def _short(text):
    line = " ".join(text.split())
    return line if len(line) <= _LINE else f"{line[: _LINE - 1]}…"
