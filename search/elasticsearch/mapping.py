"""What Elasticsearch stores of a row."""

from wagtail.search.backends.elasticsearch9 import SearchBackend as WagtailBackend
from wagtail.search.index import SearchField

from ..analysis.terms import PART
from .analysis import WAYS

QUERY_ANALYZERS = {"stem": "stem_query", "folded": "folded_query", "english": "english"}
# The terms from the site's own rules, so that both engines know the same word forms and days.
TERM_FIELDS = ("title_terms", "fact_terms", "text_terms", "lent_terms")


class FindableMapping(WagtailBackend.mapping_class):
    """Wagtail's mapping with our four analyses of each text and the terms from our own rules."""

    def get_field_mapping(self, field):
        name, mapping = super().get_field_mapping(field)
        if isinstance(field, SearchField) and mapping["type"] == "text":
            mapping = text_field()
        return name, mapping

    def get_mapping(self):
        mapping = super().get_mapping()
        properties = mapping["properties"]
        for name in [name for name in properties if name.startswith(("_all_text", "_edgengrams"))]:
            del properties[name]  # each field is searched separately, so that a title weighs more than a text
        for name in TERM_FIELDS:
            properties[name] = properties[f"{name}_parts"] = {"type": "text", "analyzer": "terms"}
        return {**mapping, "dynamic": False, "_source": {"enabled": False}}

    def get_document(self, obj):
        document = super().get_document(obj)
        document.pop("_edgengrams", None)
        for name in TERM_FIELDS:
            whole, parts = split_terms(getattr(obj, name))
            document.update({name: whole, f"{name}_parts": parts})
        return document


def text_field():
    ways = {way: {"type": "text", "analyzer": way, "search_analyzer": QUERY_ANALYZERS[way]} for way in WAYS}
    return {"type": "text", "analyzer": "exact", "fields": ways}


def split_terms(terms):
    """``(whole words, parts of compounds)`` from a row's terms, each as text."""
    found = terms.split()
    whole = [term for term in found if not term.startswith(PART)]
    return " ".join(whole), " ".join(term.removeprefix(PART) for term in found if term.startswith(PART))
