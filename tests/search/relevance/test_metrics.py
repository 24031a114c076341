from math import log2

import pytest

from .judgements import read
from .metrics import ndcg, reciprocal_rank, success

GRADES = {"a": 3, "b": 1}


def test_the_best_order_counts_fully():
    assert ndcg(["a", "b", "x"], GRADES) == 1
    assert reciprocal_rank(["a"], GRADES) == 1
    assert success(["a"], GRADES, 1) == 1


def test_a_worse_order_counts_less():
    assert ndcg(["x", "a"], {"a": 3}) == pytest.approx(1 / log2(3))
    assert reciprocal_rank(["x", "b", "a"], GRADES) == 0.5
    assert success(["b", "a"], GRADES, 1) == 0
    assert success(["b", "a"], GRADES, 2) == 1


def test_nothing_found_counts_nothing():
    assert (ndcg([], GRADES), reciprocal_rank(["x"], GRADES), success([], GRADES, 5)) == (0, 0, 0)


def test_there_are_enough_queries_and_each_is_asked_once():
    judged = read()
    assert len(judged) >= 120
    assert len({(each.query, each.language) for each in judged}) == len(judged)
    assert {grade for each in judged for grade, _, _ in each.wanted} == {1, 2, 3}
