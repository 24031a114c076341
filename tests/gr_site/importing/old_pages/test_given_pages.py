"""The twenty pages and the seed in ``tests/corpora``, against the hand count in EXPECTED.tsv."""

import csv
import re

import pytest

from gr_site.importing.old_pages import NotANetworkPage, read_source
from networks.text.start import Start
from tests.gr_site.importing.old_pages.reading_pages import GIVEN, read_anyhow

NO_NETWORK = {"article", "news", "event"}


def expected_rows():
    table = GIVEN / "pages" / "EXPECTED.tsv"
    with table.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def path_of(row):
    return GIVEN / "pages" / f"{row['file']}.txt"


def start_as_counted(start: Start) -> str:
    if start.day:
        return start.day.isoformat()
    season = {"spring": " (vår)", "autumn": " (höst)", "": ""}[start.season]
    return f"{start.year}{season}" if start.year else "-"


@pytest.mark.parametrize("row", expected_rows(), ids=lambda row: row["file"])
def test_members_and_start_are_as_counted_by_hand(row):
    page = read_anyhow(path_of(row))
    assert start_as_counted(page.start) == row["start_date"]
    if row["member_rows"] != "-":
        assert len(page.members) == int(row["member_rows"])


@pytest.mark.parametrize("row", expected_rows(), ids=lambda row: row["file"])
def test_only_articles_news_and_events_are_refused(row):
    data = path_of(row).read_bytes()
    if row["page_kind"] in NO_NETWORK:
        with pytest.raises(NotANetworkPage):
            read_source(data)
    else:
        assert read_source(data).title


def test_kinds_are_guessed_as_a_person_would():
    wanted = {"political": "political", "working_group": "working_group", "network_officials": "network"}
    rows = [row for row in expected_rows() if row["page_kind"] in wanted]
    heads = {"x_fyrbodal_socialchefsnatverket"}
    unobvious = {"x_boras_hallbar_utveckling_2018"}  # nothing but one sub-heading, "Politisk beredning", tells it
    wrong = [
        row["file"]
        for row in rows
        if row["file"] not in unobvious
        and read_anyhow(path_of(row)).kind != ("heads" if row["file"] in heads else wanted[row["page_kind"]])
    ]
    assert wrong == []


class TestSeed:
    @pytest.fixture
    def page(self):
        return read_anyhow(GIVEN / "seed_forskolenatverket.txt")

    @pytest.fixture
    def source(self):
        return (GIVEN / "seed_forskolenatverket.txt").read_text(encoding="utf-8")

    def test_its_facts(self, page):
        assert page.title == "Förskolenätverket"
        assert (page.kind, page.area, page.status) == ("network", "Utbildning", "active")
        assert page.start.day.isoformat() == "2013-01-01"
        assert page.updated.isoformat() == "2020-06-09"
        assert [(relation.kind, relation.body) for relation in page.relations] == [
            ("reports_to", "Utbildningschefsnätverket"),
            ("consults", "Barnomsorgsgruppen"),
        ]

    def test_its_purpose_has_four_whole_bullets_between_the_sentences(self, page):
        styles = [paragraph.style for paragraph in page.fields["purpose"].paragraphs]
        assert styles == ["text", "text", "bullet", "bullet", "bullet", "bullet", "text", "text"]
        bullets = [paragraph.text for paragraph in page.fields["purpose"].paragraphs if paragraph.style == "bullet"]
        assert bullets[0].endswith("uppdragsförslag till Utbildningschefsnätverket,")
        assert bullets[2].endswith(
            "nationellt och internationellt och pröva tanken på samagerande där så är relevant,"
        )

    def test_its_shared_statements_belong_to_utbildningsgruppen(self, page):
        starting_points, vision = page.statements
        assert (starting_points.heading, vision.heading) == (
            "Utbildningsgruppens utgångspunkter",
            "Utbildningsgruppens vision",
        )
        assert {statement.owner for statement in page.statements} == {"Utbildningsgruppen"}
        assert [len(statement.paragraphs) for statement in page.statements] == [4, 3]
        assert starting_points.paragraphs[1].text == "(Utbildningsgruppens förslag till inriktning 2012)."

    def test_its_meetings_stand_under_their_year(self, page):
        (block,) = page.meetings
        assert block.heading == "Mötesdagar 2020"
        assert [line.strip() for line in block.lines] == [
            "7 februari kl. 08.30-11.30",
            "24 april kl. 08.30-11.30",
            "11 september kl. 08.30-11.30",
            "27 november kl. 08.30-11.30",
        ]

    def test_nothing_is_left_over_but_the_frame(self, page, source):
        assert page.unplaced == ()
        frame = source[source.index("Göteborgsregionen (GR)\n") :]
        assert [line.strip() for line in page.ignored] == [line.strip() for line in frame.splitlines() if line.strip()]

    def test_every_word_of_its_prose_is_kept(self, page, source):
        prose = source[source.index("Förskolenätverket står") : source.index("Startdatum")]
        kept = " ".join(
            [page.text_of("purpose"), *(f"{statement.heading} {statement.text}" for statement in page.statements)]
        )
        assert re.findall(r"\w+", kept) == re.findall(r"\w+", prose)
