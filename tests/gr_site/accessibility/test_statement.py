"""The statement as visitors read it: every field that Digg asks for, in the foot of every page, in both languages."""

from itertools import pairwise

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from wagtail.documents.models import Document
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from gr_site.accessibility.documents import count_inaccessible, inaccessible_documents
from gr_site.models import AccessibilityStatementPage, StandardPage
from networks.documents.marking import mark
from networks.models import NetworkDocument
from tests.factories import add_page, make_event, make_meeting, make_network, publish
from tests.query_counts import queries_of
from tests.translating import translate

pytestmark = pytest.mark.django_db
DIGG = "https://www.digg.se/tdosanmalan"


def soup(client, address):
    return BeautifulSoup(client.get(address).content, "html.parser")


def words(part):
    return " ".join(part.get_text().split())


def file(title, verdict="no", shortcomings="Skannad", **fields):
    made = Document.objects.create(title=title, file=ContentFile(b"x", name="fil.pdf"), file_size=1, **fields)
    mark(made, verdict, shortcomings if verdict == "no" else "")
    return made


def give(network, *documents, access="public"):
    network.documents = [NetworkDocument(title=each.title, document=each, access=access) for each in documents]
    return publish(network)


def listed():
    return [(owner.title, [row.title for row in rows]) for owner, rows in inaccessible_documents()]


def test_it_says_all_that_digg_asks_for(client, statement):
    html = soup(client, statement.url)
    main = words(html.main)
    for told in (
        "Göteborgsregionens kommunalförbund står bakom",
        "Nätverkswebben är delvis förenlig med lagen",
        "https://natverk.gr.example/",
        "Kartan kräver mus Gäller: den som styr med tangentbord (WCAG 2.1.1).",
        "Vi vet ännu inte när det är rättat.",
        "Gamla ljudfiler Gäller: den som inte hör. En text kostar.",
        "Filer från 2017",
        "Webbplatsen granskades senast 1 september 2025",
        "Redogörelsen uppdaterades senast",
        "Vi har själva granskat",
        "Vi svarar inom 5 arbetsdagar.",
        "031-123 45 00",
    ):
        assert told in main
    targets = [link["href"] for link in html.main.find_all("a")]
    assert {DIGG, "mailto:tillganglighet@gr.example", "tel:0311234500"} < set(targets)
    assert sum("riksdagen.se" in target for target in targets) == 2
    levels = [int(heading.name[1]) for heading in html.main.find_all(["h1", "h2", "h3", "h4"])]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_it_lists_the_files_that_visitors_meet(site, statement):
    network = make_network("Bredvid")
    give(network, file("Rapport"), file("Bra", "yes"))
    other = make_network("Annat")
    twice = file("Dagordning")
    make_event(other, make_meeting("2026-01-02", agenda=twice), make_meeting("2026-02-02", agenda=twice))
    text = add_page(
        site.home, StandardPage(title="Om", body=[("document", {"document": file("Blankett"), "description": ""})])
    )
    assert listed() == [("Annat", ["Dagordning"]), ("Bredvid", ["Rapport"]), (text.title, ["Blankett"])]
    assert count_inaccessible() == 3


def test_it_lists_no_file_that_is_not_public(site, statement):
    draft = make_network("Utkast", live=False)
    draft.documents = [NetworkDocument(title="I utkast", document=file("I utkast"))]
    draft.save_revision()
    give(make_network("Begärs"), file("På begäran"), access="registered")
    closed = give(make_network("Stängt"), file("Bakom lösenord"))
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    secret = Collection.get_first_root_node().add_child(name="Hemligt")
    give(make_network("Öppet"), file("I stängd mapp", collection=secret))
    assert listed() == [("Öppet", ["I stängd mapp"])]
    CollectionViewRestriction.objects.create(collection=secret, restriction_type="login")
    file("Visas ingenstans")
    assert listed() == []
    make_event(draft, make_meeting("2026-01-02", agenda=file("Under utkast")))
    give(make_network("Nedtaget"), file("Var framme")).unpublish()
    assert listed() == []
    assert count_inaccessible() == 0


def test_a_file_marked_since_makes_a_full_statement_partial(client, statement):
    statement.conformance, statement.shortcomings = "full", []
    statement = publish(statement)
    assert "helt förenlig" in words(soup(client, statement.url).main)
    give(make_network(), file("Rapport"))
    main = words(soup(client, statement.url).main)
    assert "delvis förenlig" in main
    assert "helt förenlig" not in main


def test_it_costs_the_same_for_one_file_and_for_many(client, statement):
    give(make_network("A"), file("Ett"))
    one = queries_of(client.get, statement.url)
    for number in range(8):
        give(make_network(f"Nätverk {number}"), *(file(f"Fil {number} {each}") for each in range(4)))
    assert queries_of(client.get, statement.url) == one


def test_every_kind_of_page_leads_to_it(client, site, statement):
    network = make_network()
    event = make_event(network, "2026-01-02")
    text = add_page(site.home, StandardPage(title="Om oss"))
    pages = [site.home, site.networks, site.calendar, network, event, text, statement]
    addresses = [*(page.url for page in pages), "/sok/", "/mina-natverk/", "/finns-inte/", "/en/", "/en/search/"]
    without = [
        address
        for address in addresses
        if not soup(client, address).footer.find("a", href=[statement.url, f"/en{statement.url}"])
    ]
    assert without == []


def test_it_is_never_moved_from_the_foot_to_the_menu(statement):
    statement.show_in_menus = True
    assert not publish(statement).show_in_menus
    offered = [panel.field_name for panel in AccessibilityStatementPage.promote_panels[0].children]
    assert offered == ["slug", "seo_title", "search_description"]


def test_a_statement_that_is_not_published_is_not_in_the_foot(client, statement):
    statement.unpublish()
    assert soup(client, "/").footer.find("a", href=statement.url) is None


def test_there_is_one_for_the_site_and_it_has_translations(site, statement):
    assert not AccessibilityStatementPage.can_create_at(site.home)
    english = translate(
        statement,
        {"Tillgänglighetsredogörelse": "Accessibility statement", "tillganglighet": "accessibility"},
    )
    assert english.locale.language_code == "en"


def test_in_english_the_words_are_english_and_the_facts_are_the_sources(client, site, statement):
    translate(site.home, {"Göteborgsregionens nätverk": "Networks"})
    english = translate(
        statement,
        {
            "Tillgänglighetsredogörelse": "Accessibility statement",
            "tillganglighet": "accessibility",
            "Nätverkswebben": "The networks' website",
            "Kartan kräver mus": "The map needs a mouse",
        },
    )
    source = AccessibilityStatementPage.objects.get(pk=statement.pk)
    source.conformance = "none"
    publish(source)
    html = soup(client, english.url)
    assert "The networks' website is not compliant" in words(html.main)
    assert html.main.find("strong", string="The map needs a mouse").get("lang") is None
    assert html.main.find("strong", string="Filer från 2017")["lang"] == "sv"
    assert html.footer.find("a", href=english.url).get_text() == "Accessibility statement"
    assert Page.objects.type(AccessibilityStatementPage).count() == 2
