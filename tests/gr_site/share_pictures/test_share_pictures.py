"""The pictures on the site: their addresses, and who may see them."""

import re
import uuid
from datetime import timedelta
from html import unescape

import pytest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from tests.factories import make_area, make_event, make_network, publish
from tests.shared_fixtures import shared_fixture
from tests.translating import translate

pytestmark = pytest.mark.django_db
_META = re.compile(r'<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)">')


def meta(client, address):
    return {name: unescape(content) for name, content in _META.findall(client.get(address).content.decode())}


def picture(client, address):
    """The path of the picture that a page names."""
    return meta(client, address)["og:image"].removeprefix("http://localhost")


@shared_fixture()
def network(site):
    return make_network("Förskolenätverket", area=make_area(colour="lingon"), introduction="För chefer.")


def test_what_a_shared_network_shows(network, client):
    assert meta(client, network.url) == {
        "og:description": "För chefer.",
        "og:url": f"http://localhost{network.url}",
        "og:title": "Förskolenätverket",
        "og:type": "website",
        "og:site_name": "Göteborgsregionens nätverk",
        "og:locale": "sv_SE",
        "og:locale:alternate": "en_GB",
        "og:image": f"http://localhost{picture(client, network.url)}",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "Förskolenätverket, i vit text på mörk botten med webbplatsens märke",
        "twitter:card": "summary_large_image",
    }


def test_a_picture_is_kept_for_ever_and_not_sent_twice(network, client):
    response = client.get(picture(client, network.url))
    assert response.status_code == 200
    assert response["Content-Type"] == "image/png"
    assert response["Cache-Control"] == "public, max-age=60, s-maxage=0"
    assert not response.cookies
    again = client.get(picture(client, network.url), headers={"if-none-match": response["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_it_is_drawn_once(network, client, monkeypatch):
    drawn = []
    monkeypatch.setattr("gr_site.share_pictures.views.draw", lambda what: drawn.append(what.title) or b"png")
    address = picture(client, network.url)
    assert client.get(address).content == client.get(address).content == b"png"
    assert client.get(address.replace(".png", "0.png")).status_code == 302
    assert drawn == ["Förskole\u00adnätverket"]


def test_an_old_address_leads_to_the_picture_of_today(network, client):
    before = picture(client, network.url)
    network.title = "Nätverket för förskolan"
    publish(network)
    after = picture(client, network.url)
    assert before != after
    response = client.get(before)
    assert (response.status_code, response["Location"]) == (302, after)
    assert client.get(after).status_code == 200


@pytest.mark.parametrize("hide", ["unpublish", "restrict", "unknown", "language"])
def test_what_a_visitor_may_not_see_is_not_drawn(network, client, hide):
    address = picture(client, network.url)
    if hide == "unpublish":
        network.unpublish()
    elif hide == "restrict":
        PageViewRestriction.objects.create(page=network, restriction_type="login")
    elif hide == "unknown":
        address = reverse("share_picture", args=[uuid.uuid4(), "sv", "0" * 12])
    else:
        address = address.replace("/sv-", "/xx-")
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("closed", ["network", "event"])
def test_a_closed_page_names_no_picture_to_those_who_may_read_it(network, admin_client, closed):
    event = make_event(network, timezone.localdate() + timedelta(days=3))
    addresses = [event.url, event.occurrences.get().get_absolute_url()]
    assert all("og:image" in meta(admin_client, address) for address in addresses)
    PageViewRestriction.objects.create(page={"network": network, "event": event}[closed], restriction_type="login")
    for address in addresses:
        content = admin_client.get(address).content.decode()
        assert "og:title" in content
        assert "og:image" not in content
        assert "summary_large_image" not in content
        assert '"image"' not in content


def test_an_event_of_a_hidden_network_is_not_drawn(network, client):
    event = make_event(network, timezone.localdate())
    address = picture(client, event.url)
    assert client.get(address).status_code == 200
    network.unpublish()
    assert client.get(address).status_code == 404


def test_every_sort_of_page_names_a_picture_that_is_there(network, site, client):
    event = make_event(network, timezone.localdate())
    addresses = ["/", site.networks.url, network.url, event.url, event.occurrences.get().get_absolute_url()]
    addresses += [site.calendar.url, "/kalender/2026/4/", "/mina-natverk/", "/sok/?q=x"]
    translate(network, {"Förskolenätverket": "The preschool network"})
    for address in [*addresses, "/en/", f"/en{network.url}", "/en/natverk/", "/en/my-networks/"]:
        response = client.get(picture(client, client.get(address, follow=True).request["PATH_INFO"]))
        assert response.status_code == 200, address


def test_the_picture_and_the_words_are_in_the_shown_language(network, client):
    translated = translate(network, {"Förskolenätverket": "The preschool network"})
    found = meta(client, translated.url)
    assert found["og:locale"] == "en_GB"
    assert found["og:title"] == "The preschool network"
    assert client.get(found["og:image"].removeprefix("http://localhost")).status_code == 200


def test_what_is_not_there_is_not_shared(site, client):
    assert meta(client, "/finns-inte/") == {}


def test_a_meeting_is_shared_with_its_day_and_place(network, client):
    row = make_event(network, "2026-04-20").occurrences.get()
    found = meta(client, row.get_absolute_url())
    assert found["og:title"] == "Möte, Förskolenätverket"
    assert found["og:description"] == "måndag 20 april 2026 kl.\u00a008.30–11.30, Stadshuset, Mölndal"
    assert found["og:url"] == f"http://localhost{row.get_absolute_url()}"


def test_telling_what_a_link_shows_costs_no_query(network, site, client, django_assert_num_queries):
    event = make_event(network, timezone.localdate())
    addresses = ["/", site.networks.url, network.url, event.url, event.occurrences.get().get_absolute_url()]
    for address in addresses:
        response = client.get(address)
        context = response.context.flatten()
        with django_assert_num_queries(0):
            html = render_to_string("includes/head_description.html", context, request=response.wsgi_request)
        assert "og:image" in html
