"""The forms of a verb share its stem, and no other word loses its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis import verbs
from search.analysis.compounds import listed, parts
from search.analysis.swedish import changed, stem, stripped

TEXT = verbs.LIST.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "forms",
    [
        "falla faller föll fallit fallen fallna",
        "skriva skriver skrev skrivit skriven skrivna skrivits",
        "beskriva beskriver beskrev beskrivit beskrivna",
        "bygga bygger byggde byggt byggd byggda byggts",
        "köpa köper köpte köpt köpta köpts",
        "söka söker sökte sökt sökts",
        "flytta flyttar flyttade flyttat flyttad flyttats",
        "välja väljer valde valdes valt",
        "lägga lägger lade lades lagt lagd",
        "nämna nämner nämnde nämndes nämnt",
        "ge ger gav givit",
        "gå går gått gick",
        "stå står stått",
        "inbjuda inbjuder inbjöd inbjudit inbjuden inbjudna inbjudan",
        "avbryta avbryter avbröt avbrutit avbruten avbrutna",
        "anmäla anmäler anmälde anmält anmäld anmälan",
        "använda använder använde använt använd används",
        "delta deltar deltog deltagit deltagare deltagande",
        "mäta mäter mätte",
        "betyda betyder betydde betytt",
        "uppnå uppnår uppnådde uppnått uppnådda",
        "utbilda utbildar utbildat utbildad utbildning",
        "digitalisera digitaliserar digitaliserat digitaliserad digitaliserats digitalisering",
    ],
)
def test_forms_of_a_verb_share_its_stem(forms):
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "words",
    [
        "steg stiga", "såg se", "format forma", "mandat manda", "vald våld", "stod stå", "nämnd nämna", "döttrar dö",
        "kurator kura", "rullator rulla", "höjd höja", "begrepp begripa", "moderat modera", "referat referera",
        "generator generera",
        "getter ge", "sköt skjuta", "led lida", "fötter föda", "brott bryta", "lag lagt", "bränder bränna",
        "rymd rymma", "fasad fasa", "val välja", "rest resa", "skämt skämma", "läktare läka",
    ],
)  # fmt: skip
def test_a_word_of_its_own_keeps_its_stem(words):
    first, second = words.split()
    assert stem(first) != stem(second)


def test_no_word_of_the_list_of_compounds_is_taken_for_a_verb():
    assert [word for word in sorted(listed()) if stem(word) != stripped(word)] == []


def test_each_word_of_its_own_would_be_taken_for_a_verb():
    """So that the list has nothing that it need not have."""
    own, rest = TEXT.split("\n[irregular]\n")
    taken = verbs.changed_stems("[irregular]\n" + rest, stripped)
    named = own.split("\n[own]\n")[1].splitlines()
    assert [word for line in named if not line.startswith("#") for word in line.split() if word not in taken] == []


FORMS = st.sampled_from(sorted(changed()))
ENDINGS = st.sampled_from(["", "a", "e", "s", "en", "es", "na", "ande", "are", "ning", "het", "ad", "at"])
PREFIXES = st.sampled_from(["", "av", "för", "upp", "miljö", "o"])


@given(PREFIXES, FORMS, ENDINGS, ENDINGS)
def test_the_stem_of_a_stem_of_a_verb_is_itself(prefix, form, ending, further):
    word = prefix + form + ending + further
    assert stem(stem(word)) == stem(word)


def test_the_stem_of_each_form_is_that_of_the_verb():
    assert [form for form, base in changed().items() if not stem(form) == stem(base) == base] == []


@pytest.mark.parametrize(
    ("line", "forms"),
    [
        ("[first]\nflytta", "flyttat flyttad"),
        ("[first]\nmisslyckas", "misslyckat misslyckad"),
        ("[second]\nbygga", "byggde byggt byggd"),
        ("[second]\nköpa", "köpte köpt"),
        ("[second]\nläsa", "läste läst"),
        ("[second]\nglömma", "glömde glömt glömd"),
        ("[second]\nsända", "sände sänt"),
        ("[second]\nlyfta", "lyfte lyft"),
        ("[second]\nbetyda", "betydde betytt betydd"),
        ("[second]\nmöta", "mötte mött"),
        ("[second]\ntro", "tror trodde trott trodd"),
        ("[irregular]\nskriva skrev skriven", "skrev skriven skrivna"),
        ("[irregular]\nvinna vunnen", "vunnen vunna"),
        ("[irregular]\n-låta -lät: till # tillåta", "tillät"),
        ("[irregular]\nbita bet biten: av\n[own]\nbet", "biten bitna avbet avbiten avbitna"),
        ("[irregular]\nsitta satt\nsätta satt", ""),
        ("[irregular]\nlida led\n[second]\nled", "ledr leddde leddd ledtt"),
        ("[irregular]\n-ta -tg: an", ""),
    ],
)
def test_forms_are_made_by_rules(line, forms):
    """Without removing endings: whatever the rules make is a key, if it is not the infinitive."""
    assert sorted(verbs.changed_stems(line, str)) == sorted(forms.split())


def test_a_compound_begins_with_no_form_of_a_verb_but_may_end_with_one():
    assert stem("lägga") not in parts("lagtext")
    assert parts("lättläst") == (stem("lätt"), stem("läsa"))
