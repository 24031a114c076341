import pytest

from gr_site.typography.compounds import breakable


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Samhällsbyggnadschefsnätverket", "Samhälls|byggnads|chefs|nätverket"),
        ("Utbildningschefsnätverket", "Utbildnings|chefs|nätverket"),
        ("Chefer inom funktionsnedsättningsområdet", "Chefer inom funktions|nedsättnings|området"),
        ("Göta älvs vattenvårdsförbund", "Göta älvs vatten|vårds|förbund"),
        ("Arbetsgruppen för social hållbarhet", "Arbetsgruppen för social hållbarhet"),
        ("Förskola", "Förskola"),
        ("", ""),
    ],
)
def test_long_compounds_break_where_their_parts_meet(text, parts):
    assert breakable(text) == parts.replace("|", "\u00ad")


def test_the_words_stay_the_same():
    assert breakable("Samhällsbyggnadschefsnätverket").replace("\u00ad", "") == "Samhällsbyggnadschefsnätverket"


def test_a_template_says_from_which_length():
    assert breakable("Beredningsgruppen", 21) == "Beredningsgruppen"
    assert breakable("Beredningsgruppen", 16) == "Berednings\u00adgruppen"
