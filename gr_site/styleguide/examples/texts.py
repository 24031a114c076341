from types import SimpleNamespace

from networks.pages.blocks import BodyBlock

from .made import NOWHERE, network

BODY = [
    {"type": "heading", "value": "Rubrik i en text"},
    {
        "type": "paragraph",
        "value": "<p>Förskolenätverket arbetar på uppdrag av Utbildningschefsnätverket och kan föreslå gemensamma "
        "satsningar inom förskoleverksamhetsutveckling.</p><h3>Underrubrik</h3><ul><li>dela erfarenheter</li>"
        "<li>följa utvecklingen</li></ul><ol><li>först detta</li><li>sedan detta</li></ol>",
    },
    {"type": "fact_box", "value": {"title": "Faktaruta", "text": "<p>Tretton kommuner är medlemmar.</p>"}},
    {"type": "quote", "value": {"text": "Vi blir klokare tillsammans.", "source": "En nätverksmedlem"}},
    {
        "type": "table",
        "value": {
            "data": [["Kommun", "Platser"], ["Mölndals stad", "2"], ["Kungälvs kommun", "1"]],
            "table_caption": "Platser i nätverket",
            "first_row_is_table_header": True,
            "first_col_is_header": True,
            "table_header_choice": "both",
        },
    },
]
TERMS = [
    SimpleNamespace(term="LSS", expansion="Lagen om stöd och service till vissa funktionshindrade", explanation=""),
    SimpleNamespace(term="MAS", expansion="Medicinskt ansvarig sjuksköterska", explanation="Ansvarar för vården."),
    SimpleNamespace(term="Remiss", expansion="", explanation="Ett förslag som skickas ut för att få synpunkter."),
]


def texts():
    """A body with every block that needs no file, glossary terms, and a page with other forms."""
    easy_read = network("Lättläst om nätverken")
    in_other_ways = SimpleNamespace(easy_read_id=1, easy_read=easy_read, sign_language=NOWHERE)
    return {"body": BodyBlock().to_python(BODY), "terms": TERMS, "in_other_ways": in_other_ways}
