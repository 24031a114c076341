"""A name that stands in any place of the database, written in any way, is removed or told.

The places are found by introspection: columns of text, of addresses and of files, and addresses in saved versions.
"""

import json

import pytest
from django.db import transaction
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.documents import get_document_model
from wagtail.fields import StreamField
from wagtail.models import Page, Revision

from networks.people.addresses import Address
from networks.people.forgetting import forget, is_derived
from networks.people.name_text import ADDRESS_KEYS, MARK
from networks.people.reporting import Choice
from networks.people.tables import is_address, models_with_text, rows_of, tables, write
from search.models import DocumentText, MissedQuery
from tests.examples import examples
from tests.factories import make_network, publish

from .disguised_names import oddly_written

pytestmark = pytest.mark.django_db

GIVEN, SURNAME = "Märta", "Påhittad"
NAME = f"{GIVEN} {SURNAME}"
IN_ADDRESSES = ("marta-pahittad", "pahittad_marta", "M%C3%A4rta%20P%C3%A5hittad", "maertapaahittad", "Märta-Påhittad")
# Drawn again from the picture's own file; and what is read by its exact words.
_FOLLOW_ANOTHER = {"wagtailimages.rendition", "wagtailcore.uploadedfile"}
_FIXED = {"content_type", "language_code", "path", "model", "key", "kind", "hostname", "action", "status", "field"}


def text_places():
    """``[(row, field)]`` for the text columns of a row of each model."""
    models = [(model, fields) for model, fields in models_with_text() if not is_derived(model)]
    found = [(next(rows_of(model, fields), None), fields) for model, fields in models]
    return [
        (row, field)
        for row, fields in found
        for field in fields
        if row is not None
        and not field.choices
        and field.name not in _FIXED
        and (field.max_length or 200) >= 100
        and field.name != "url_path"
    ]


def address_places():
    found = []
    for model in tables():
        fields = [field for field in model._meta.local_concrete_fields if is_address(field)]
        fields = [field for field in fields if field.name != "url_path"]
        row = next(rows_of(model, fields), None) if fields and model._meta.label_lower not in _FOLLOW_ANOTHER else None
        found += [(row, field) for field in fields if row is not None]
    return found


def stored(field, text):
    if isinstance(field, StreamField):
        return json.dumps([{"type": "paragraph", "value": text, "id": "1"}])
    return json.dumps({"a": [text]}) if field.get_internal_type() == "JSONField" else text


def told():
    report = forget(NAME, preview=True)
    return bool(report.near or report.removed or report.addresses)


@settings(max_examples=examples(30), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_name_in_any_place_is_removed_or_told(traces, data):
    with transaction.atomic():
        row, field = data.draw(st.sampled_from(text_places()))
        write(row, {field.column: stored(field, data.draw(oddly_written(GIVEN, SURNAME)))})
        assert told(), f"{row.model._meta.label}.{field.name}"
        transaction.set_rollback(True)  # the next example begins with the same site


@settings(max_examples=examples(15), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), address=st.sampled_from(IN_ADDRESSES))
def test_an_address_in_any_place_is_told(traces, data, address):
    with transaction.atomic():
        if data.draw(st.booleans()):
            row, field = data.draw(st.sampled_from(address_places()))
            write(row, {field.column: address})
        else:
            revision = data.draw(st.sampled_from(list(Revision.objects.order_by("pk"))))
            revision.content[data.draw(st.sampled_from(sorted(ADDRESS_KEYS - {"url_path"})))] = address
            Revision.objects.filter(pk=revision.pk).update(content=revision.content)
        assert told()
        transaction.set_rollback(True)


def test_what_may_be_hers_is_told_in_the_text_of_a_file_and_in_what_visitors_searched_for(site):
    document = get_document_model().objects.create(title="Protokoll", file="documents/protokoll.txt")
    DocumentText.objects.update_or_create(document=document, defaults={"text": "Anna och Karl Berg", "state": "read"})
    MissedQuery.objects.create(query="anna/berg", month="2026-01-01")
    near = forget("Anna Berg").near.values()
    assert sorted(each.text for each in near) == ["anna och karl berg", "anna/berg"]
    forget("Anna Berg", choice=Choice(hers={each.owner: frozenset({each.text}) for each in near}))
    assert DocumentText.objects.get().text == MARK
    assert not MissedQuery.objects.exists()


def test_nobody_is_told_where_nobody_is(traces):
    assert not told()


def test_an_address_only_in_a_draft_or_an_older_version_is_told_once_with_its_page(site, editor_client):
    network = publish(make_network("Miljö", slug="anna-berg"))
    network.slug = "miljo"
    network = publish(network)
    draft = publish(make_network("Skola"))
    draft.slug = "skola-anna-berg"
    draft.save_revision()
    draft.save_revision()
    stands = publish(make_network("Vatten", slug="vatten-anna-berg"))
    report = forget("Anna Berg", preview=True)
    live = Page.objects.get(pk=stands.pk)
    assert sorted(report.addresses, key=str) == sorted(
        [
            *(address for address in report.addresses if "Redirect" in address.model.__name__),
            Address(Page, live.pk, live.url_path),
            Address(Page, network.pk, "anna-berg", is_stored=True),
            Address(Page, draft.pk, "skola-anna-berg", is_stored=True),
        ],
        key=str,
    )
    html = editor_client.post(reverse("forget_person"), {"name": "Anna Berg", "action": "preview"}).content.decode()
    assert "”Skola”, i ett utkast eller en äldre version: skola-anna-berg" in html
    forget("Anna Berg")
    assert {revision.content["slug"] for revision in Revision.objects.for_instance(network)} == {"anna-berg", "miljo"}
