from datetime import date

from search.analysis.ranking import Candidate, rank
from search.analysis.terms import terms
from search.analysis.thesaurus import NONE, Group, Ways
from search.analysis.vocabulary import Vocabulary
from search.analysis.wanted import wanted

TODAY = date(2026, 4, 15)


def order(query, *rows, ways=NONE, **options):
    """The names of ``rows`` (dicts) as ``query`` finds them."""
    candidates = [
        Candidate(
            place, row.get("kind", "page"), terms([row["title"]]), terms([row.get("owner", "")]) + "\n",
            terms([row.get("text", "")]), row.get("day"), row.get("day"),
            lent_terms="\n" + terms([row.get("lent", "")], "en"),
        )
        for place, row in enumerate(rows)
    ]  # fmt: skip
    vocabulary = Vocabulary((one.title_terms, one.fact_terms, one.text_terms, one.lent_terms) for one in candidates)
    ranked = rank(candidates, wanted(query, vocabulary, ways), len(rows), TODAY, **options)
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


def test_words_that_nobody_typed_count_only_where_they_stand_in_one_place():
    ways = Ways([Group(("digitalisering", "digital utveckling"))])
    apart = {"title": "Digitalt", "text": "utveckling"}
    assert order("digitalisering", apart, {"title": "Digital utveckling"}, ways=ways) == ["Digital utveckling"]
    assert order("digital utveckling", apart, ways=NONE) == ["Digitalt"]


GROUP = {"kind": "network", "title": "Antagningsnämnden", "text": "sekreterare"}
OTHER = {"kind": "network", "title": "Skolchefer", "owner": "sekreterare antagningsnämnden"}


def test_a_network_named_among_other_words_is_first():
    assert order("sekreterare antagningsnämnden", OTHER, GROUP)[0] == "Antagningsnämnden"
    assert order("sekreterare skola", OTHER, GROUP)[0] == "Skolchefer"


def test_a_question_of_who_does_something_is_answered_by_a_network():
    rows = [
        {"kind": "meeting", "title": "Bostäder", "name": "mötet"},
        {"kind": "network", "title": "Byggfrågor", "owner": "bostäder"},
    ]
    assert order("bostäder", *rows)[0] == "mötet"
    assert order("bostäder", *rows, who=True)[0] == "Byggfrågor"


def test_a_common_word_decides_less_than_what_the_query_is_about():
    rows = [{"title": "Vi hjälper", "name": "hjälp"}, {"title": "Nytt", "owner": "buller", "name": "buller"}]
    assert order("hjälper buller", *rows)[0] == "buller"


def test_a_missing_word_and_a_weak_guess_find_nothing_and_a_good_guess_is_shown():
    rows = [{"title": "Stött"}, {"title": "Förskola"}]
    assert order("slott", *rows) == ["Stött"]
    assert order("gunnebo slott", *rows) == []
    assert order("gunnebo förksola", *rows) == ["Förskola"]
    assert order("gunnebo förskola", *rows) == ["Förskola"]


def test_words_of_another_language_are_no_phrase_where_they_stand_apart():
    phrase = Ways([Group(("familjehem",), ("looked after children",))])
    rows = [{"title": "Ordlista", "lent": "look after children", "text": "annat"}]
    assert order("familjehem", *rows, ways=phrase) == []


ABOUT = {"title": "Om nätverken", "text": "Medlemmar är kommuner."}
NETWORK = {"kind": "network", "title": "Nätverket för medlem och kommun"}


def test_a_question_of_nothing_special_is_about_the_whole_site():
    assert order("medlem kommun", ABOUT, NETWORK)[0] == NETWORK["title"]
    assert order("medlem kommun", ABOUT, NETWORK, question=True)[0] == ABOUT["title"]
    special = {"kind": "network", "title": "Skolnätverket", "text": "Skolan i kommunen"}
    assert order("skola kommun", {"title": "Om nätverken", "text": "Skola, kommun"}, special, question=True)[0] == (
        "Skolnätverket"
    )


def test_the_verb_of_who_does_something_says_less_than_what_is_done():
    doing = {"kind": "meeting", "title": "De samordnar", "day": date(2026, 5, 1)}
    done = {"kind": "meeting", "title": "Bibliotek", "day": date(2026, 5, 1)}
    assert order("samordnar bibliotek", doing, done, who=True, verb="samordnar") == ["Bibliotek"]
    assert order("samordnar bibliotek", doing, done, question=True, verb="samordnar")[0] == "De samordnar"


def test_networks_asked_for_by_that_word_stand_before_a_meeting_of_the_same_name():
    meeting = {"kind": "meeting", "title": "Skola", "day": date(2026, 5, 1)}
    network = {"kind": "network", "title": "Gruppen", "owner": "Skola"}
    assert order("skola", meeting, network)[0] == "Skola"
    assert order("skola", meeting, network, which=True)[0] == "Gruppen"
