"""No list in a form takes rows without end: each list, found by introspection, says how many there may be."""

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.forms import BaseFormSet
from django.http import QueryDict
from django.urls import reverse
from wagtail import blocks

from events.paste.forms import MAX_LINES, MAX_OTHERS
from networks.models import NetworkPage
from networks.pages.blocks import BodyBlock
from networks.writing import rows
from tests.factories import make_event, make_network
from tests.growth import cpu, in_proportion
from tests.networks.rights.forms import Form, address_of

from .every_form import formsets

pytestmark = pytest.mark.django_db
TOO_MANY = 5_000


def posted(prefix, total, sent=0, **nested):
    data = QueryDict(mutable=True)
    data.update({f"{prefix}-TOTAL_FORMS": str(total), f"{prefix}-INITIAL_FORMS": "0"})
    data.update({f"{prefix}-{number}-ORDER": str(number) for number in range(sent)} | nested)
    return data


def made(name, data):
    formset, parent = formsets()[name]
    return formset(data, instance=parent(), prefix="rows")


@pytest.mark.parametrize("name", formsets())
def test_a_list_that_is_too_long_is_refused_before_any_row_is_made(name, monkeypatch):
    made_rows = []
    monkeypatch.setattr(BaseFormSet, "forms", property(made_rows.append))
    formset = made(name, posted("rows", TOO_MANY, sent=TOO_MANY))
    most = formset.most_rows
    assert not formset.is_valid()
    assert formset.non_form_errors() == [
        f"Listan har {TOO_MANY} rader, men högst {most} får plats. De första raderna står kvar. Inget är sparat än."
    ]
    assert (made_rows, formset.total_form_count(), formset.max_num) == ([], most, min(most, formset.max_num))
    assert f'value="{most}"' in str(formset.management_form)  # so that the form can be sent again
    assert made(name, posted("rows", TOO_MANY, sent=2)).total_form_count() == 2


def test_which_lists_there_are():
    assert {
        "NetworkPage.members",
        "EventPage.occurrences",
        "EventPage.co_owners",
        "NetworkPage.comments",
        "NetworkPage.comments.replies",
    } <= formsets().keys()


def test_rows_of_rows_count_together():
    replies = {f"rows-{number}-replies-TOTAL_FORMS": "300" for number in range(4)}
    formset = made("NetworkPage.comments", posted("rows", 4, sent=4, **replies))
    assert (formset.is_valid(), formset.forms) == (False, [])
    assert "1204 rader, men högst 1000 får plats" in formset.non_form_errors()[0]


class RowForm(forms.Form):
    text = forms.CharField(required=False)


RowFormSet = forms.formset_factory(RowForm, can_delete=True)


def test_rows_that_are_taken_away_make_room_for_others(monkeypatch):
    monkeypatch.setattr(BaseFormSet, "most_rows", 3)
    assert RowFormSet(posted("rows", 3, sent=3), prefix="rows").is_valid()
    assert not RowFormSet(posted("rows", 4, sent=4), prefix="rows").is_valid()
    assert RowFormSet(posted("rows", 4, sent=4, **{"rows-1-DELETE": "on"}), prefix="rows").is_valid()


def sent_blocks(number):
    data = {"body-count": str(number)}
    for at in range(number):
        block = {"type": "heading", "value": f"Rubrik {at}", "deleted": "", "order": str(at), "id": ""}
        data |= {f"body-{at}-{name}": value for name, value in block.items()}
    return data


class _Lists(blocks.StreamBlock):
    rows = blocks.ListBlock(blocks.CharBlock())


@pytest.mark.parametrize("deferred", [False, True])
@pytest.mark.parametrize("block", [BodyBlock(), blocks.ListBlock(blocks.CharBlock())], ids=["stream", "list"])
def test_blocks(block, deferred):
    taken = block.value_from_datadict(sent_blocks(rows.MOST_BLOCKS), {}, "body")
    value = block.value_from_datadict(sent_blocks(TOO_MANY), {}, "body")
    assert len(taken) == len(value) == rows.MOST_BLOCKS
    clean = block.clean_deferred if deferred else block.clean
    clean(taken)
    with pytest.raises(ValidationError) as refused:
        clean(value)
    assert f"{TOO_MANY} rader, men högst 500" in str(refused.value.non_block_errors)


def test_blocks_in_blocks():
    outer = {"lists-count": "1", "lists-0-type": "rows", "lists-0-deleted": "", "lists-0-order": "0"}
    inner = {f"lists-0-value{name.removeprefix('body')}": value for name, value in sent_blocks(TOO_MANY).items()}
    value = _Lists().value_from_datadict(outer | inner, {}, "lists")
    with pytest.raises(ValidationError):
        _Lists().clean(value)


def test_nothing_typed_is_lost(site, editor_client, monkeypatch):
    monkeypatch.setattr(BaseFormSet, "most_rows", 2)
    page = make_network("Förskolenätverket")
    form = Form(editor_client, address_of(page))
    row = dict.fromkeys(form.form.formsets["contacts"].empty_form.fields, "")
    names = {str(at): row | {"name": f"Kontakt {at}", "ORDER": str(at + 1)} for at in range(4)}
    response = form.post({"contacts": names | {"TOTAL_FORMS": "4"}}, introduction="Ny ingress")
    contacts = response.context["form"].formsets["contacts"]
    assert [each["name"].value() for each in contacts.forms] == ["Kontakt 0", "Kontakt 1"]
    assert response.context["form"]["introduction"].value() == "Ny ingress"
    assert response.content.decode().count("Listan har 4 rader, men högst 2 får plats.") == 1
    assert NetworkPage.objects.get().contacts.count() == 0


def test_an_answer_to_far_too_many_rows_is_bounded(site, editor_client):
    network = make_network("Förskolenätverket")
    for page, names in (
        (network, ["members", "relations", "documents"]),
        (make_event(network, "2030-02-07"), ["co_owners"]),
    ):
        form = Form(editor_client, address_of(page))
        usual = len(editor_client.get(address_of(page)).content)
        for name in names:
            response = form.post({}, **{f"{name}-TOTAL_FORMS": str(TOO_MANY)})
            assert "men högst 300 får plats" in response.content.decode()
            assert len(response.content) < usual + 20_000
            formsets = getattr(response.context["form"], "formsets", {})
            assert len(formsets[name].forms) <= 300


def test_pasted_lines_without_end_give_an_answer_with_one(site, editor_client):
    network = make_network("Förskolenätverket")
    address = reverse("paste_dates", args=[network.pk])
    lines = [f"{1 + number % 28}/{1 + number % 12} kl. 9" for number in range(MAX_LINES - 1)]
    texts = {"dates": ["2027", *lines], "others": ["Något annat"] * MAX_LINES}
    for text in texts.values():
        answer = editor_client.post(address, {"heading": "", "text": "\n".join(text)}, HTTP_X_REQUESTED_WITH="fetch")
        assert (answer.status_code, len(answer.content) < 3_000_000) == (200, True)
    assert f"{MAX_LINES - MAX_OTHERS} rader till" in answer.content.decode().replace("\xa0", "")


@pytest.mark.parametrize("size", [2_000, 100_000])
def test_a_bulk_action_for_more_than_a_list_shows_is_a_bad_request(size, site, editor_client):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    assert editor_client.get(address, {"id": range(size)}).status_code == 400


@pytest.mark.long
@pytest.mark.parametrize("name", formsets())
def test_twice_the_rows_take_at_most_two_and_a_half_times_the_cpu(name):
    assert in_proportion(lambda number: cost(name, number), 300, least=0.3)


def cost(name, number):
    """Seconds of CPU to read and refuse the rows."""
    data = posted("rows", number, sent=number)
    formset = made(name, data)
    for at in range(number):
        data.update(
            {f"rows-{at}-{field}": "x" for field in formset.empty_form.fields if field not in {"id", "DELETE"}}
        )
    return cpu(lambda: made(name, data).is_valid())
