from datetime import date

from search.analysis.ranking import Candidate, rank
from search.analysis.terms import terms
from search.analysis.vocabulary import Vocabulary
from search.analysis.wanted import wanted

TODAY = date(2026, 4, 15)


def order(query, *rows):
    """The names of ``rows`` (dicts) as ``query`` finds them."""
    candidates = [
        Candidate(
            place, row.get("kind", "page"), terms([row["title"]]), terms([row.get("owner", "")]) + "\n",
            terms([row.get("text", "")]), row.get("day"), row.get("day"),
        )
        for place, row in enumerate(rows)
    ]  # fmt: skip
    vocabulary = Vocabulary([one.title_terms, one.fact_terms, one.text_terms] for one in candidates)
    ranked = rank(candidates, wanted(query, vocabulary), len(rows), TODAY)
    return [rows[one.pk].get("name") or rows[one.pk]["title"] for one in ranked]


def test_a_network_asked_for_by_name_is_first():
    meeting = {"kind": "meeting", "title": "Ekonätverket Ekonätverket", "day": date(2026, 5, 1), "name": "möte"}
    assert order("ekonätverkets", meeting, {"kind": "network", "title": "Ekonätverket"}) == ["Ekonätverket", "möte"]


def test_a_title_counts_more_than_an_owner_and_an_owner_more_than_a_text():
    rows = [
        {"title": "Annat", "text": "klimat", "name": "text"},
        {"title": "Nytt", "owner": "klimat", "name": "owner"},
    ]
    assert order("klimat", *rows, {"title": "Klimatet", "name": "title"}) == ["title", "owner", "text"]


def test_what_comes_is_before_what_has_been_and_the_nearest_first():
    days = {"förra": date(2026, 3, 1), "nästa": date(2026, 5, 1), "sedan": date(2026, 9, 1), "i dag": TODAY}
    rows = [{"kind": "meeting", "title": "Möte", "day": day, "name": name} for name, day in days.items()]
    assert order("möte", *rows) == ["i dag", "nästa", "sedan", "förra"]


def test_rows_with_every_word_come_before_rows_with_most():
    rows = [{"title": "Klimat"}, {"title": "Klimat och buss"}, {"title": "Buss"}]
    assert order("klimat buss", *rows)[0] == "Klimat och buss"


def test_enough_rows_with_every_word_leave_the_others_out():
    rows = [{"title": f"Klimat och buss {number}"} for number in range(5)]
    assert len(order("klimat buss", {"title": "Klimat"}, *rows)) == 5
