"""Whatever an editor types above a list of the admin is looked for, or is nothing that can be found."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from wagtail.documents.models import Document
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

SIGNS = st.text(st.sampled_from("ab\"'*()^:-+\\ {}å"), max_size=12)


class AnyQuery(TestCase):
    @given(SIGNS, st.sampled_from(["search", "autocomplete"]))
    def test_no_query_is_a_fault(self, query, method):
        list(getattr(get_search_backend(), method)(query, Page))


@pytest.mark.django_db
@pytest.mark.parametrize("query", ['"Årsplan"', 'Årsplan "', "Årsplan"])
def test_a_document_is_found_with_quotation_marks_too(site, admin_client, query):
    Document.objects.create(title="Årsplan", file=ContentFile(b"%PDF-1.7", name="plan.pdf"))
    Document.objects.create(title="Budget", file=ContentFile(b"%PDF-1.7", name="budget.pdf"))
    found = admin_client.get(reverse("wagtaildocs:index_results"), {"q": query}).content.decode()
    assert ("Årsplan" in found, "Budget" in found) == (True, False)
