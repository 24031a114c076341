"""The first minutes: three errands on the dashboard, each one choice away, for those who may and for no others."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from networks.rights.groups import editors_of
from tests.factories import make_event, make_meeting, make_network
from tests.query_counts import queries_of
from tests.shared_fixtures import shared_fixture

pytestmark = pytest.mark.django_db
ERRANDS = ["choose_new_dates", "choose_meeting", "choose_network_page"]


@shared_fixture()
def network(site):
    return make_network()


@pytest.fixture
def own_client(client, django_user_model, network):
    """The network's own editor, and of no other network."""
    user = django_user_model.objects.create_user("elin", "elin@example.org", "hemligt")
    user.groups.add(editors_of(network).group)
    client.force_login(user)
    return client


def soon(days=10, **fields):
    return make_meeting(timezone.localdate() + timedelta(days=days), **fields)


def text(response):
    return " ".join(BeautifulSoup(response.content, "html.parser").select_one("main, body").get_text().split())


def test_the_dashboard_begins_with_the_three_errands(admin_client, site):
    response = admin_client.get(reverse("wagtailadmin_home"))
    page = BeautifulSoup(response.content, "html.parser")
    assert [link["href"] for link in page.select(".errand")] == [reverse(name) for name in ERRANDS]
    assert next(panel.name for panel in response.context["panels"]) == "errands"
    assert page.select(".w-summary li, .w-dashboard .w-summary a") == []
    for link in page.select(".errands a"):
        assert admin_client.get(link["href"]).status_code == 200


def test_who_has_one_network_goes_straight_to_its_forms(own_client, network):
    make_network("Barnnätverket")
    event = make_event(network, soon())
    assert own_client.get(reverse("choose_new_dates")).url == reverse("paste_dates", args=[network.pk])
    edit = reverse("wagtailadmin_pages:edit", args=[network.pk])
    assert own_client.get(reverse("choose_network_page")).url == edit
    (meeting,) = own_client.get(reverse("choose_meeting")).context["rows"]
    assert meeting[0] == event.occurrences.get()
    for address in (reverse("paste_dates", args=[network.pk]), edit, *(url for _, url in meeting[1])):
        assert own_client.get(address).status_code == 200


def test_only_ones_own_coming_published_meetings_are_there_to_change(own_client, network):
    mine = make_event(network, soon(3, theme="Min"), soon(-3), soon(0))
    make_event(network, soon(), live=False)
    make_event(make_network("Barnnätverket"), soon())
    rows = [row for row, _ in own_client.get(reverse("choose_meeting")).context["rows"]]
    assert [(row.page_id, row.theme) for row in rows] == [(mine.pk, ""), (mine.pk, "Min")]


def test_networks_and_meetings_are_found_without_scripts_and_without_dots(admin_client, network):
    other = make_network("Barnnätverket")
    make_event(network, soon(theme="Ekonomi"))
    make_event(other, soon(theme="Lek"))
    for name in ("choose_new_dates", "choose_network_page"):
        found = admin_client.get(reverse(name), {"q": "forskole"}).context["rows"]
        assert [row.title for row, _ in found] == ["Förskolenätverket"]
    found = admin_client.get(reverse("choose_meeting"), {"q": "ekonomi"}).context["rows"]
    assert [row.theme for row, _ in found] == ["Ekonomi"]
    for name in ERRANDS:
        assert "Visa alla" in text(admin_client.get(reverse(name), {"q": "finns inte"}))


def test_a_search_that_is_refused_says_so_and_lists_everything(admin_client, network):
    make_network("Barnnätverket")
    response = admin_client.get(reverse("choose_network_page"), {"q": "x" * 101})
    assert "Sök med färre ord: högst 100 tecken." in text(response)
    assert len(response.context["rows"]) == 2


def test_who_has_nothing_is_told_what_to_do(client, django_user_model, site):
    user = django_user_model.objects.create_user("elin", "elin@example.org", "hemligt")
    user.groups.add(editors_of(make_network("Stängda", live=False)).group)
    client.force_login(user)
    assert "inga kommande möten" in text(client.get(reverse("choose_meeting")))


def test_visitors_are_asked_to_log_in(client, site):
    for name in [*ERRANDS, "getting_started"]:
        assert "login" in client.get(reverse(name)).url


def test_help_is_about_this_site(admin_client, site):
    html = admin_client.get(reverse("wagtailadmin_home")).content.decode()
    assert "Vad är nytt i Wagtail" not in html
    assert reverse("getting_started") in html
    assert "Preliminärt" in text(admin_client.get(reverse("getting_started")))


def test_queries_do_not_grow_with_networks_and_meetings(admin_client, network):
    other = make_network("Nätverk 0")
    make_event(network, soon())
    before = [queries_of(admin_client.get, reverse(name)) for name in ERRANDS]
    for number in range(1, 6):
        make_event(make_network(f"Nätverk {number}"), soon(), soon(20))
    assert [queries_of(admin_client.get, reverse(name)) for name in ERRANDS] == before
    assert other.live
