"""Everything the reader can remark on a row: a stable code, how serious it is, and the reason in plain Swedish."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    INFO = "info"
    WARNING = "warning"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something a person may want to know about a row. `code` is stable and in English, `message` is Swedish."""

    code: str
    severity: Severity
    message: str


_INFO = {
    "no_time": "",
    "whole_day": "",
    "day_notes": "{notes}.",
    "old_date": "Det gamla datumet är {ink}.",
    "reason": "Skäl: {ink}.",
    "other_date": "Raden nämner också ett datum som inte är ett möte.",
}
_WARNINGS = {
    "year_guessed": "Året står inte i texten. Vi har gissat {year}.",
    "year_from_above": "Året står inte på raden. Vi har tagit {year} från raden ovanför.",
    "year_turn": "Datumet ligger långt före raden ovanför. Vi har antagit att det är {year}.",
    "year_of_two": "Rubriken har två år. Vi har valt {year}.",
    "year_differs": "Rubriken har ett annat år än raden.",
    "short_year": "Året är skrivet med två siffror och går att läsa på flera sätt.",
    "outside_term": "Datumet ligger utanför terminen i rubriken.",
    "weekday": "Veckodagen stämmer inte: {day} är en {weekday}.",
    "usual_weekday": "Mötena brukar vara på en annan veckodag: {day} är en {weekday}.",
    "weekday_above": "Veckodagen stod på raden ovanför.",
    "week": "Veckonumret stämmer inte: {day} ligger i vecka {week}.",
    "red_day": "{day} är en helgdag: {name}.",
    "eve": "{day} är {name}. Då är många lediga.",
    "weekend": "{day} är en {weekday}.",
    "past": "Datumet har passerat.",
    "double": "Samma möte står redan på en annan rad.",
    "misspelt": "Månaden är felstavad.",
    "glued": "Det saknas ett mellanslag i raden.",
    "six_figures": "Datumet är skrivet med sex siffror utan streck.",
    "day_after_month": "Dagen står efter månaden.",
    "number_or_day": "En siffra kan vara ett nummer på mötet eller en dag.",
    "about": "Klockslaget är ungefärligt.",
    "lost_dash": "Det saknas ett streck mellan klockslagen.",
    "clock_missing": "Klockslaget saknas.",
    "backward_times": "Sluttiden är före starttiden. Vi har lämnat tiden tom.",
    "overnight": "Mötet slutar dagen efter. Stämmer det?",
    "early_hours": "Tiden kan vara på eftermiddagen.",
    "afternoon": "Vi har läst klockslaget som eftermiddag.",
    "part_of_day": "Tiden är bara en del av dagen. Skriv klockslag.",
    "lunch": "Lunch har vi läst som klockan 12.",
    "long_range": "Mötet är flera dagar långt. Är det en period?",
    "days_with_times": "Tiden kan gälla varje dag, eller från den första dagen till den sista.",
    "minutes_or_count": "Siffran efter klockslaget kan vara minuter.",
    "times_left_over": "Raden har fler klockslag. Vi har läst det första.",
    "start_of_part": "Klockslaget kan gälla en del av mötet.",
    "time_unclear": "Det är oklart vilket datum klockslaget hör till.",
    "time_other_heading": "Tiden är hämtad från en tidigare rubrik.",
    "place_other_heading": "Platsen är hämtad från en tidigare rubrik.",
    "two_clocks": "Ovanför listan står flera klockslag: ”{ink}”. Kontrollera vilket som gäller.",
    "time_below": "Tiden är hämtad från en rad under listan.",
    "default_overridden": "Tiden stämmer inte med den vanliga tiden. Vi har lämnat den tom.",
    "date_from_heading": "Datumet är hämtat från rubriken.",
    "moved": "Mötet är flyttat. Vi har läst det nya datumet.",
    "moved_from": "Mötet är flyttat hit från ett annat datum.",
    "moved_below": "Raden under säger att mötet är flyttat. Ska det här datumet vara kvar?",
    "changed": "Raden säger att något är ändrat.",
    "attention": "Raden är märkt med OBS.",
    "partly_cancelled": "Något i raden är inställt. Gäller det hela mötet?",
    "not_cancelled": "Raden säger att mötet inte är inställt.",
    "cancelled_below": "Inställt enligt en annan rad.",
    "reason_or_theme": "Det är oklart om orden är skälet eller ämnet.",
    "either": "Raden har flera datum att välja mellan.",
    "struck": "Text på raden är överstruken. Kontrollera vad som gäller.",
    "consecutive": "Dagarna följer på varandra. Är det ett möte på flera dagar?",
    "series": "Raden talar om flera tillfällen. Vi har bara läst datumen.",
    "words_unclear": "Det är oklart vilket datum orden på raden hör till.",
    "letter_date": "Ort och datum kan vara datumet för ett brev.",
    "reserve": "Det här är ett reservdatum.",
    "place_missing": "Platsen är inte ifylld.",
    "prose": "Läst ur löpande text.",
    "maybe_deadline": "Raden nämner en sista dag eller en anmälan. Är det här ett möte?",
    "maybe_not_meeting": "Raden säger inte att det är ett möte.",
    "maybe_document": "Raden kan vara namnet på ett dokument.",
    "unread": "Vi förstod inte hela raden: ”{ink}”.",
    "dotted": "Siffror med punkt kan vara både datum och klockslag. Vi har läst dag och månad.",
    "place_words": "Raden har ord som kan höra till platsen: ”{ink}”.",
    "place_or_theme": "Det är oklart om orden är platsen eller ämnet.",
    "link": "Länken har vi inte läst.",
    "question": "Raden har ett frågetecken.",
    "same_as_above": "Tiden eller platsen är hämtad från raden ovanför.",
    "status_unclear": "Det är oklart om mötet eller ämnet är preliminärt.",
    "hedged": "Raden har ord som kan göra mötet osäkert: ”{ink}”.",
    "heading_unclear": "Rubriken säger kanske mer om mötet än vi har förstått: ”{ink}”.",
    "group_unclear": "Raden ”{ink}” kan höra till datumen ovanför eller nedanför.",
    "group_ended": "Det är oklart om det som gäller ovanför raden ”{ink}” också gäller under den.",
    "place_below": "Platsen är hämtad från en rad under listan.",
    "cancelled_heading": "Inställt enligt rubriken.",
    "encoding": "Å, ä och ö har blivit fel i texten. Kontrollera orden på raden.",
    "zone": "Raden har en tidszon. Kontrollera klockslaget.",
    "other_zone": "Klockslaget är skrivet i en annan tidszon. Räkna om det till svensk tid.",
    "month_or_day": "Dag och månad kan stå i omvänd ordning.",
    "table": "Datumet kommer från en tabell.",
    "other_half": "En rad bredvid kan vara mötets start eller slut: ”{ink}”.",
    "lines_below": "Raden under kan höra till mötet: ”{ink}”.",
    "told_elsewhere": "En annan rad säger något om mötet: ”{ink}”.",
    "week_day_counted": "Datumet är uträknat från veckonumret.",
}
_REFUSALS = {
    "no_such_date": "Datumet finns inte.",
    "bad_clock": "Klockslaget finns inte.",
    "unclear_figures": "Datumet går att läsa på flera sätt. Skriv till exempel 7 februari 2026.",
    "dotted_date": "Siffror med punkt kan vara både datum och klockslag. Skriv till exempel 7/2.",
    "days_or_hours": "Siffrorna kan vara både dagar och klockslag.",
    "unclear_range": "Det går inte att se var perioden börjar och slutar.",
    "day_beside_months": "Det går inte att se vilken månad dagen hör till.",
    "glued_month": "Månad och siffra har klistrats ihop. Det kan vara en rad ur en tabell.",
    "period": "Det här är en period, inte ett möte.",
    "backward": "Slutdatumet är före startdatumet.",
    "deadline": "Det här är en sista dag eller en anmälan, inte ett möte.",
    "stamp": "Det här är ett datum för publicering eller ändring, inte ett möte.",
    "start": "Det här är ett startdatum, inte ett möte.",
    "other_kind": "Det här är ett datum för något annat än ett möte.",
    "no_meeting": "Raden säger att det inte är något möte den dagen.",
    "document": "Det här är ett dokument, inte ett möte.",
    "reference": "Raden hänvisar till ett möte. Den är inte ett eget möte.",
    "past_event": "Raden berättar om något som har varit.",
    "sentence": "Raden är löpande text och säger inte att det är ett möte.",
    "not_meetings": "Rubriken säger att det här inte är möten.",
    "moved_unknown": "Mötet är flyttat, men det nya datumet står inte här.",
    "only_week": "Bara en vecka står här. Skriv vilken dag mötet är.",
    "only_month": "Bara en månad står här. Skriv vilken dag mötet är.",
    "only_time": "Bara ett klockslag står här. Skriv vilken dag mötet är.",
    "lone_number": "Bara en siffra står här. Skriv dag och månad.",
    "unread_date": "Vi kunde inte läsa datumet på raden.",
    "table_cell": "Det här är en ruta ur en tabell. Skriv dag, månad och år.",
    "matrix": "Det här är en tabell med möten och månader. Tabeller kan vi inte läsa. Skriv ett möte per rad.",
    "repeated": "Raden upprepar ett möte i listan.",
    "cancels_above": "Raden ställer in ett möte i listan. Mötet är markerat som inställt.",
    "too_long_line": "Raden är för lång.",
    "too_many": "Listan är för lång. Vi har läst de första {limit} mötena. Klistra in resten för sig.",
    "too_large": "Texten är för stor. Klistra in högst {limit} tecken åt gången.",
}
_SEVERITIES = (
    (Severity.INFO, _INFO),
    (Severity.WARNING, _WARNINGS),
    (Severity.REFUSED, _REFUSALS),
)
_CATALOGUE = {code: (severity, text) for severity, texts in _SEVERITIES for code, text in texts.items()}


def severity_of(code: str) -> Severity:
    """How serious a remark is. Raises KeyError for an unknown code."""
    return _CATALOGUE[code][0]


def remark(code: str, **values: object) -> Remark:
    """The remark with its message filled in. Raises KeyError for an unknown code."""
    severity, text = _CATALOGUE[code]
    message = text.format(**values) if values else text
    return Remark(code, severity, message[:1].upper() + message[1:])
