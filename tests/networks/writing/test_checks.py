"""Texts are checked where they are published, in Swedish at the field, and drafts are saved whatever they say."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from gr_site.models import StandardPage
from networks.models import NetworkPage, SharedStatement
from networks.pages.blocks import BodyBlock
from networks.writing.hints import hints_of
from tests.factories import add_page, make_event, make_network
from tests.growth import cpu

BODY = BodyBlock()


def value(*blocks):
    return BODY.to_python([{"type": kind, "value": inner} for kind, inner in blocks])


def errors(*blocks):
    """``{place: messages}`` of what is wrong with a body when it is published; a draft of it is always saved."""
    assert BODY.clean_deferred(value(*blocks)) is not None
    try:
        BODY.clean(value(*blocks))
    except StreamBlockValidationError as error:
        return error.as_json_data()["blockErrors"]
    return {}


@pytest.mark.parametrize(
    ("blocks", "place"),
    [
        ([("heading", "Om"), ("paragraph", "<h3>Mer</h3><p>x</p>")], None),
        ([("paragraph", "<p>x</p>"), ("paragraph", "<h3>Mer</h3>")], 1),
        ([("heading", "Om"), ("paragraph", "<h4>Mer</h4>")], 1),
        ([("fact_box", {"title": "Ruta", "text": "<p>x</p>"}), ("paragraph", "<h3>Mer</h3>")], None),
        ([("quote", {"text": "x", "source": ""})], None),
    ],
)
def test_the_order_of_headings(blocks, place):
    assert list(errors(*blocks)) == ([] if place is None else [place])


def test_the_links_of_a_paragraph_and_of_a_fact_box():
    found = errors(
        ("paragraph", '<p><a href="/x">Läs mer</a> eller <a href="/y">Årsrapport 2025</a></p>'),
        ("fact_box", {"title": "Ruta", "text": '<p><a href="https://imy.se">https://imy.se</a></p>'}),
    )
    assert found[0]["messages"] == [
        "Länken ”Läs mer” säger inte vart den leder. Låt länken vara namnet på sidan eller filen."
    ]
    assert found[1]["blockErrors"]["text"]["messages"] == [
        "Länken ”https://imy.se” visar en adress. Skriv i stället vad sidan heter; adressen följer med i länken."
    ]


def test_a_table_needs_headers():
    rows = {"data": [["Dag", "Plats"], ["1", "2"]], "table_caption": ""}
    assert errors(("table", rows | {"table_header_choice": "row"})) == {}
    (message,) = errors(("table", rows | {"table_header_choice": "neither"}))[0]["messages"]
    assert message.startswith("Tabellen behöver rubriker.")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("alt_text", "decorative", "message"),
    [
        ("Tolv personer runt ett bord", False, None),
        ("", True, None),
        ("IMG_1234", True, None),
        ("", False, "Beskriv bilden med en alternativtext, eller kryssa i att den är dekorativ."),
        ("IMG_1234", False, "Beskriv vad bilden visar och varför den är med. ”IMG_1234” säger inget"),
        ("x" * 251, False, "Korta alternativtexten"),
    ],
)
def test_a_picture_is_described_or_decorative(alt_text, decorative, message, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    image = Image.objects.create(title="Bild", file=get_test_image_file())
    figure = {"image": {"image": image.pk, "alt_text": alt_text, "decorative": decorative}, "caption": ""}
    found = errors(("figure", figure))
    if message is None:
        assert found == {}
    else:
        (text,) = found[0]["blockErrors"]["image"]["blockErrors"]["alt_text"]["messages"]
        assert text.startswith(message)


def test_the_editor_can_give_no_heading_but_ours_in_a_plain_field():
    field = NetworkPage._meta.get_field("purpose").formfield()
    with pytest.raises(ValidationError, match="hoppar över en nivå"):
        field.validate("<h4>För djupt</h4>")
    field.validate("<h3>Lagom</h3>")
    field.is_deferred_validation = True
    field.validate("<h4>Ett utkast</h4>")


@pytest.mark.django_db
def test_publishing_is_refused_at_the_field_and_a_draft_is_saved(site, editor_client):
    page = add_page(site.home, StandardPage(title="Om oss", body=[("paragraph", "<p>Ja</p>")]))
    form = {
        "title": "Om oss",
        "slug": "om-oss",
        "introduction": "",
        "body": streamfield([("paragraph", rich_text('<p><a href="https://x.se">Läs mer</a></p>'))]),
        "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 0},
    }
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    form["seen"] = editor_client.get(address).context["form"]["seen"].value()
    refused = editor_client.post(address, nested_form_data(form) | {"action-publish": "1"})
    assert refused.status_code == 200
    (error,) = refused.context["form"].errors.as_data()["body"]
    assert list(error.as_json_data()["blockErrors"]) == [0]
    assert editor_client.post(address, nested_form_data(form)).status_code == 302
    page.refresh_from_db()
    assert (page.has_unpublished_changes, "Läs mer" in str(page.get_latest_revision_as_object().body)) == (True, True)


HEAVY = "<p>Nätverket erhåller medel.</p>"


@pytest.mark.django_db
def test_the_form_gives_hints_about_the_saved_text(site, editor_client):
    network = make_network(purpose=HEAVY, introduction="Ett " + "ord " * 30 + "slut.")
    html = editor_client.get(reverse("wagtailadmin_pages:edit", args=[network.pk])).content.decode()
    assert "i stället för <q>erhåller</q> kan du ofta skriva <q>få</q>" in html
    assert "<strong>Ingress:</strong> en mening har 32 ord." in html
    assert hints_of(make_event(network, introduction="Kort.")).count == 0


@pytest.mark.django_db
def test_the_hints_of_the_latest_draft_are_fetched_by_those_who_may_edit(site, editor_client, client):
    network = make_network()
    network.purpose = HEAVY
    network.body = [("paragraph", "<p>Jämlikt beslut.</p>"), ("quote", {"text": "Jämlikt lag.", "source": ""})]
    network.save_revision()
    address = reverse("plain_language", args=[network.pk])
    html = editor_client.get(address).content.decode()
    assert (html.count("<q>få</q>"), html.count("<q>enligt</q>")) == (1, 1)
    assert editor_client.get(reverse("plain_language", args=[0])).status_code == 404
    client.logout()
    assert client.get(address).status_code == 302


@pytest.mark.django_db
def test_a_shared_text_is_checked_and_hinted_at_too(site, editor_client):
    statement = SharedStatement.objects.create(title="Vision", text=HEAVY, locale=site.sv)
    address = reverse("wagtailsnippets_networks_sharedstatement:edit", args=[statement.pk])
    assert "<q>erhåller</q>" in editor_client.get(address).content.decode()
    data = {"title": "Vision", "owner": "", "text": rich_text('<p><a href="https://x.se">här</a></p>')}
    refused = editor_client.post(address, data)
    assert "säger inte vart den leder" in refused.content.decode()


@pytest.mark.django_db
def test_a_text_of_many_lines_costs_little_more_than_one_of_many_words():
    """Twice would do; each line was searched for each word before, which made it 15 times."""
    lines, words = NetworkPage(introduction="a\n" * 50_000), NetworkPage(introduction="ett ord till. " * 7_143)
    costs = [(cpu(lambda: hints_of(lines)), cpu(lambda: hints_of(words))) for _ in range(3)]
    assert min(cost for cost, _ in costs) < 3 * min(cost for _, cost in costs)
