"""The page of results: facets, order, pages, spelling, what communicators put first, and what is counted."""

from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.utils import timezone
from django.utils.html import strip_tags
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.documents.models import Document
from wagtail.models import PageViewRestriction

from networks.models import NetworkDocument, NetworkMember
from search.misses.counting import note_missed
from search.models import Findable, MissedQuery, SynonymGroup
from tests.built_once import built_once, copy_of_built
from tests.factories import make_area, make_event, make_meeting, make_network, make_organisation, publish
from tests.query_counts import queries_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(client):
    return lambda query, **parameters: client.get("/sok/", {"q": query, **parameters})


def titles(response):
    return [strip_tags(hit.title) for hit in response.context["results"]]


def facet(response, name):
    found = next(facet for facet in response.context["facets"] if facet.name == name)
    return [(choice.label, choice.number) for choice in found.choices]


NOW = "2026-04-15T10:00:00+02:00"


def two_networks(site):
    """In different areas and municipalities, with meetings behind and ahead of 15 April 2026."""
    first = make_network("Klimatnätverket", area=make_area("Miljö"), introduction="Vi minskar utsläppen.")
    first.members = [NetworkMember(organisation=make_organisation("Ale", kind="member"))]
    publish(first)
    second = make_network("Klimatanpassning", area=make_area("Utbildning"), kind="working_group")
    second.members = [NetworkMember(organisation=make_organisation("Lerum", kind="member"))]
    publish(second)
    make_event(first, make_meeting("2026-10-09", theme="Klimatbudget"), make_meeting("2025-10-10", theme="Klimatmål"))
    return first


built = built_once(two_networks, at=NOW)
copied = copy_of_built()


@pytest.fixture
def climate(copied):
    with time_machine.travel(NOW, tick=False):
        yield copied


def test_facets_count_what_each_choice_leaves(climate, ask):
    response = ask("klimat")
    assert facet(response, "typ") == [("Nätverk", 2), ("Möten", 3)]
    assert facet(response, "omrade") == [("Miljö", 4), ("Utbildning", 1)]
    assert facet(response, "kommun") == [("Ale", 4), ("Lerum", 1)]
    assert facet(response, "period") == [("Kommande möten", 2), ("Tidigare möten", 1), ("2026", 1), ("2025", 1)]


@pytest.mark.parametrize(
    ("choices", "found"),
    [
        ({"typ": "network", "omrade": "miljo"}, ["Klimatnätverket"]),
        ({"kommun": "lerum"}, ["Klimatanpassning"]),
        ({"period": "2025"}, ["Klimatmål"]),
        ({"period": "kommande", "typ": "meeting"}, ["Klimatbudget", "Möten – Klimatnätverket"]),
        ({"period": "tidigare"}, ["Klimatmål"]),
        ({"period": ["2025", "2026"], "typ": "meeting"}, ["Klimatbudget", "Klimatmål"]),
        ({"typ": "network", "omrade": ["miljo", "utbildning"]}, ["Klimatnätverket", "Klimatanpassning"]),
        ({"kommun": ["ale", "lerum"], "typ": ["network", "document"]}, ["Klimatnätverket", "Klimatanpassning"]),
        ({"fran": "2026-01-01"}, ["Klimatbudget"]),
        ({"fran": "2025-10-10", "till": "2025-10-10"}, ["Klimatmål"]),
        ({"natverk": "klimatanpassning"}, ["Klimatanpassning"]),
        ({"plats": "Stadshuset, Mölndal"}, ["Klimatbudget", "Klimatmål"]),
        ({"plats": "Stadshuset"}, []),
        ({"form": ["online", "hybrid"]}, []),
        ({"lage": "installt"}, []),
        ({"typ": "document"}, []),
    ],
)
def test_choices_in_the_address_narrow_the_hits(climate, ask, choices, found):
    assert titles(ask("klimat", **choices)) == found


BAD = [
    {"typ": "x"}, {"omrade": "finns-inte"}, {"period": "1234"}, {"kommun": "å b"}, {"fran": "2026-02-30"},
    {"fran": "i fjol"}, {"form": "brev"}, {"lage": "\x00"}, {"natverk": "finns-inte"}, {"plats": "x" * 256},
]  # fmt: skip


@pytest.mark.parametrize("choices", BAD)
def test_a_choice_that_does_not_exist_is_left_out(climate, ask, choices):
    response = ask("klimat", **choices)
    assert response.status_code == 200
    assert response.context["count"] == 5
    page = BeautifulSoup(response.content, "html.parser")
    (said,) = page.select(".errorlist li")
    ((name, value),) = choices.items()
    label = response.context["form"][name].label
    missing = f"{label}: det du valde finns inte. Sökningen bortser från det."
    assert said.get_text() == ("Skriv dagen så här: 2026-10-09." if name == "fran" else missing)
    assert not page.select(".narrow__made")
    assert not any(value in parse_qs(urlsplit(link["href"]).query).get(name, []) for link in page.select(".narrow a"))


def test_a_network_without_hits_gives_no_empty_list_of_choices(climate, ask):
    page = BeautifulSoup(ask("klimatbudget", natverk="klimatanpassning").content, "html.parser")
    assert not page.select(".narrow__made") and page.select(".nothing a[href='?q=klimatbudget']")


@pytest.mark.parametrize("letters", [201, 500])
def test_too_much_text_is_said_in_few_words_and_kept(climate, ask, letters):
    page = BeautifulSoup(ask("ö" * letters).content, "html.parser")
    assert [said.get_text() for said in page.select(".errorlist li")] == [
        f"Skriv högst 200 tecken. Du skrev {letters}."
    ]
    assert page.select_one("#search-large")["value"] == "ö" * letters


@pytest.mark.parametrize(
    ("query", "written"),
    [('"stor klimatbudget"', "”stor klimatbudget”"), ('"stor budget" zzz', "”’stor budget’ zzz”")],
)
def test_quotation_marks_within_others_are_single(climate, ask, query, written):
    page = BeautifulSoup(ask(query).content, "html.parser")
    assert page.select_one(".tally").get_text(strip=True) == f"Inga träffar på {written}"
    assert page.select_one("#search-large")["value"] == query


def test_in_english_a_hit_says_that_it_is_only_in_swedish_and_the_kinds_are_several(climate, client):
    page = BeautifulSoup(client.get("/en/search/", {"q": "klimat"}).content, "html.parser")
    kinds = [link.get_text(" ", strip=True) for link in page.select(".narrow__kinds a")]
    assert kinds == ["All types", "Networks 2", "Meetings 3"]
    types = [line.get_text(" ", strip=True) for line in page.select(".results__type")]
    assert types and all(line.endswith("· Only in Swedish") for line in types)
    assert not page.select(".results__meeting .only-in")
    assert all(link["lang"] == "sv" for link in page.select(".results__title a"))
    assert "Bara på svenska" not in client.get("/sok/", {"q": "klimat"}).content.decode()


def test_what_is_wrong_is_said_and_nothing_that_was_typed_is_lost(climate, ask):
    response = ask("klimat", typ=["x", "network"], omrade="miljo", fran="2025-13-01")
    assert titles(response) == ["Klimatnätverket"]
    page = BeautifulSoup(response.content, "html.parser")
    first = page.select_one("input[name=fran]")
    assert (first["value"], first["type"]) == ("2025-13-01", "text")
    assert [box["value"] for box in page.select("input[type=checkbox][checked]")] == ["network", "miljo"]
    said = [error.get_text() for error in page.select(".errorlist li")]
    assert len(said) == 2 and "Skriv dagen så här: 2026-10-09." in said
    assert "open" in page.select_one("details.filter-box").attrs
    swapped = ask("klimat", fran="2026-10-09", till="2025-10-10")
    assert swapped.context["count"] == 1
    assert "Dagen är före den första." in swapped.content.decode()
    unsearched = ask("ö" * 201, typ="network", plats="Ale, sal 1")
    kept = BeautifulSoup(unsearched.content, "html.parser").select(".search-large input[type=hidden]")
    assert [(field["name"], field["value"]) for field in kept] == [("typ", "network"), ("plats", "Ale, sal 1")]


def test_each_choice_is_a_box_with_its_number_and_can_be_undone(climate, ask):
    response = ask("klimat", typ=["network", "meeting"], omrade="miljo", fran="2025-01-01", natverk="klimatnatverket")
    page = BeautifulSoup(response.content, "html.parser")
    made = {link.get_text(): link["href"] for link in page.select(".narrow__made a")}
    labels = ["Nätverk", "Möten", "Miljö", "Klimatnätverket", "Från och med 1 januari 2025"]
    assert list(made) == [f"Ta bort: {label}" for label in labels]
    assert made["Ta bort: Nätverk"] == ("?q=klimat&typ=meeting&omrade=miljo&fran=2025-01-01&natverk=klimatnatverket")
    boxes = {(box["name"], box["value"]) for box in page.select(".narrow input[type=checkbox]")}
    assert {("typ", "network"), ("omrade", "miljo"), ("period", "2025")} <= boxes
    # All are at one place, which is no choice.
    assert "plats" not in dict(boxes)
    assert [field["value"] for field in page.select(".narrow input[type=hidden]")] == ["klimat", "klimatnatverket"]


def test_a_network_has_its_meetings_under_it(climate, ask, client):
    with time_machine.travel(NOW, tick=False):
        days = [f"2026-{month:02}-20" for month in range(5, 12)]
        make_event(climate, *(make_meeting(day) for day in days), title="Möten")
    first, *others = ask("klimatnätverket").context["groups"]
    assert (strip_tags(first.title), first.number) == ("Klimatnätverket", 11)
    assert [meeting.when.partition(" kl.")[0] for meeting in first.meetings] == [
        "onsdag 20 maj 2026", "lördag 20 juni 2026", "måndag 20 juli 2026",
    ]  # fmt: skip
    assert [hit.kind for hit in others].count("meeting") == 0
    page = BeautifulSoup(ask("klimatnätverket").content, "html.parser")
    every = page.select_one(".results__meetings .onward")
    assert every.get_text() == "Alla 11 möten som passar"
    narrowed = client.get("/sok/" + every["href"])
    assert narrowed.context["count"] == 11
    assert {hit.kind for hit in narrowed.context["groups"]} == {"meeting"}
    assert strip_tags(ask("klimatbudget").context["groups"][0].title) == "Klimatbudget"


def test_a_network_stands_above_its_meetings_also_where_only_they_match(climate, ask):
    days = [make_meeting(f"2026-{month:02}-20", note="Om stormfloder.") for month in range(5, 10)]
    make_event(climate, *days, title="Vårens samtal")
    first, group = ask("stormfloder").context["groups"]
    assert (first.kind, first.when.partition(" kl.")[0]) == ("meeting", "onsdag 20 maj 2026")
    assert (group.title, group.kind, len(group.meetings), group.number) == ("Klimatnätverket", "network", 3, 5)
    assert queries_of(ask, "stormfloder") < 12


def test_hits_are_headings_and_what_has_been_is_told_apart(climate, ask):
    page = BeautifulSoup(ask("klimatmål klimatbudget", ordning="datum").content, "html.parser")
    headings = [" ".join(heading.get_text().split()) for heading in page.select("ol.results h3")]
    assert headings[:2] == ["Klimatbudget (Möte)", "Klimatmål (Möte)"]
    coming, past = page.select("ol.results > li")[:2]
    assert "Har varit" not in coming.get_text()
    assert past.select_one(".status--past").get_text() == "Har varit"
    assert page.select_one("main :is(h2, h3)").name == "h2"


def test_hits_sort_by_time_and_by_name(climate, ask):
    assert titles(ask("klimat", ordning="datum"))[0] == "Klimatbudget"
    assert titles(ask("klimat", ordning="namn", typ="network")) == ["Klimatanpassning", "Klimatnätverket"]


def test_a_hit_tells_what_it_is_where_and_when(climate, ask):
    network, *_ = ask("klimatnätverket").context["results"]
    assert (network.label, network.areas, network.next_day.isoformat()) == ("Nätverk", ["Miljö"], "2026-10-09")
    meeting = ask("klimatbudget oktober").context["results"][0]
    assert meeting.title == "<mark>Klimatbudget</mark>"
    assert meeting.when == "fredag 9 <mark>oktober</mark> 2026 kl. 08.30–11.30, Stadshuset, Mölndal"
    assert meeting.url.startswith("/mote/")


def test_the_words_are_marked_in_their_sentence(climate, ask):
    assert "Vi minskar <mark>utsläppen</mark>." in ask("utsläpp").content.decode()


def test_a_phrase_is_marked_whole_in_its_sentence(climate, ask):
    (network,) = ask('"vi minskar utsläppen"').context["results"]
    assert network.excerpt == "<mark>Vi minskar utsläppen</mark>."


def test_the_next_page_keeps_the_choices(site, ask):
    for number in range(21):
        make_network(f"Eko {number:02}", introduction="ekologi")
    response = ask("ekologi", typ="network")
    assert "?q=ekologi&amp;typ=network&amp;sida=2" in response.content.decode()
    assert len(ask("ekologi", typ="network", sida=2).context["results"]) == 1


def test_it_offers_the_spelling_that_it_found(climate, ask):
    response = ask("klimatnätvärket")
    assert [said["text"] for said in response.context["told"]] == ["Visar ”klimatnätverket”."]
    assert titles(response)[0] == "Klimatnätverket"
    assert ask("klimatnätverket").context["told"] == []


def told(response):
    return [said["text"] for said in response.context["told"]]


def test_a_phrase_after_a_minus_is_left_out_and_said_to_be(climate, ask):
    response = ask('klimat -"vi minskar utsläppen"')
    assert told(response) == ["Visar inte det där ”vi minskar utsläppen” står ordagrant."]
    assert "Klimatnätverket" not in titles(response)
    assert "Klimatanpassning" in titles(response)


def test_what_operators_did_is_said_though_nothing_is_found(climate, ask):
    assert told(ask("-klimat")) == ["Visar inte det som innehåller ”klimat”."]
    assert told(ask('"finns ingenstans" klimat')) == ["Visar bara det där ”finns ingenstans” står ordagrant."]


def test_a_missing_word_is_named_once_as_it_was_typed_and_a_day_is_no_word(climate, ask):
    assert told(ask("klimat flodhäst flodhäst")) == [
        "”flodhäst” finns inte på webbplatsen. Visar träffar på det andra du skrev."
    ]
    for days in ("1–15 mars 2027", "24 december", "vecka 52"):
        assert told(ask(f"klimatnätverket {days}")) == []


def test_no_word_of_a_hidden_page_is_offered(climate, ask):
    PageViewRestriction.objects.create(page=climate, restriction_type="login")
    response = ask("klimatnätvärket")
    assert "limatnätverket" not in response.content.decode()


def test_what_is_found_by_other_words_only_is_said_to_be(climate, ask):
    SynonymGroup.objects.create(words="väderomställning, klimatmål, stor budget", broader="nätverk")
    said = "”väderomställning” står inte på webbplatsen. Visar det som hör ihop med det."
    found = ask("väderomställning")
    assert found.context["count"] and [each["text"] for each in found.context["told"]] == [said]
    assert not ask("klimatmål").context["told"]
    # A phrase of which the hits have a word has it marked in them.
    SynonymGroup.objects.create(words="klimatmål möten, klimatbudget")
    assert not ask("klimatmål möten").context["told"]
    # Words of a phrase that stand apart are no phrase, and a page that has only them no hit.
    SynonymGroup.objects.create(words="5g, utsläpp oktober")
    response = ask("5G")
    assert (response.context["count"], response.context["told"]) == (0, [])
    assert "Inga träffar på ”5G”" in response.content.decode()


def test_synonyms_work_once_they_are_saved(climate, ask):
    assert titles(ask("växthusgaser")) == []
    SynonymGroup.objects.create(words="växthusgaser, utsläpp")
    assert titles(ask("växthusgaser"))[0] == "Klimatnätverket"


def test_what_communicators_put_first_stands_above_while_it_is_public(climate, ask):
    SearchPromotion.objects.create(query=Query.get("miljö"), page=climate, description="Börja här.")
    assert [pick["title"] for pick in ask("miljön").context["promoted"]] == ["Klimatnätverket"]
    PageViewRestriction.objects.create(page=climate, restriction_type="login")
    assert ask("miljön").context["promoted"] == []


def test_searches_without_a_hit_are_counted_by_month_and_nothing_else(site, ask):
    with time_machine.travel("2026-04-15T10:00:00+02:00", tick=False):
        for query in ["Snöröjning", " snöröjning", "19900101-1234", "a@example.org", "Åsa Exempelsson", "?"]:
            ask(query)
        ask("snöröjning", typ="network")
        ask("snöröjning", sida="2")
    rows = MissedQuery.objects.values_list("query", "number", "month")
    assert [(query, number, month.isoformat()) for query, number, month in rows] == [
        ("", 3, "2026-04-01"),
        ("snöröjning", 3, "2026-04-01"),
    ]


def test_no_name_of_a_person_whom_the_site_knows_is_kept(site, ask):
    network = make_network("Miljö")
    network.members = [NetworkMember(organisation=make_organisation(), name="Åsa Park", name_basis="consent")]
    MissedQuery.count("park", timezone.localdate())
    MissedQuery.count("skog", timezone.localdate())
    publish(network)
    for query in ["parken", "park bygglov"]:
        note_missed(query, timezone.localdate())
    call_command("rebuild_search")
    assert sorted(MissedQuery.objects.values_list("query", flat=True)) == ["", "parken", "skog"]


def test_old_counts_are_removed(site, ask):
    MissedQuery.objects.create(query="gammalt", month="2024-12-01")
    MissedQuery.count("nytt", timezone.localdate().replace(year=2026, month=1, day=5))
    assert list(MissedQuery.objects.values_list("query", flat=True)) == ["nytt"]


def test_editors_read_what_was_not_found(site, editor_client):
    MissedQuery.count("snöröjning", timezone.localdate())
    note_missed("Åsa Exempelsson", timezone.localdate())
    html = editor_client.get("/admin/rapporter/svaga-sokningar/").content.decode()
    assert "snöröjning" in html
    assert "En sökning till gav ingen säker träff" in html


HOSTILE = [
    "'" * 4096, '"' * 4096, "*" * 4096, "(" * 200, "[a-z]{9}" * 20, "%_%" * 60, "a AND OR NOT NEAR(b, 1)", "^:~/\\-+!",
    "\x00", "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"), "~ ~~ - --", "d2026-99-99", "99/99 2026",
    "v. 99", "1" * 200, "å" * 200, "e\u0301" * 90, "\u202e\u200b", "🙂 möte", "<mark>", "möte " * 39,
]  # fmt: skip


@pytest.mark.parametrize("path", ["/sok/", "/sok/forslag/"])
def test_no_input_breaks_it(climate, client, path):
    for query in HOSTILE:
        assert client.get(path, {"q": query}).status_code == 200, query
    for raw in [
        "q=%ff%fe%00",
        "q=%F0%28%8C",
        "q[]=a",
        "q=a&q=b",
        "q=a&sida=%00",
        "q=klimat&typ=%00&period=%ff&omrade=%00",
    ]:
        assert client.get(f"{path}?{raw}").status_code == 200, raw


def test_a_page_of_results_stays_below_twelve_queries(climate, ask):
    assert queries_of(ask, "klimat") < 12
    one = queries_of(ask, "klimatbudget")
    for number in range(30):
        make_network(f"Klimat {number}", introduction="klimatbudget")
    assert queries_of(ask, "klimatbudget") <= one + 1  # networks' next meetings
    assert queries_of(ask, "klimatbudget") < 12


def test_suggestions_are_names_that_begin_so(climate, client):
    answer = client.get("/sok/forslag/", {"q": "klimatn"}).json()["suggestions"]
    assert answer[0] == {"title": "Klimatnätverket", "kind": "Nätverk", "url": "/natverk/klimatnatverket/"}
    assert client.get("/sok/forslag/", {"q": "k"}).json()["suggestions"][0]["title"].startswith("Klimat")
    for nothing in ("", " ", "-", "xyz"):
        assert client.get("/sok/forslag/", {"q": nothing}).json() == {"suggestions": []}
    past = client.get("/sok/forslag/", {"q": "klimatmå"}).json()["suggestions"]
    assert "Klimatmål" not in [suggestion["title"] for suggestion in past]


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [
        ('"klim', {"Klimatnätverket", "Klimatanpassning", "Klimatbudget"}),
        ('"klimatbud', {"Klimatbudget"}),
        ("”klimatbudget”", {"Klimatbudget"}),
        ('"klimat"', set()),
        ('"klimatbudget', {"Klimatbudget"}),
        ('klimat -"klimatbudget"', {"Klimatnätverket", "Klimatanpassning"}),
        ('klimat -"klimatbu', {"Klimatnätverket", "Klimatanpassning", "Klimatbudget"}),
        ("klimat -klimatbudget", {"Klimatnätverket", "Klimatanpassning"}),
        ("klimat -", {"Klimatnätverket", "Klimatanpassning", "Klimatbudget"}),
        ("-klimat", set()),
        ('-"klimat', set()),
        ('"', set()),
    ],
)
def test_suggestions_follow_operators_also_while_they_are_typed(climate, client, typed, suggested):
    found = client.get("/sok/forslag/", {"q": typed}).json()["suggestions"]
    # The network's row of all its meetings, which is called nothing, is about the climate too.
    assert {each["title"] for each in found} - {"Möten"} == suggested


def test_a_box_that_looks_for_a_network_is_suggested_networks_only(climate, client):
    asked = {
        typ: client.get("/sok/forslag/", {"q": "klimat", "typ": typ}).json()["suggestions"] for typ in ("", "network")
    }
    assert {each["title"] for each in asked["network"]} == {"Klimatnätverket", "Klimatanpassning"}
    assert len(asked[""]) > 2


def test_suggestions_know_documents_until_they_are_hidden(climate, client):
    document = Document.objects.create(title="Avtal", file=ContentFile(b"Text.", name="avtal.txt"))
    climate.documents = [NetworkDocument(title="Avtal om cykelvägar", document=document)]
    publish(climate)

    def suggested(text):
        return client.get("/sok/forslag/", {"q": text}).json()["suggestions"]

    kind = "Dokument (TXT) · Klimatnätverket"
    assert suggested("avtal c") == [{"title": "Avtal om cykelvägar", "kind": kind, "url": document.url}]
    restriction = PageViewRestriction.objects.create(page=climate, restriction_type="login")
    assert suggested("avtal c") == []
    restriction.delete()
    assert len(suggested("avtal c")) == 1


def test_the_summary_of_a_document_does_not_repeat_its_title(climate, ask):
    document = Document.objects.create(title="Avtal", file=ContentFile(b"Text.", name="avtal.txt"))
    climate.documents = [NetworkDocument(title="Avtal om cykelvägar", document=document)]
    publish(climate)
    Findable.objects.filter(kind="document").update(text="Avtal om\nCykelvägar\nVi lånar\nutan avgift.\nSlut.")
    (hit,) = ask("avtal").context["results"]
    assert hit.excerpt == "Vi lånar utan avgift. Slut."


def test_a_suggestion_costs_the_same_for_one_and_for_many(climate, client):
    def ask():
        return client.get("/sok/forslag/", {"q": "klimat"})

    one = queries_of(ask)
    for number in range(30):
        make_network(f"Klimat {number}", introduction="klimatbudget")
    assert queries_of(ask) == one < 6


def test_search_engines_are_to_show_the_way_to_search_but_nothing_that_was_found(climate, client):
    noindex = '<meta name="robots" content="noindex, follow">'
    assert noindex not in client.get("/sok/").content.decode()
    assert noindex in client.get("/sok/?q=klimat").content.decode()


def test_a_browser_learns_to_search_here(site, client):
    link = '<link rel="search" href="/sok/opensearch.xml" type="application/opensearchdescription+xml"'
    assert link in client.get("/sok/").content.decode()
    response = client.get("/sok/opensearch.xml")
    assert response["Content-Type"] == "application/opensearchdescription+xml"
    assert 'template="http://testserver/sok/?q={searchTerms}"' in response.content.decode()
