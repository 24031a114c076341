"""The admin wears the site's name, mark and colours, tells where help is, and leads nowhere else."""

import re
from pathlib import Path

import pytest
from django.urls import reverse

import gr_site
from gr_site.models import SiteFooter
from gr_site.styleguide.contrast import contrast

pytestmark = pytest.mark.django_db
BRAND = Path(gr_site.__file__).parent / "static" / "gr_site" / "admin" / "brand.css"


def outside_links(html):
    return {host for host in re.findall(r'href="https?://([^/"]+)', html) if host not in {"localhost", "testserver"}}


def test_the_login_page_has_the_look_of_the_site_and_whom_to_ask(site, client):
    SiteFooter.objects.update_or_create(site=site.row, defaults={"email": "gr@example.org"})
    html = client.get(reverse("account_login")).content.decode()
    assert "<title>Logga in –" in html
    assert "mailto:gr@example.org" in html
    assert "Lösenord" in html
    assert "gr_site/css/site.css" in html
    assert outside_links(html) == set()


def test_the_dashboard_greets_and_tells_where_help_is(site, editor_client):
    SiteFooter.objects.update_or_create(site=site.row, defaults={"email": "gr@example.org", "phone": "031-00 00 00"})
    html = editor_client.get(reverse("wagtailadmin_home")).content.decode()
    assert "Välkommen" in html
    assert "Behöver du hjälp?" in html
    assert "mailto:gr@example.org" in html
    assert "tel:031000000" in html
    assert reverse("getting_started") in html
    assert "gr-brand__mark" in html
    assert outside_links(html) == set()


def test_the_editor_leads_nowhere_else(site, editor_client):
    html = editor_client.get(reverse("wagtailadmin_pages:edit", args=[site.home.pk])).content.decode()
    assert outside_links(html) == set()


def test_what_the_admin_does_not_have_is_told_in_swedish(site, editor_client):
    response = editor_client.get("/admin/finns-inte/")
    assert response.status_code == 404
    html = response.content.decode()
    assert "Till redaktörens startsida" in html
    assert "<title>Sidan finns inte - Göteborgsregionens nätverk</title>" in html


def test_the_menu_on_public_pages_has_our_mark(site, editor_client):
    html = editor_client.get("/").content.decode()
    assert "w-userbar-icon" in html
    assert "gr-mark" in html
    assert "Visa redaktörens genvägar" in html


def hsl(css, name):
    """'#rrggbb' of the colour that the three variables of ``name`` make (CSS Color 4, section 7.1)."""
    hue, saturation, lightness = (
        float(re.search(rf"--w-color-{name}-{part}: ([\d.]+)", css)[1]) for part in ("hue", "saturation", "lightness")
    )
    saturation, lightness = saturation / 100, lightness / 100

    def channel(number):
        step = (number + hue / 30) % 12
        share = lightness - saturation * min(lightness, 1 - lightness) * max(-1, min(step - 3, 9 - step, 1))
        return round(share * 255)

    return "#" + "".join(f"{channel(number):02x}" for number in (0, 8, 4))


def test_the_colours_are_the_sites_and_can_be_read():
    css = BRAND.read_text()
    assert hsl(css, "primary") == "#0b2f40"
    assert contrast("#ffffff", hsl(css, "primary")) >= 7
    assert contrast("#ffffff", hsl(css, "secondary")) >= 7
    # The page of the dark scheme is Wagtail's grey-600: grey-800 and 3.5 % lighter.
    assert contrast("#a5d8ec", "#1e2629") >= 7


def test_a_preview_looks_as_the_site_does_and_may_stand_in_the_editors_frame(site):
    response = site.home.make_preview_request()
    html = response.content.decode()
    assert "gr_site/css/site.css" in html
    assert "site-header" in html
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in response["Content-Security-Policy"]
