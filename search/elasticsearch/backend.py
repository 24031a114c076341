"""Wagtail's search backend for Elasticsearch 9, with our analysis, for the rows that visitors may find.

Only those: the admin's own searches stay in the database, so that they never depend on Elasticsearch.
"""

import hashlib
import json
from functools import cached_property

from elasticsearch.helpers import bulk
from wagtail.search.backends.elasticsearch9 import SearchBackend as WagtailBackend

from ..models import Findable
from . import analysis
from .mapping import FindableMapping
from .queue import note


class IndexingFault(Exception):
    """Elasticsearch took some of it and not the rest: its index is missing, full or read-only."""


class FindableIndex(WagtailBackend.index_class):
    """The alias that is searched, or one of the indexes behind it."""

    def add_items(self, model, items):
        note(item.pk for item in items if isinstance(item, Findable))

    def add_item(self, item):
        self.add_items(type(item), [item])

    def delete_item(self, item):
        self.add_items(type(item), [item])


class SearchBackend(WagtailBackend):
    """Wagtail's signals and our own writing hand rows over; they are noted in the database and sent after commit."""

    mapping_class = FindableMapping
    index_class = FindableIndex
    settings = {"settings": analysis.index_settings()}

    def __init__(self, params):
        super().__init__(params)
        # ``update_index`` writes every searchable model anew; ours is written by ``update_search_index`` only.
        self.rebuilder_class = None

    @cached_property
    def mapping(self):
        return self.mapping_class(Findable)

    @property
    def rules(self):
        """Changes whenever the analysis or the mapping does."""
        told = json.dumps([self.settings, self.mapping.get_mapping()], sort_keys=True)
        return hashlib.sha256(told.encode()).hexdigest()[:16]

    @property
    def alias(self):
        return self.get_index_for_model(Findable).name

    def create(self, name):
        """Makes an empty index."""
        mapping = {**self.mapping.get_mapping(), "_meta": {"rules": self.rules}}
        self.es.indices.create(index=name, settings=self.settings["settings"], mappings=mapping)

    def actions(self, index, rows, versions, gone=()):
        """What stores ``rows`` in an index and removes the keys ``gone``, each under its version."""
        stored = [_action("index", index, row.pk, versions, self.mapping.get_document(row)) for row in rows]
        return stored + [_action("delete", index, key, versions) for key in gone]

    def send(self, actions, *, to_alias):
        """Carries out ``actions`` and makes them seen. Returns what was refused for good, as texts.

        What the index has in a newer version stays. Raises ``IndexingFault`` or an error of the client's where trying
        again may help: all of it may be sent again.
        """
        _, errors = bulk(self.es, actions, raise_on_error=False, require_alias=to_alias, refresh=True)
        answers = [answer for error in errors for answer in error.values() if not _is_harmless(answer)]
        if faults := [answer for answer in answers if answer["status"] != 400]:
            raise IndexingFault(str(faults[0].get("error")))
        return [f"{answer['_id']}: {answer['error']}" for answer in answers]


def _action(name, index, key, versions, document=None):
    action = {"_op_type": name, "_index": index, "_id": str(key), "version": versions[key]}
    action["version_type"] = "external_gte"
    return action if document is None else {**action, "_source": document}


def _is_harmless(answer):
    """Newer in the index already, or deleted where it never was."""
    return answer["status"] == 409 or answer.get("result") == "not_found"
