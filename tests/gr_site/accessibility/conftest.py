from datetime import date

import pytest

from gr_site.models import AccessibilityStatementPage, Shortcoming
from tests.factories import add_page

FIELDS = {
    "title": "Tillgänglighetsredogörelse",
    "slug": "tillganglighet",
    "actor": "Göteborgsregionens kommunalförbund",
    "service_name": "Nätverkswebben",
    "addresses": "https://natverk.gr.example/",
    "conformance": "partial",
    "assessed_on": date(2025, 9, 1),
    "method": "self",
    "email": "tillganglighet@gr.example",
    "phone": "031-123 45 00",
}


@pytest.fixture
def statement(site):
    """Published, partial, with a shortcoming of each reason."""
    page = AccessibilityStatementPage(**FIELDS)
    page.shortcomings = [
        Shortcoming(what="Kartan kräver mus", affects="den som styr med tangentbord", criterion="2.1.1"),
        Shortcoming(what="Gamla ljudfiler", affects="den som inte hör", reason="burden", motivation="En text kostar."),
        Shortcoming(what="Filer från 2017", affects="alla", reason="outside"),
    ]
    return add_page(site.home, page)
