from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis.intents import asked

TODAY = date(2026, 11, 28)


def told(query):
    found = asked(query, TODAY)
    return " ".join(name for name in ("next", "meetings", "cancelled", "moved") if getattr(found, name)), found.rest


@pytest.mark.parametrize("subject", ["förskolenätverket", "göta älvs vattenråd", "fou i väst"])
@pytest.mark.parametrize(
    "question",
    [
        "nästa möte {}", "när träffas {}", "när möts {}", "när ses {}", "{} nästa sammanträde",
        "när träffas {} nästa gång",
        "nästa ordinarie möte {}", "when does {} meet", "next meeting {}", "nästa träff {}", "vilken dag möts {}",
        "mötestider {}", "{} mötesdatum", "when is the next meeting {}",
    ],
)  # fmt: skip
def test_a_question_for_the_next_meeting_leaves_the_name(question, subject):
    found = asked(question.format(subject), TODAY)
    assert found.next
    assert " ".join(word for word in found.words if word != "ordinarie") == " ".join(
        word for word in subject.split() if word != "i"
    )


@pytest.mark.parametrize(
    ("query", "asks", "rest"),
    [
        ("förskolenätverket möten", "meetings", "förskolenätverket"),
        ("möten", "meetings", ""),
        ("kommande möten", "meetings", ""),
        ("visa alla möten", "meetings", ""),
        ("inställda möten", "meetings cancelled", ""),
        ("inställt", "cancelled", ""),
        ("installda moten", "meetings cancelled", ""),
        ("är mötet inställt", "meetings cancelled", ""),
        ("cancelled meetings", "meetings cancelled", ""),
        ("inställt förskolenätverket", "cancelled", "förskolenätverket"),
        ("flyttade möten", "meetings moved", ""),
        # These ask for nothing besides their words.
        ("nästa steg", "", "nästa steg"),
        ("träffsäkerhet", "", "träffsäkerhet"),
        ("flyttad skola", "", "flyttad skola"),
        ("kommande lagstiftning", "", "kommande lagstiftning"),
        ("ses", "", "ses"),
        ("anteckningar möte mars", "", "anteckningar möte mars"),
    ],
)
def test_it_tells_what_is_asked_for(query, asks, rest):
    assert told(query) == (asks, rest)


@pytest.mark.parametrize(
    ("query", "month", "rest"),
    [
        ("möte i mars", 3, ""),
        ("vad händer i maj", 5, ""),
        ("möten maj", 5, ""),
        ("maj stigmar", None, "maj stigmar"),
        ("möten maj stigmar", None, "maj stigmar"),
        ("budget 2027", None, "budget 2027"),
        ("möten kommunchefer 2027", 1, "kommunchefer"),
        ("protokoll november", None, "protokoll november"),
    ],
)
def test_a_time_counts_where_it_is_certain(query, month, rest):
    found = asked(query, TODAY)
    assert (found.period and found.period.first.month, found.rest) == (month, rest)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("vem ansvarar för strandskydd", "strandskydd"),
        ("vem kan jag kontakta om bygglov", "bygglov"),
        ("vem är ordförande i nämnden", "ordförande nämnden"),
        ("vilka sitter i förbundsstyrelsen", "förbundsstyrelsen"),
        ("hur hittar jag till mötet", ""),
        ("who works with water", "water"),
        ("kan man komma på fullmäktiges möten", "fullmäktiges"),
        ("får man komma på mötena", "mötena"),
        ("vilka nätverk arbetar med skolan", "skolan"),
        ("finns det ett nätverk för kommunikatörer", "kommunikatörer"),
        ("vilka nätverk finns det", "nätverk"),
        # Without a question in front they are words like others.
        ("kontakta oss", "kontakta"),
        ("ansvarig utgivare", "ansvarig utgivare"),
    ],
)
def test_a_question_is_about_its_other_words(query, words):
    assert " ".join(asked(query, TODAY).words) == words


@pytest.mark.parametrize(
    ("query", "verb"),
    [
        ("vem samordnar biblioteken", "samordnar"),
        ("who plans roads", "plans"),
        ("hur startar man nätverk", "startar"),
        ("vad är kollektivtrafik", ""),
        ("vem ansvarar för vatten", ""),
        ("vem samordnar", ""),
        ("hur många bostäder", ""),
        ("biblioteken samordnar vem", ""),
    ],
)
def test_the_verb_of_a_question_stands_second(query, verb):
    assert asked(query, TODAY).verb == verb


@given(st.text(max_size=60))
def test_it_adds_no_word(text):
    found = asked(text.lower(), TODAY)
    assert set(found.rest.split()) <= set(text.lower().split()) | {
        part for part in found.rest.split() if part in text.lower()
    }
    if not found.anything:
        assert found.rest.split() == text.lower().split() or found.question or not found.words
