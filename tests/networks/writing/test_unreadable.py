"""What is no content of Draftail's is an error in the form, which shows it again: nothing fails or is lost."""

import json

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import strip_tags

from networks.models import NetworkPage
from networks.pages.blocks import BodyBlock

NO_ENTITY = {"blocks": [{"key": "a", "type": "unstyled", "text": "Ale", "depth": 0, "inlineStyleRanges": []}]}
NO_ENTITY["blocks"][0]["entityRanges"] = [{"offset": 0, "length": 3, "key": 7}]
SENT = {
    "number": '{"blocks":5}',
    "html": "<p>x</p>",
    "deep": "[" * 50_000,
    "list": "[1]",
    "entity": json.dumps(NO_ENTITY | {"entityMap": {}}),
}


@pytest.mark.parametrize("sent", SENT.values(), ids=SENT)
def test_a_field_and_a_block_refuse_it(sent):
    field = NetworkPage._meta.get_field("purpose").formfield()
    block = BodyBlock().child_blocks["paragraph"]
    value = field.widget.value_from_datadict({"text": sent}, {}, "text")
    with pytest.raises(ValidationError, match="gick inte att läsa"):
        field.clean(value)
    with pytest.raises(ValidationError, match="gick inte att läsa"):
        block.clean(block.value_from_datadict({"text": sent}, {}, "text"))
    shown = json.loads(field.widget.format_value(value))
    assert "".join(part["text"] for part in shown["blocks"]) == sent


def test_what_draftail_sends_is_taken():
    field = NetworkPage._meta.get_field("purpose").formfield()
    sent = field.widget.format_value("<p>Vi <b>möts</b> i</p><ul><li>Ale<ul><li>Nödinge</li></ul></li></ul>")
    value = field.clean(field.widget.value_from_datadict({"text": sent}, {}, "text"))
    assert strip_tags(value) == "Vi möts iAleNödinge"


def test_json_of_any_depth_is_refused_and_shown_again():
    class JsonForm(forms.Form):
        days = forms.JSONField()

    form = JsonForm({"days": "[" * 100_000})
    assert (form.is_valid(), list(form.errors), form["days"].value()) == (False, ["days"], "[" * 100_000)
