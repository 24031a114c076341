"""What tests ask of an index, and what they do to it, past our own code."""


def found(backend, word):
    hits = backend.es.search(index=backend.alias, query={"match": {"title": word}})["hits"]["hits"]
    return [int(hit["_id"]) for hit in hits]


def read_only(backend, state):
    """As Elasticsearch makes every index when its disk is full."""
    backend.es.indices.put_settings(index=backend.alias, settings={"index.blocks.read_only_allow_delete": state})
