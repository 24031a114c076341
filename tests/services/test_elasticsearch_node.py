"""The node for tests is of the version that the site's client and ``compose.yaml`` are of."""

import re
from pathlib import Path

import elasticsearch
import pytest

ROOT = Path(__file__).parents[2]


def test_server_client_and_image_are_of_one_minor_version():
    library = re.search(r"<elasticsearch.version>(.+?)<", (ROOT / "tests/elasticsearch/pom.xml").read_text())[1]
    image = re.search(r"image: elasticsearch:(\S+)", (ROOT / "compose.yaml").read_text())[1]
    assert library == image
    assert library.split(".")[:2] == elasticsearch.__versionstr__.split(".")[:2]


@pytest.mark.elasticsearch
def test_a_real_node_answers_the_client(elasticsearch_node):
    client = elasticsearch.Elasticsearch(elasticsearch_node.url)
    assert client.cluster.health()["status"] == "green"
