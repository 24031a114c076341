"""The command that shows how meeting dates are understood."""

import io
import json
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command


@pytest.fixture
def run(monkeypatch, capsys):
    """Runs the command on a text and gives what it printed."""

    def run(text: str, *arguments: str) -> str:
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(text.encode())))
        call_command("parse_meeting_dates", *arguments)
        return capsys.readouterr().out

    return run


def test_table_shows_rows_reasons_and_a_sum(run):
    out = run("6 februari kl 9–11.30 i Kungälv\n31 april\n", "--context", "Möten 2026", "--today", "2026-01-02")
    lines = out.split("\n")
    assert lines[0].split("  ")[0] == "läst"
    assert "fredag 6 februari 2026 kl.\u00a009.00–11.30" in lines[0]
    assert lines[0].endswith("← 6 februari kl 9–11.30 i Kungälv")
    assert lines[2:] == ["    Datumet finns inte.", "", "läst: 1, titta på: 0, inte läst: 1", ""]


def test_text_without_dates_says_so(run):
    assert run("Hej!", "--today", "2026-01-02") == "Inga mötesdatum i texten.\n\ninget möte  ← Hej!\n"


LINES = "Mötesdagar 2026\n6 februari kl 9\nHälsningar Anna\n31 april\n"


def test_lines_without_a_meeting_are_shown_and_counted(run):
    lines = run(LINES, "--today", "2026-01-02").split("\n")
    assert lines[3:] == [
        "", "rubrik  ← Mötesdagar 2026", "inget möte  ← Hälsningar Anna", "",
        "läst: 1, titta på: 0, inte läst: 1, inget möte: 2", "",
    ]  # fmt: skip


@pytest.mark.parametrize("form", ["--json", "--jsonl"])
def test_lines_without_a_meeting_are_in_json(run, form):
    text = json.dumps({"text": LINES}) if form == "--jsonl" else LINES
    answer = json.loads(run(text, form, "--today", "2026-01-02"))
    assert answer["other_lines"] == [
        {"text": "Mötesdagar 2026", "used": True}, {"text": "Hälsningar Anna", "used": False},
    ]  # fmt: skip


def test_json(run):
    out = run("6 februari kl 8.30-11", "--json", "--context", "Möten 2026", "--today", "2026-01-02")
    assert json.loads(out) == {
        "rows": [
            {
                "text": "6 februari kl 8.30-11", "verdict": "ok", "message": "", "start": "2026-02-06T08:30",
                "end": "2026-02-06T11:00", "all_day": False, "location": "", "status": "planned", "theme": "",
            }
        ]
    }  # fmt: skip


def test_jsonl_answers_line_by_line(run):
    questions = [
        {"text": "7 februari", "context": "Mötesdagar 2020", "today": "2020-01-01"},
        {"text": "7 februari", "today": "2020-01-01"},
    ]
    out = run("\n".join(map(json.dumps, questions)), "--jsonl")
    answers = [json.loads(line) for line in out.splitlines()]
    assert [answer["rows"][0]["start"] for answer in answers] == ["2020-02-07", "2020-02-07"]
    assert [answer["rows"][0]["verdict"] for answer in answers] == ["ok", "warning"]


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("inte json", "Raden är inte JSON."),
        ("[1]", "Raden saknar ”text”."),
        ('{"text": 7}', "Raden saknar ”text”."),
        ('{"text": "7/2", "context": 7}', "”context” ska vara text."),
        ('{"text": "7/2", "today": "igår"}', "”today” är inget datum. Skriv ÅÅÅÅ-MM-DD."),
        ('{"text": "7/2", "today": 7}', "”today” är inget datum. Skriv ÅÅÅÅ-MM-DD."),
    ],
)
def test_a_bad_line_gets_an_error_and_the_others_an_answer(monkeypatch, capsys, line, error):
    text = f'{line}\n{{"text": "7/2 2026"}}\n'
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(text.encode())))
    with pytest.raises(CommandError, match="1 av raderna") as raised:
        call_command("parse_meeting_dates", "--jsonl")
    assert raised.value.returncode == 1
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert first == {"error": error}
    assert second["rows"][0]["start"] == "2026-02-07"


def test_text_that_is_no_utf8_is_read_as_far_as_it_goes(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"\xff\xfe 7/2 2026")))
    call_command("parse_meeting_dates", "--json", "--today", "2026-01-02")
    assert json.loads(capsys.readouterr().out)["rows"][0]["start"] == "2026-02-07"


def test_half_a_character_in_json_does_not_stop_the_answer(run):
    out = run('{"text": "7/2 2026 \\ud800"}', "--jsonl", "--today", "2026-01-02")
    assert json.loads(out)["rows"][0]["start"] == "2026-02-07"


def test_bad_today_is_refused(run):
    with pytest.raises(CommandError, match="är inget datum"):
        run("7/2", "--today", "7 februari")
