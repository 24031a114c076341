"""Meetings in order of time, the next meeting first, and the answer above the hits."""

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.utils.html import strip_tags
from wagtail.documents.models import Document
from wagtail.models import PageViewRestriction

from events.models import EventPage
from events.models.choices import Format, Status
from networks.models import EarlierName
from tests.built_once import built_once, copy_of_built
from tests.factories import make_event, make_meeting, make_network, publish
from tests.query_counts import queries_of

pytestmark = pytest.mark.django_db

NOW = "2026-11-28T10:00:00+01:00"  # a Saturday


def three_networks(site):
    """With meetings on both sides of 28 November 2026, one cancelled and one moved."""
    preschool = make_network("Förskolenätverket", introduction="Vi ses i mars.")
    preschool.earlier_names = [EarlierName(name="Dagisgruppen")]
    publish(preschool)
    make_event(
        preschool,
        make_meeting("2026-03-12", theme="Lek"),
        make_meeting("2026-12-01", theme="Ute", status=Status.CANCELLED),
        make_meeting("2027-03-12", theme="Rytmik"),
        make_meeting("2027-01-12", theme="Natur", moved_from="2027-01-05"),
    )
    make_event(make_network("Kulturchefer"), make_meeting("2027-03-03", theme="Museer"), make_meeting("2026-12-02"))
    make_network("Vilande rådet")
    return preschool


built = built_once(three_networks, at=NOW)
copied = copy_of_built()


@pytest.fixture
def preschool(copied):
    with time_machine.travel(NOW, tick=False):
        yield copied


@pytest.fixture
def ask(client, preschool):
    return lambda query, path="/sok/", **parameters: client.get(path, {"q": query, **parameters})


def titles(response):
    return [strip_tags(hit.title) for hit in response.context["results"]]


def meetings(response):
    return [strip_tags(hit.title) for hit in response.context["results"] if hit.when]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("möte i mars", ["Museer", "Rytmik", "Lek"]),
        ("mars 2027", ["Museer", "Rytmik"]),
        ("2027-03", ["Museer", "Rytmik"]),
        ("v. 10", ["Rytmik"]),
        ("nästa vecka", ["Ute", "Möte – Kulturchefer"]),
        ("i morgon", []),
        ("på tisdag", ["Ute"]),
        ("mellan 1 och 10 mars", ["Museer"]),
        ("12 mars 2026", ["Lek"]),
        ("inställda möten", ["Ute"]),
        ("flyttade möten", ["Natur"]),
        ("kommande möten", ["Ute", "Möte – Kulturchefer", "Natur", "Museer", "Rytmik"]),
        # The day that the meeting was moved from.
        ("5 januari 2027", ["Natur"]),
    ],
)
def test_meetings_of_a_time_stand_first_in_order_of_time(ask, query, found):
    assert meetings(ask(query))[: len(found)] == found


@pytest.mark.parametrize("query", ["nästa vecka", "2027-03", "i morgon", "inställda möten"])
def test_only_the_meetings_of_the_time_are_found(ask, query):
    count = {"nästa vecka": 2, "2027-03": 2, "i morgon": 0, "inställda möten": 1}[query]
    assert (ask(query).context["count"], len(ask(query).context["results"])) == (count, count)


def test_the_words_beside_the_time_must_match_too(ask):
    assert meetings(ask("förskolenätverket mars 2027"))[:1] == ["Rytmik"]
    assert titles(ask("museer i mars")) == ["Museer"]
    assert titles(ask("museer i april")) == ["Museer"]
    assert ask("museer i april").context["answer"].meetings == 0


def test_a_word_that_the_site_lacks_takes_no_meeting_away(ask):
    assert meetings(ask("xyzzyq i mars 2027")) == ["Museer", "Rytmik"]


@pytest.mark.parametrize(
    "query",
    ["nästa möte Förskolenätverket", "när träffas förskolan", "Förskolenätverket möten", "dagisgruppen nästa möte"],
)
def test_the_next_meeting_that_is_not_cancelled_stands_first(ask, query):
    response = ask(query)
    assert titles(response)[:4] == ["Natur", "Förskolenätverket", "Ute", "Rytmik"]
    answer = response.context["answer"]
    assert (answer.network, answer.theme) == ("Förskolenätverket", "Natur")
    assert answer.when.startswith("tisdag 12 januari 2027 kl.")
    page = response.text
    assert f'href="{answer.url}"' in page
    assert 'href="/natverk/forskolenatverket/#prenumerera"' in page


@pytest.mark.parametrize(
    "query",
    [
        "senaste mötet förskolenätverket", "förra mötet förskolenätverket", "när träffades förskolan senast",
        "när möttes förskolenätverket", "last meeting Förskolenätverket", "when did förskolenätverket last meet",
    ],
)  # fmt: skip
def test_the_latest_meeting_that_has_been_stands_first(ask, query):
    response = ask(query)
    assert titles(response)[:2] == ["Lek", "Förskolenätverket"]
    answer = response.context["answer"]
    assert (answer.network, answer.theme, answer.past) == ("Förskolenätverket", "Lek", True)
    assert answer.when.startswith("torsdag 12 mars 2026 kl.")
    assert "Senaste mötet" in response.text


def test_a_network_that_has_not_met_is_said_not_to_have(ask):
    response = ask("senaste mötet vilande rådet")
    assert (response.context["answer"].url, titles(response)) == ("", ["Vilande rådet"])
    assert "Inget tidigare möte" in response.text


def test_a_question_in_the_past_asks_for_a_time_that_has_been(ask):
    assert "Mars 2026" in ask("hade förskolenätverket möte i mars").context["answer"].when
    assert meetings(ask("did Förskolenätverket meet in march"))[:1] == ["Lek"]


@pytest.mark.parametrize("query", ["hur ofta träffas förskolan", "how often does Förskolenätverket meet"])
def test_how_often_is_answered_by_the_meetings_to_come(ask, query):
    response = ask(query)
    answer = response.context["answer"]
    assert (answer.theme, answer.coming) == ("Natur", 2)
    assert "2 möten är inplanerade." in response.text


def test_each_network_that_may_be_meant_is_told_with_its_name(ask, preschool):
    political = make_network("Beredningsgruppen för kultur")
    make_event(political, make_meeting("2026-12-01", theme="Budget"), make_meeting("2026-10-01", theme="Början"))
    make_network("Rådet för kultur och idrott")
    for query, themes in (("nästa möte kultur", ["Budget", ""]), ("senaste mötet kultur", ["Början", "", ""])):
        response = ask(query)
        told = response.context["answer"].networks
        assert [each.theme for each in told if each.url or each.past] == themes
        assert [each.network for each in told][:1] == ["Beredningsgruppen för kultur"]
        assert len({each.network for each in told}) == len(told) == 3
        for each in told:
            assert f">{each.network}</a>" in response.text
        assert titles(response)[0] == themes[0]
    assert queries_of(lambda: ask("nästa möte kultur")) <= 12


def test_a_joint_meeting_is_each_owners_next(ask, preschool):
    first, second = make_network("Simning för barn"), make_network("Simning för äldre")
    make_event(first, make_meeting("2026-12-03", theme="Badhus"), co_owners=[second])
    make_event(second, make_meeting("2026-12-10", theme="Senare"))
    told = ask("nästa möte simning").context["answer"].networks
    assert {each.network: each.theme for each in told} == {first.title: "Badhus", second.title: "Badhus"}


def test_the_next_meeting_of_a_form_stands_first(ask, preschool):
    network = make_network("Lärare")
    make_event(
        network,
        make_meeting("2026-12-03", theme="Hemma"),
        make_meeting("2026-12-10", theme="Skärm", format=Format.ONLINE),
        make_meeting("2026-12-11", theme="Digitala läromedel"),
    )
    for query in (
        "nästa digitala möte",
        "nästa digitala möte lärare",
        "när är nästa onlinemöte",
        "nästa möte på distans",
    ):
        response = ask(query)
        assert (titles(response)[0], response.context["answer"].theme) == ("Skärm", "Skärm")
    # It is the teaching material that is digital.
    assert titles(ask("möten om digitala läromedel"))[0] == "Digitala läromedel"


def test_meetings_stand_before_a_network_that_was_not_asked_for(ask, preschool):
    make_network("Konst och museer")
    assert titles(ask("museer"))[0] == "Konst och museer"
    assert titles(ask("möten om museer"))[0] == "Museer"


def test_the_latest_papers_stand_first(ask, preschool):
    network = make_network("Bygglovsrådet")
    days = ("2026-02-03", "2026-11-03", "2026-05-05", "2027-02-02")
    papers = {day: {"minutes": make_document(f"Anteckningar {day}"), "agenda": make_document(f"Dagordning {day}")}
              for day in days}  # fmt: skip
    make_event(network, *(make_meeting(day, **papers[day]) for day in days))
    other = make_meeting("2026-11-20", theme="Bygglovsrådet", minutes=make_document("Anteckningar från andra"))
    make_event(make_network("Andra"), other)
    for query in ("senaste anteckningarna bygglovsrådet", "protokoll från senaste mötet i bygglovsrådet"):
        assert titles(ask(query))[:3] == [f"Anteckningar {day}" for day in ("2026-11-03", "2026-05-05", "2026-02-03")]
    assert titles(ask("senaste dagordningen bygglovsrådet"))[0] == "Dagordning 2026-11-03"


def make_document(title):
    return Document.objects.create(title=title, file=ContentFile(b"%PDF-1.7 ", name=f"{title}.pdf"))


def test_a_question_about_its_meetings_leads_to_the_network(ask):
    response = ask("får man komma på förskolenätverkets möten")
    assert titles(response)[:2] == ["Förskolenätverket", "Ute"]
    assert response.context["answer"] is None


def test_a_network_without_meetings_is_said_to_have_none(ask):
    response = ask("när träffas vilande rådet")
    assert titles(response) == ["Vilande rådet"]
    assert response.context["answer"].url == ""
    assert "Inga möten är inplanerade just nu." in response.text


@pytest.mark.parametrize(
    "query", ["nästa möte", "när möts rådet för bin", "förskola", "nästa steg", "anteckningar mars"]
)
def test_there_is_no_answer_where_none_is_certain(ask, query):
    response = ask(query)
    assert response.context["answer"] is None
    assert "answer__" not in response.text


@pytest.mark.parametrize(
    ("query", "said", "address"),
    [
        ("möte i mars", "Mars 2027: 2 möten", "/kalender/2027/3/"),
        ("2027", "2027: 3 möten", "/kalender/2027/"),
        (
            "nästa vecka",
            "Vecka 49, 30 november – 6 december 2026: 2 möten",
            "/kalender/?fran=2026-11-30&till=2026-12-06",
        ),
        ("på tisdag", "Tisdag 1 december 2026: 1 möte", "/kalender/?fran=2026-12-01&till=2026-12-01"),
        ("i morgon", "Söndag 29 november 2026: inga möten", "/kalender/?fran=2026-11-29&till=2026-11-29"),
        (
            "förskolenätverket i mars",
            "Mars 2027 · Förskolenätverket: 1 möte",
            "/kalender/2027/3/?natverk=forskolenatverket",
        ),
        ("museer i mars", "Mars 2027 · ”museer”: 1 möte", "/kalender/2027/3/?q=museer"),
        ("inställda möten i december", "December 2026 · inställda: 1 möte", "/kalender/2026/12/?q=inst%C3%A4llda"),
        ("inställda möten i mars", "Mars 2027 · inställda: inga möten", "/kalender/2027/3/?q=inst%C3%A4llda"),
        ("efter 1 mars", "Från och med 2 mars 2027: 2 möten", "/kalender/?fran=2027-03-02"),
    ],
)
def test_a_time_leads_to_its_part_of_the_calendar(ask, client, query, said, address):
    response = ask(query)
    assert said in " ".join(strip_tags(response.text).replace("\u00a0", " ").split())
    assert f'href="{address.replace("&", "&amp;")}"' in response.text
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("time", ["31 februari", "v. 60", "2027-13", "kl 25", "2027-02-30", "30/2"])
def test_a_time_that_does_not_exist_is_said_to_be_none_and_the_rest_is_searched(ask, time):
    assert titles(ask(f"museer {time}")) == titles(ask("museer"))
    for query in (f"museer {time}", time):
        text = strip_tags(ask(query).text)
        assert f"”{time}” finns inte." in text
        assert ask(query, path="/en/search/").status_code == 200
    assert (ask(time).context["count"], ask(time).context["answer"]) == (0, None)


def test_the_answer_is_in_the_visitors_language(ask):
    response = ask("when does Förskolenätverket meet", path="/en/search/")
    assert response.context["answer"].url.startswith("/en/meeting/")
    assert "Next meeting" in response.text


@pytest.mark.parametrize("how", ["network restricted", "network unpublished", "event unpublished", "event restricted"])
def test_nothing_hidden_is_told(ask, preschool, how):
    page = preschool if how.startswith("network") else EventPage.objects.get(network=preschool)
    if how.endswith("unpublished"):
        page.unpublish()
    else:
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    for query in ("nästa möte Förskolenätverket", "2027-03", "kommande möten", "flyttade möten", "12 januari 2027"):
        text = ask(query).text
        assert "Natur" not in text
        assert "Rytmik" not in text
    if how.startswith("network"):
        assert ask("nästa möte Förskolenätverket").context["answer"] is None


def test_equals_stand_by_title_and_choices_still_narrow(ask, preschool):
    network = make_network("Lika")
    for title in ("Bb", "Aa", "Cc"):
        make_event(network, make_meeting("2027-06-01", theme=title), title=title)
    assert titles(ask("juni 2027")) == ["Aa", "Bb", "Cc"]
    assert titles(ask("juni 2027", ordning="datum")) == ["Aa", "Bb", "Cc"]
    assert titles(ask("mars 2027", typ="network")) == []


@pytest.mark.parametrize(
    "query",
    [
        "nästa möte Förskolenätverket",
        "möte i mars",
        "inställda möten",
        "kulturchefer i mars",
        "museer i mars",
        "inställda möten om lek 2026",
        "förskolenätverket inställda möten i december",
        "digitala möten om lek i mars",
    ],
)
def test_it_costs_at_most_twelve_queries(ask, query):
    ask(query)
    assert queries_of(lambda: ask(query)) <= 12
