"""No form takes a text without end: each field and body of blocks, found by introspection, says its limit in words."""

import re

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.urls import get_resolver
from wagtail import blocks
from wagtail.blocks.base import BlockField
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.fields import StreamField

from events.series.rule_field import RuleFormField
from gr_site.models import StandardPage
from networks.models import NetworkPage
from networks.pages.blocks import BodyBlock
from networks.writing import checks, size
from tests.factories import make_network
from tests.networks.rights.forms import Form, address_of

from .every_form import MODELS, edit_forms

OWN = ("gr_site.", "search.", "events.", "networks.")
NO_TEXT = (forms.JSONField, forms.UUIDField, RuleFormField)  # which take a value of a form that they know
LIMIT = 1_000  # for the tests; the site's own is a thousand times that
LONG = "x" * (LIMIT * 5)  # longer than any limit of a field's own


@pytest.fixture
def limit(monkeypatch):
    monkeypatch.setattr(checks, "LONGEST_TEXT", LIMIT)
    monkeypatch.setattr(size, "LONGEST_TEXT", LIMIT)


def own_forms(above=forms.BaseForm):
    """The site's other forms: those of its own views."""
    for form in above.__subclasses__():
        if form.__module__.startswith(OWN) and "base_fields" in vars(form):
            yield f"{form.__module__}.{form.__qualname__}", form
        yield from own_forms(form)


def text_fields():
    """``(path, form field)`` of every field in which text is written, those of blocks included."""
    assert get_resolver().url_patterns  # now all views, and with them their forms, are loaded
    for name, form in {**dict(own_forms()), **dict(edit_forms())}.items():
        for key, field in form.base_fields.items():
            if isinstance(field, BlockField):
                yield from block_fields(field.block, f"{name}.{key}")
            elif isinstance(field, forms.CharField) and not isinstance(field, NO_TEXT):
                yield f"{name}.{key}", field


def block_fields(block, path):
    if isinstance(block, blocks.BaseStreamBlock | blocks.BaseStructBlock):
        for name, child in block.child_blocks.items():
            yield from block_fields(child, f"{path}.{name}")
    elif isinstance(block, blocks.ListBlock):
        yield from block_fields(block.child_block, f"{path}.*")
    elif isinstance(getattr(block, "field", None), forms.CharField):
        yield path, block.field


def complaint(field, text):
    try:
        field.clean(text)
    except ValidationError as error:
        return " ".join(error.messages)
    return ""


@pytest.mark.django_db
def test_every_field_says_its_limit_and_how_much_was_written(limit):
    fields = dict(text_fields())
    silent = {}
    for path, field in fields.items():
        said = complaint(field, LONG)
        written = max(map(int, re.findall(r"\d+", said)), default=0)  # with the scheme that a form gives an address
        if str(field.max_length or LIMIT) not in said or written < len(LONG):
            silent[path] = said
    assert silent == {}
    assert {
        "EventPage.occurrences.note",
        "NetworkPage.purpose",
        "NetworkPage.body.table",
        "NetworkPage.body.fact_box.text",
        "EventPage.comments.text",
        "search.finding.form.SearchForm.q",
    } <= fields.keys()


@pytest.mark.django_db
def test_every_body_of_blocks_has_a_limit_as_a_whole(limit):
    bodies = 0
    for _name, form in edit_forms():
        for field in form.base_fields.values():
            if isinstance(field, BlockField):
                bodies += 1
                value = field.block.to_python([{"type": "unplaced", "value": "x" * (LIMIT // 4)}] * 5)
                with pytest.raises(StreamBlockValidationError) as refused:
                    field.clean(value)
                assert str(LIMIT // 4 * 5) in " ".join(refused.value.non_block_errors)
    streams = {model for model in MODELS for field in model._meta.get_fields() if isinstance(field, StreamField)}
    assert bodies == len(streams) > 2


def test_what_has_the_limit_s_length_is_taken_in_drafts_and_more_is_not():
    longest = f"<p>{'a' * (checks.LONGEST_TEXT - 7)}</p>"
    body, text = BlockField(block=BodyBlock()), StandardPage._meta.get_field("introduction").formfield()
    for field in (body, text):
        field.is_deferred_validation = True
    assert text.clean(longest) == longest
    assert body.clean(body.block.to_python([{"type": "paragraph", "value": longest}])) is not None
    with pytest.raises(StreamBlockValidationError):
        body.clean(body.block.to_python([{"type": "paragraph", "value": longest}, {"type": "unplaced", "value": "b"}]))
    with pytest.raises(ValidationError) as refused:
        text.clean(f"{longest}<p>b</p>")
    assert refused.value.messages == [
        "Texten är för lång: 1000008 tecken, men högst 1000000 får plats. Dela upp den på flera sidor, "
        "eller lägg den som ett dokument."
    ]


@pytest.mark.django_db
def test_nothing_typed_is_lost(limit, site, editor_client):
    page = make_network()
    form = Form(editor_client, address_of(page))
    body = {
        "body-count": "1",
        "body-0-type": "unplaced",
        "body-0-value": LONG,
        "body-0-deleted": "",
        "body-0-order": "0",
    }
    response = form.post({}, introduction=LONG, contact_phone="031-00 00 00", **body)
    shown = response.context["form"]
    assert set(shown.errors) == {"introduction", "body"}
    assert (shown["introduction"].value(), shown["body"].value()[0].value) == (LONG, LONG)
    assert response.content.decode().count(f"{len(LONG)} tecken, men") == 2
    assert NetworkPage.objects.get(pk=page.pk).introduction != LONG


def test_a_form_is_measured_as_a_whole_before_its_fields_are_read(monkeypatch, site, editor_client):
    form = Form(editor_client, address_of(make_network()))
    sent = sum(len(value) for _, values in form.data.lists() for value in values)
    monkeypatch.setattr(size, "LARGEST_FORM", sent + LIMIT)
    assert form.post({}, introduction="x" * (LIMIT // 2)).status_code == 302
    form = Form(editor_client, form.address)
    read = []
    monkeypatch.setattr(forms.CharField, "validate", lambda field, value: read.append(field.label))
    response = form.post({}, introduction="x" * LIMIT, vision="y" * LIMIT)
    shown = response.context["form"]
    assert "Ingress" not in map(str, read)
    assert "Texterna är för långa tillsammans" in response.content.decode()
    assert (set(shown.errors), shown["introduction"].value()) == ({"__all__"}, "x" * LIMIT)
    assert NetworkPage.objects.get().get_latest_revision_as_object().introduction == "x" * (LIMIT // 2)


def test_what_two_of_the_longest_texts_send_is_taken():
    assert size.LARGEST_FORM >= 4 * checks.LONGEST_TEXT  # typed, and shown when the form was made
