"""Reads Swedish meeting dates from standard input and writes what it understood to standard output."""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from events.date_text import DateRow, OtherLine, Reading, read_text
from events.days.date_format import format_when

VERDICTS = {"ok": "läst", "warning": "titta på", "refused": "inte läst"}
NO_MEETING = "inget möte"
STATUSES = {"planned": "", "tentative": "preliminärt", "cancelled": "inställt"}


class Command(BaseCommand):
    help = (
        "Läser mötesdatum som människor skriver dem, från standard in, och visar hur de förstås. Inget sparas. "
        "Slutar med 1 om en rad i --jsonl inte gick att läsa."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--context", default="", help="rubriken ovanför listan: ”Mötesdagar 2018, kl. 9–12”")
        parser.add_argument("--today", type=_typed_day, default=None, help="dagens datum, ÅÅÅÅ-MM-DD")
        answers = parser.add_mutually_exclusive_group()
        answers.add_argument("--json", action="store_true", help="svarar med ett JSON-objekt")
        answers.add_argument(
            "--jsonl",
            action="store_true",
            help="läser ett JSON-objekt per rad (text, context, today) och svarar med ett per rad",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        today = options["today"] or timezone.localdate()
        if options["jsonl"]:
            self._answer_lines(sys.stdin.buffer, options["context"], today)
            return
        text = sys.stdin.buffer.read().decode("utf-8-sig", errors="replace")
        reading = read_text(text, context=options["context"], today=today)
        if options["json"]:
            self.stdout.write(_json(_answer_of(reading)))
        else:
            self.stdout.write("\n".join(_table(reading.rows, reading.others)))

    def _answer_lines(self, lines: Iterable[bytes], context: str, today: date) -> None:
        """One answer per line, in order. An invalid line gets an `error`; the others are still answered."""
        failed = 0
        for line in lines:
            if not line.strip():
                continue
            answer = _answer(line.decode("utf-8-sig", errors="replace"), context, today)
            failed += "error" in answer
            self.stdout.write(_json(answer))
        if failed:
            raise CommandError(f"{failed} av raderna gick inte att läsa. Svaret på raden säger varför.", returncode=1)


def as_json(row: DateRow) -> dict[str, str | bool]:
    """The row for other programs. Times are local, without zone."""
    names = ("text", "verdict", "message", "start", "end", "all_day", "location", "status", "theme")
    return {name: getattr(row, name) for name in names}


def _typed_day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"”{value}” är inget datum. Skriv ÅÅÅÅ-MM-DD.") from error


def _json(answer: dict[str, Any]) -> str:
    # JSON allows half a surrogate pair, but it cannot be encoded for output.
    return json.dumps(answer, ensure_ascii=False).encode("utf-8", errors="replace").decode("utf-8")


def _answer(line: str, context: str, today: date) -> dict[str, Any]:
    """The rows for a JSON line, or an `error` in Swedish."""
    try:
        question = json.loads(line)
    except (ValueError, RecursionError):
        return {"error": "Raden är inte JSON."}
    if not isinstance(question, dict) or not isinstance(question.get("text"), str):
        return {"error": "Raden saknar ”text”."}
    heading = question.get("context")
    if not isinstance(heading, str | None):
        return {"error": "”context” ska vara text."}
    try:
        day = date.fromisoformat(question["today"]) if question.get("today") else today
    except (TypeError, ValueError):
        return {"error": "”today” är inget datum. Skriv ÅÅÅÅ-MM-DD."}
    return _answer_of(read_text(question["text"], context=context if heading is None else heading, today=day))


def _answer_of(reading: Reading) -> dict[str, Any]:
    """The rows, and under "other_lines" the lines that gave none, where there are any."""
    answer: dict[str, Any] = {"rows": [as_json(row) for row in reading.rows]}
    if reading.others:
        answer["other_lines"] = [{"text": line.text, "used": line.used} for line in reading.others]
    return answer


def _table(rows: Sequence[DateRow], others: Sequence[OtherLine]) -> Iterator[str]:
    """The rows in columns, the reason below each, the lines that gave no row, and a sum."""
    yield from _columns(rows) if rows else ["Inga mötesdatum i texten."]
    if others:
        yield ""
    for line in others:
        yield f"{'rubrik' if line.used else NO_MEETING}  ← {line.text}"
    if rows:
        sums = {VERDICTS[verdict]: sum(row.verdict == verdict for row in rows) for verdict in VERDICTS}
        if others:
            sums[NO_MEETING] = len(others)
        yield ""
        yield ", ".join(f"{name}: {count}" for name, count in sums.items())


def _columns(rows: Sequence[DateRow]) -> Iterator[str]:
    """The rows in columns as wide as their widest cell."""
    lines = [_cells(row) for row in rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    for row, line in zip(rows, lines, strict=True):
        yield "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        if row.message:
            yield f"    {row.message}"


def _cells(row: DateRow) -> tuple[str, ...]:
    when = ""
    if row.start_date:
        when = format_when(row.start_date, row.end_date, row.start_time, row.end_time)
    text = " / ".join(row.text.split("\n"))
    return VERDICTS[row.verdict], when, row.location, STATUSES[row.status], row.theme, f"← {text}"
