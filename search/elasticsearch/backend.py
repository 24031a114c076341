"""Wagtail's search backend for Elasticsearch 9 with our analysis, for the rows that visitors can find.

Searches in the admin use the database, so that they never depend on Elasticsearch.
"""

import hashlib
import json
import logging
from functools import cached_property
from itertools import chain

from elasticsearch.helpers import bulk
from wagtail.search.backends.elasticsearch9 import SearchBackend as WagtailBackend

from ..models import Findable
from . import analysis
from .mapping import FindableMapping
from .queue import note

logger = logging.getLogger(__name__)
LARGEST_REQUEST = 10_000_000  # bytes
# The index is missing, may not be written or has too much to do: nothing that a row could help.
_TRY_AGAIN = {401, 403, 404, 408, 429, 502, 503, 504}


class IndexingFault(Exception):
    """Raised when Elasticsearch stored only a part, because the index is missing, full or read-only."""


class FindableIndex(WagtailBackend.index_class):
    """The alias that searches use, or one of the indexes behind it."""

    def add_items(self, model, items):
        note(item.pk for item in items if isinstance(item, Findable))

    def add_item(self, item):
        self.add_items(type(item), [item])

    def delete_item(self, item):
        self.add_items(type(item), [item])


class SearchBackend(WagtailBackend):
    """Gets rows from Wagtail's signals and from our own writing, notes them in the database and sends after commit."""

    mapping_class = FindableMapping
    index_class = FindableIndex
    settings = {"settings": analysis.index_settings()}

    def __init__(self, params):
        super().__init__(params)
        # Wagtail's ``update_index`` rewrites every searchable model; ours is written by ``update_search_index`` only.
        self.rebuilder_class = None

    @cached_property
    def mapping(self):
        return self.mapping_class(Findable)

    @property
    def rules(self):
        """A value that changes whenever the analysis or the mapping does."""
        told = json.dumps([self.settings, self.mapping.get_mapping()], sort_keys=True)
        return hashlib.sha256(told.encode()).hexdigest()[:16]

    @property
    def alias(self):
        return self.get_index_for_model(Findable).name

    def create(self, name):
        """Create an empty index."""
        mapping = {**self.mapping.get_mapping(), "_meta": {"rules": self.rules}}
        self.es.indices.create(index=name, settings=self.settings["settings"], mappings=mapping)

    def actions(self, index, rows, versions, gone=()):
        """The bulk actions that store ``rows`` in an index and remove the keys ``gone``, each with its version."""
        stored = [_action("index", index, row.pk, versions, self._document(row)) for row in rows]
        return stored + [_action("delete", index, key, versions) for key in gone]

    def _document(self, row):
        try:
            return self.mapping.get_document(row)
        except Exception:  # whatever it is, it must not stop the other rows
            logger.exception("Search could not make a row ready for Elasticsearch: %s", row.pk)
            return {}

    def send(self, actions, *, to_alias):
        """Carry out ``actions`` and refresh the index. Returns permanent refusals, as texts.

        A newer version in the index stays. A row that is refused for what it holds is stored without words, so that it
        is not found by its earlier ones. Raises ``IndexingFault`` or one of the client's errors if trying again may
        help; sending all of it again is safe.
        """
        refused = self._refused(actions, to_alias)
        if faults := self._answers([{**action, "_source": {}} for action, _ in refused], to_alias):
            raise IndexingFault(str(faults[0].get("error")))  # not for what the row holds, since it held nothing
        return [f"{action['_id']}: {error}" for action, error in refused]

    def _refused(self, actions, to_alias):
        """``[(action, error)]`` of what the index refused. A request that is refused as a whole is sent in halves."""
        answers = self._answers(actions, to_alias)
        if faults := [answer for answer in answers if answer["status"] in _TRY_AGAIN]:
            raise IndexingFault(str(faults[0].get("error")))
        errors = {answer["_id"]: answer for answer in answers}
        failed = [action for action in actions if action["_id"] in errors]
        unjudged = [action for action in failed if "exception" in errors[action["_id"]]]
        if len(unjudged) > 1:
            half = len(unjudged) // 2
            judged = [action for action in failed if action not in unjudged]
            parts = (self._refused(part, to_alias) for part in (unjudged[:half], unjudged[half:]))
            return [*_with_errors(judged, errors), *chain.from_iterable(parts)]
        return _with_errors(failed, errors)

    def _answers(self, actions, to_alias):
        """The answers that are faults. With the key ``exception``, the whole request was refused."""
        options = {"raise_on_error": False, "raise_on_exception": False, "max_chunk_bytes": LARGEST_REQUEST}
        _, errors = bulk(self.es, actions, **options, require_alias=to_alias, refresh=True)
        return [answer for error in errors for answer in error.values() if not _is_harmless(answer)]


def _with_errors(actions, errors):
    return [(action, errors[action["_id"]].get("error")) for action in actions]


def _action(name, index, key, versions, document=None):
    action = {"_op_type": name, "_index": index, "_id": str(key), "version": versions[key]}
    action["version_type"] = "external_gte"
    return action if document is None else {**action, "_source": document}


def _is_harmless(answer):
    """Whether the index already has a newer version, or the deleted row was never there."""
    return answer["status"] == 409 or answer.get("result") == "not_found"
