"""The list "Väntar på ditt ja", who may answer in it, and what an editor reads who has asked."""

import json
import re

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.models import PageLogEntry

from events.models import EventOwner, EventPage
from networks.models import Consent, NetworkPage, NetworkRelation
from tests.factories import make_event, make_network
from tests.query_counts import queries_of
from tests.shared_fixtures import shared_fixture
from tests.stateful.forms import Form

from .people import central, editor, publish_as, say

pytestmark = pytest.mark.django_db
LIST = "/admin/vantar-pa-ditt-ja/"


@shared_fixture()
def alfa(site):
    return make_network("Alfanätverket")


@shared_fixture()
def beta(alfa):
    return make_network("Betanätverket")


@shared_fixture()
def asked(beta, alfa):
    """The event of alfa that waits for beta."""
    event = make_event(alfa, "2020-02-07", title="Gemensam dag")
    event.co_owners = [EventOwner(network=beta)]
    return publish_as(event, editor(alfa))


def browser(user, **options):
    client = Client(**options)
    client.force_login(user)
    return client


def rows(client):
    soup = BeautifulSoup(client.get(LIST).content, "html.parser")
    return [
        [" ".join(cell.get_text(" ", strip=True).split()) for cell in row.select("th, td")][:2]
        for row in soup.select("main tbody tr")
    ]


def menu_label(client):
    html = client.get("/admin/").content.decode()
    return [json.loads(f'"{label}"') for label in re.findall(r'"(V\\u00e4ntar p\\u00e5 ditt ja[^"]*)"', html)][:1]


def answer(client, said, consent=None):
    consent = consent or Consent.objects.get()
    return client.post(reverse("answer_consent", args=[consent.pk]), {"answer": said})


def test_the_list_has_what_waits_for_ones_own_network(alfa, beta, asked):
    waiting = [["Gemensam dag Möten som Alfanätverket vill visa som gemensamma", "Betanätverket"]]
    assert rows(browser(editor(beta))) == rows(browser(central())) == waiting
    assert rows(browser(editor(alfa))) == []


def test_a_relation_is_told_by_its_heading_on_ones_page(alfa, beta):
    alfa.relations = [NetworkRelation(kind="consults", target=beta)]
    publish_as(alfa, editor(alfa))
    assert rows(browser(editor(beta))) == [["Alfanätverket Under rubriken ”Rådfrågas av”", "Betanätverket"]]


def test_the_menu_says_how_many_wait(alfa, beta, asked):
    assert menu_label(browser(editor(beta))) == ["Väntar på ditt ja (1)"]
    assert menu_label(browser(central())) == ["Väntar på ditt ja (1)"]
    assert menu_label(browser(editor(alfa))) == []
    say("no", editor(beta))
    assert menu_label(browser(editor(beta))) == ["Väntar på ditt ja"]


def test_one_click_answers_and_another_takes_it_back(alfa, beta, asked):
    hers = browser(editor(beta))
    for said in ("yes", "waiting", "no", "waiting"):
        response = answer(hers, said)
        assert (response.status_code, response.url) == (302, LIST)
        assert Consent.objects.get().answer == said
    entries = PageLogEntry.objects.filter(page=asked.pk, action="networks.consent").order_by("pk")
    assert [(entry.user, entry.data["answer"]) for entry in entries] == [
        (editor(beta), said) for said in ("yes", "waiting", "no", "waiting")
    ]


def test_nobody_answers_for_another_network(alfa, beta, asked):
    stranger = editor(make_network("Gammanätverket"))
    for user in (editor(alfa), stranger):
        assert answer(browser(user), "yes").status_code in {302, 403}
        assert Consent.objects.get().answer == "waiting"
    assert answer(Client(), "yes").status_code == 302
    assert Consent.objects.get().answer == "waiting"


def test_grs_answer_is_grs_to_change(alfa, beta, asked):
    answer(browser(central()), "yes")
    answer(browser(editor(beta)), "no")
    assert Consent.objects.get().answer == "yes"
    answer(browser(central()), "no")
    assert Consent.objects.get().answer == "no"


@pytest.mark.parametrize("said", ["", "perhaps", "YES"])
def test_no_answer_changes_nothing(alfa, beta, asked, said):
    answer(browser(editor(beta)), said)
    assert Consent.objects.get().answer == "waiting"


def test_only_a_post_with_its_token_answers(alfa, beta, asked):
    address = reverse("answer_consent", args=[Consent.objects.get().pk])
    assert browser(editor(beta)).get(address, {"answer": "yes"}).status_code == 405
    assert browser(editor(beta), enforce_csrf_checks=True).post(address, {"answer": "yes"}).status_code == 403
    assert Consent.objects.get().answer == "waiting"


def test_what_is_withdrawn_waits_for_nobody(alfa, beta, asked):
    EventPage.objects.get(pk=asked.pk).unpublish()
    assert rows(browser(editor(beta))) == []


def test_many_that_wait_cost_no_more(alfa, beta, asked):
    client = browser(central())
    few = queries_of(client.get, LIST)
    for number in range(5):
        event = make_event(alfa, "2020-02-07", title=f"Dag {number}")
        event.co_owners = [EventOwner(network=beta)]
        publish_as(event, editor(alfa))
    assert len(rows(client)) == 6
    assert queries_of(client.get, LIST) == few


# --- Who has asked ---


def saved(user, page, *buttons):
    client = browser(user)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    soup = BeautifulSoup(client.get(address).content, "html.parser")
    form = Form(soup.select_one("form#page-edit-form, form[data-edit-form]"), address)
    response = client.post(address, form.data | dict.fromkeys(buttons, "1"), follow=True)
    told = BeautifulSoup(response.content, "html.parser").select(".messages li, [data-messages] li")
    return [" ".join(one.get_text(" ", strip=True).split()) for one in told]


def test_who_asks_reads_that_it_waits(alfa, beta, asked):
    waits = "Väntar på att Betanätverket säger ja. Till dess visas det bara här hos er."
    assert any(waits in one for one in saved(editor(alfa), asked, "action-publish"))
    say("no", editor(beta))
    refused = "Betanätverket har sagt nej. Därför visas det bara här hos er."
    assert any(refused in one for one in saved(editor(alfa), asked, "action-publish"))
    say("yes", editor(beta))
    assert not any("Betanätverket" in one for one in saved(editor(alfa), asked, "action-publish"))


def test_an_autosave_leaves_no_messages(alfa, beta, asked):
    client = browser(editor(alfa))
    address = reverse("wagtailadmin_pages:edit", args=[asked.pk])
    form = Form(BeautifulSoup(client.get(address).content, "html.parser").select_one("form[data-edit-form]"), address)
    response = client.post(address, form.data, headers={"accept": "application/json"})
    assert response.json()["success"]
    assert "Betanätverket säger ja" not in client.get("/admin/").content.decode()


def test_a_draft_with_an_empty_row_is_saved(alfa, beta, asked):
    page = EventPage.objects.get(pk=asked.pk)
    page.co_owners = [EventOwner(), EventOwner(network=beta)]
    assert {tie.network for tie in page.ties()} == {beta.pk}
    network = NetworkPage.objects.get(pk=alfa.pk)
    network.relations = [NetworkRelation(kind="consults"), NetworkRelation(kind="consults", target=alfa)]
    assert network.ties() == set()


def test_an_editor_reads_no_names_of_other_networks_editors(alfa, beta, asked):
    name = editor(alfa).username

    def told(user):
        soup = BeautifulSoup(browser(user).get(LIST).content, "html.parser")
        return name in soup.select_one("main").get_text()

    assert (told(editor(beta)), told(central())) == (False, True)


def test_who_saves_a_draft_reads_that_publishing_will_ask(alfa, beta):
    page = NetworkPage.objects.get(pk=alfa.pk)
    page.relations = [NetworkRelation(kind="consults", target=beta)]
    page.save_revision()
    words = "När du publicerar får Betanätverket en fråga. Till dess att svaret är ja visas det bara här hos er."
    assert any(words in one for one in saved(editor(alfa), page))
    assert Consent.objects.count() == 0
    assert not any("en fråga" in one for one in saved(central(), page))
