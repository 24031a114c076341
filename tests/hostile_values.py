"""Values that a form's reader must not trip over: one kind for each way to be careless with what was sent.

Bytes are sent as they are, text as UTF-8; a list is a name that comes several times.
"""

#: Whoever shows it unescaped runs it.
SCRIPT = "<script>alert(4711)</script>"
ELSEWHERE = "elsewhere.example"

DEEP = 30_000  # levels, far below what one may send and far above what Python calls
_DATES = [
    "0000-00-00", "0001-01-01", "2026-02-30", "9999-12-31", "10000-01-01", "9999-12-31T23:59:59+00:00",
    "9999-12-31 23:59", "0001-01-01T00:00:00Z", "2026-W54", "9999-12", "0-0", "25:61",
]  # fmt: skip
_NUMBERS = [
    "-1", "0", str(2**31), str(2**63), "-" + "9" * 40, "9" * 5_000, "1e400", "nan", "inf", "-inf", "٣", "²", "١٢٣",
    "0x1", "1_000", "1,5", " 1 ",
]  # fmt: skip
_JSON = [
    "[]", "{}", "null", "1", '"x"', "NaN", "1e999", "[null]", '[{"x": [1]}]', '{"id": {"id": 1}}', '{"blocks": 1}',
    '{"blocks": [null]}', '{"blocks": [{}], "entityMap": []}', '{"blocks": [{"text": "\\ud800"}], "entityMap": {}}',
    '"\\ud800"', '"\\u0000"', "[" * DEEP, '{"a":' * DEEP, "9" * 5_000 + "]", '["' + "9" * 40 + '"]', "[1,",
]  # fmt: skip

#: ``{kind: [values]}``.
KINDS = {
    "empty": ["", " "],
    "nothing printed": ["\x00", "a\x00b", "\x1b[31m", "a\r\nX-Evil: 1"],
    "no UTF-8": [b"\xff\xfe\xe5", b"\xed\xa0\x80", b"\xed\xb0\x80\xed\xa0\x80", b"\xc0\xaf"],
    "broken escapes": [b"%", b"%zz", b"%u0041"],
    "long": ["a" * 10_000, "å " * 5_000],
    "numbers": _NUMBERS,
    "dates": _DATES,
    "bidi": ["\u202eabc\u2066", "\u200b\ufeff", "\U0010ffff"],
    "JSON": _JSON,
    "lists": [["1", "1"], ["", "x", "-1"]],
    "formats": ["{0.__class__}", "%s%(x)s%n%", "${x}", "\\", "$(id)"],
    "SQL": ["' OR 1=1 --", '"; DROP TABLE x; --', "%_", "-x__y", "pk__in", "?"],
    "templates": ["{{ 7|add:x }}{% load x %}", "{% include '/etc/passwd' %}"],
    "HTML": [SCRIPT, f'">{SCRIPT}', f"</textarea></title>{SCRIPT}", "<p" + "<b>" * 500],
    "paths": ["../../../../etc/passwd", "..\\..\\x", "/", ".", "//", "C:\\x"],
    "addresses": [
        f"//{ELSEWHERE}/", f"https://{ELSEWHERE}/", f"/\\{ELSEWHERE}", f"https:{ELSEWHERE}", "http://[",
        "javascript:1",
    ],
    "names": ["x.y.z", "auth.User", "wagtailcore.Page", "events", "__class__", "None", "x" + "__x" * 50],
    "patterns": ["(((((", "[", "a{99999}", "*", "(?P<x>"],
    "UUIDs": ["00000000-0000-0000-0000-000000000000", "{00000000000000000000000000000000}", "urn:uuid:x"],
}  # fmt: skip
VALUES = [value for values in KINDS.values() for value in values]
