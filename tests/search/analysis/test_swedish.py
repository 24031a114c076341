"""Forms of one word share a stem, and different words do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis.swedish import stem


@pytest.mark.parametrize(
    "forms",
    [
        "möte möten mötet mötena mötets mötenas",
        "företag företaget företagen företagare företagaren företagets",
        "fråga frågan frågor frågorna frågornas",
        "kvinna kvinnor kvinnors kvinnan",
        "förskola förskolan förskolor förskolornas",
        "chef chefer cheferna chefers chefens",
        "nätverk nätverket nätverken nätverkets",
        "kommun kommuner kommunens kommunernas",
        "lärare läraren lärarna lärarnas",
        "rektor rektorer rektorn rektorerna",
        "kurs kurser kursen kursens",
        "utbildning utbildningar utbildningen utbildningarna",
        "gymnasium gymnasiet gymnasier gymnasierna",
        "miljö miljön miljöer miljöns miljöerna",
        "hållbar hållbart hållbara hållbarhet hållbarheten",
        "digital digitalt digitala",
        "populär populärt populära",
        "regel regler regeln reglerna",
        "exempel exemplet exemplen",
        "cykel cyklar cykeln",
        "program programmet programmen",
        "vatten vattnet vattnets",
        "stad staden städer städernas",
        "ledamot ledamöter ledamöterna ledamoten",
        "ordförande ordföranden ordförandens",
        "verksamhet verksamheten verksamheter",
        "energi energin energins",
        "samverkan samverka samverkar",
        "nämnd nämnden nämnder nämndens",
        "plats platsen platser",
        "process processen processer",
        "seminarium seminarier seminariet",
        "konferens konferensen konferenser",
        "workshop workshoppar workshops",
        "upphandling upphandlingar upphandlare upphandlaren",
        "ansökan ansökningar ansökningarna",
        "vägledare vägledaren vägledning",
        "bok böcker boken böckerna",
        "år året åren",
        "älv älven älvs",
        "äldreboende äldreboenden äldreboendet äldreboendena",
        "strandskyddsärende strandskyddsärenden strandskyddsärendet",
        "boende boenden boendet",
    ],
)
def test_forms_of_a_word_share_its_stem(forms):
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "words",
    ["möte mål", "chef kommun", "region nation", "skola skog", "bok bostad", "stad stöd", "tidning tid", "enhet en"],
)
def test_different_words_keep_different_stems(words):
    first, second = words.split()
    assert stem(first) != stem(second)


@given(st.text("abdefghiklmnoprstuvåäö", min_size=1, max_size=20))
def test_the_stem_of_a_stem_is_itself(word):
    assert stem(stem(word)) == stem(word)
    assert stem(word)
