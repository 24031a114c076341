"""The foot of every page: links that editors set, each saying where it goes. Wagtail makes the row at first sight."""

import pytest
from bs4 import BeautifulSoup

from gr_site.models import SiteFooter

pytestmark = pytest.mark.django_db
ALWAYS = ["Prenumerera på nätverkens möten", "Ändringar i alla möten (Rss)"]


def follow(client):
    html = BeautifulSoup(client.get("/").content, "html.parser")
    links = html.footer.find("nav", attrs={"aria-label": "Följ och prenumerera"}).find_all("a")
    return [link.get_text() for link in links]


def test_what_editors_have_set_is_there_and_nothing_else(client, site):
    assert follow(client) == ALWAYS
    SiteFooter.objects.update(linkedin="https://l.example/", newsletter="https://n.example/")
    assert follow(client) == [*ALWAYS, "GR:s nyhetsbrev", "GR på LinkedIn"]
    SiteFooter.objects.update(facebook="https://f.example/", youtube="https://y.example/", linkedin="")
    assert follow(client) == [*ALWAYS, "GR:s nyhetsbrev", "GR på Facebook", "GR på Youtube"]
