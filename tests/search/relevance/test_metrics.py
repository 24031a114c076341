from math import log2

import pytest

from .metrics import ndcg, success

GRADES = {"a": 2, "b": 1}


def test_the_best_order_counts_fully():
    assert ndcg(["a", "b", "x"], GRADES) == 1
    assert success(["a"], GRADES) == 1


def test_a_worse_order_counts_less():
    assert ndcg(["x", "a"], {"a": 2}) == pytest.approx(1 / log2(3))
    assert ndcg(["b", "a"], GRADES) < 1
    assert success(["b", "a"], GRADES) == 0


def test_only_the_first_ten_count():
    assert ndcg([*"xxxxxxxxxx", "a"], GRADES) == 0
    many = {str(number): 2 for number in range(30)}
    assert ndcg(list(many)[:10], many) == pytest.approx(1)


def test_nothing_found_counts_nothing():
    assert (ndcg([], GRADES), success([], GRADES)) == (0, 0)
