"""Every text that any model stores is searched, in whatever disguise the name stands there, and no other text changes.

The fields are found by introspection, so that a new model is tried as soon as it exists.
"""

import json
import re
import unicodedata
from html import unescape

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st
from wagtail.fields import StreamField

from networks.people.forgetting import forget, person_forgotten
from networks.people.name_text import MARK, Name
from networks.people.tables import models_with_text, rows_of, write

from .disguised_names import GIVEN, SURNAMES, written

pytestmark = pytest.mark.django_db

_UNSEEN = re.compile("[\u00ad\u200b\u2060]")


def read(text):
    """``text`` as a reader reads it, by other means than the code's own."""
    plain = unescape(re.sub("<[^>]*>", "", unescape(text.replace("<br>", " "))))
    return " ".join(_UNSEEN.sub("", unicodedata.normalize("NFC", plain)).split()).casefold()


def names(text, given_name, surname):
    """Whether a reader can still read the two names within a few words of each other."""
    words = re.findall(r"[^\W_]+", read(text))
    firsts = [at for at, word in enumerate(words) if word == given_name.casefold()]
    lasts = [at for at, word in enumerate(words) if word in (surname.casefold(), surname.casefold() + "s")]
    return any(abs(one - other) <= 4 for one in firsts for other in lasts)


@given(data=st.data(), given_name=st.sampled_from(GIVEN), surname=st.sampled_from(SURNAMES))
def test_nothing_is_left_to_read_in_a_text_and_the_rest_stays(data, given_name, surname):
    name = Name(f"{given_name} {surname}")
    text = data.draw(written(given_name, surname))
    left = name.without(f"<p>vi tackar {text} för idag.</p>")
    assert not names(left, given_name, surname)
    assert read(left) == f"vi tackar {MARK} för idag."
    inner = json.dumps({"value": json.dumps([f"vi tackar {text} för idag."])})
    assert not names(json.loads(json.loads(name.without(inner))["value"])[0], given_name, surname)


OTHERS = (
    "Anna Bergström", "Berga", "Annan bergsväg", "Hanna Berg", "Karl Berg, Anna Lind", "Anna och Karl Ek", "annandag",
    "Åsa Öbergh",
    "Bo i Ekeby", "Ek, Bok och Björk", "Märta. Påhittad text", "<td>Anna</td><td>Berg</td>", "A. Berg",
    "Anna Bergs&auml;ter", "&amp;Anna &lt;Berg", "Örjan <b>Öbergska</b>", "Exempelsson",
    "https://example.org/anna-berg/",
)  # fmt: skip


@given(
    text=st.lists(st.sampled_from(OTHERS), min_size=1, max_size=4).map(". ".join),
    given_name=st.sampled_from(GIVEN),
    surname=st.sampled_from(SURNAMES),
)
def test_texts_that_are_about_others_stay_byte_by_byte(text, given_name, surname):
    name = Name(f"{given_name} {surname}")
    for told in (text, json.dumps({"text": text}), json.dumps([{"a": json.dumps(text)}], indent=3)):
        assert name.without(told) == told


def disguised(field):
    """A text that names the person and fits ``field``; "" for a field that is too short for any."""
    if isinstance(field, StreamField):
        return json.dumps([{"type": "paragraph", "value": "<p>B\u00ado <b>E</b>k</p>"}])
    if field.get_internal_type() == "JSONField":
        return json.dumps({"a": ["B\u00ado <b>E</b>k"]})
    ways = ("B\u00ado <b>E</b>k", "Ek, Bo", "")
    return next(way for way in ways if field.max_length is None or len(way) <= field.max_length)


def test_every_text_column_of_every_model_is_searched(traces, monkeypatch):
    """Writes the name into each text column of a row of each model. Nothing is rebuilt: the rows fit no rules now."""
    monkeypatch.setattr(person_forgotten, "receivers", [])
    tried, written_to = 0, []
    for model, fields in models_with_text():
        row = next(rows_of(model, fields), None)
        texts = {} if row is None else {field.column: disguised(field) for field in fields if _is_free(model, field)}
        texts = {column: text for column, text in texts.items() if text}
        if texts:
            write(row, texts)
            written_to += [(model, row.pk, column, text) for column, text in texts.items()]
            tried += len(texts)
    assert tried > 80
    forget("Bo Ek")
    left = [
        (model._meta.label, column)
        for model, pk, column, _ in written_to
        if names(_stored(model, pk, column).replace("\\u00ad", ""), "Bo", "Ek")
    ]
    assert left == []


def _is_free(model, field):
    """Texts that other parts of the site read by their exact words cannot hold a name."""
    fixed = {"content_type", "language_code", "path", "model", "key", "kind", "hostname", "action", "status", "field"}
    return not field.choices and field.name not in fixed and (field.max_length or 99) >= 6


def _stored(model, pk, column):
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        key, table = quote(model._meta.pk.column), quote(model._meta.db_table)
        cursor.execute(f"SELECT CAST({quote(column)} AS TEXT) FROM {table} WHERE {key} = %s", [pk])  # noqa: S608
        found = cursor.fetchone()
    return (found[0] if found else "") or ""
