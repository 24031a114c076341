"""Three hundred networks that do not exist, each time the same: sixty subjects, five kinds of people."""

from datetime import date, time, timedelta

from django.utils.text import slugify
from wagtail.models import Page

from events.models import EventPage, Occurrence
from networks.models import Area, NetworkIndexPage, NetworkMember, NetworkPage, Organisation
from search.indexing.writing import rebuild
from tests.bench.bulk_pages import insert_pages

# The subject as it stands alone | as the first part of a compound | what such a network talks about
SUBJECTS = """
bibliotek | biblioteks | läsfrämjande, meröppet och digitala lån
skolskjuts | skolskjuts | resor till skolan, reseavstånd och upphandling av bussar
avfall | avfalls | sopor, återvinning och matavfall
bredband | bredbands | fiber, mobiltäckning och mörka fläckar
bygglov | bygglovs | ansökningar, handläggningstider och tillsyn av byggen
folkhälsa | folkhälso | levnadsvanor, jämlik hälsa och mötesplatser
kulturskola | kulturskole | musik, dans och bild för barn
elevhälsa | elevhälso | skolsköterskor, kuratorer och skolpsykologer
livsmedel | livsmedels | kontroll av restauranger och butiker
upphandling | upphandlings | ramavtal, anbud och hållbara inköp
måltid | måltids | skolmat, specialkost och matsvinn
vuxenutbildning | vuxenutbildnings | komvux, validering och yrkesutbildningar
fritidsgård | fritidsgårds | öppen verksamhet för unga
turism | turism | besökare, cykelleder och skärgård
näringsliv | näringslivs | företagsklimat, etableringar och lotsning av företagare
dataskydd | dataskydds | personuppgifter, register och incidenter
arkiv | arkiv | gallring, e-arkiv och diarieföring
säkerhet | säkerhets | brottsförebyggande arbete, skydd och krishantering
jämställdhet | jämställdhets | lika villkor, löner och våld mot kvinnor
integration | integrations | nyanlända, språk och etablering
familjehem | familjehems | placeringar, utredning och stöd till familjer
hemtjänst | hemtjänst | insatser i hemmet, larm och planering
demens | demens | vård, dagverksamhet och anhöriga
missbruk | missbruks | beroendevård, behandling och boende
tillgänglighet | tillgänglighets | anpassning, lättläst och universell utformning
klimatanpassning | klimatanpassnings | skyfall, värmeböljor och stigande hav
luftkvalitet | luftkvalitets | mätningar, avgaser och partiklar
dricksvatten | dricksvatten | vattenverk, ledningar och läckor
avlopp | avlopps | reningsverk, slam och enskilda anläggningar
cykling | cykel | cykelvägar, parkering och räkning av cyklister
parkering | parkerings | boendeparkering, avgifter och laddplatser
snöröjning | snöröjnings | plogning, sandning och jour
parker | park | lekplatser, träd och odling
skog | skogs | avverkning, friluftsliv och naturreservat
kust | kust | stränder, båtplatser och musslor
mark | mark | exploatering, tomter och arrenden
lantmäteri | lantmäteri | fastigheter, gränser och kartor
geodata | geodata | kartor, flygbilder och tredimensionella modeller
lokalvård | lokalvårds | städning, kvalitet och kemikalier
fastighet | fastighets | underhåll, energi och lokaler
löneadministration | löne | lönekörning, avtal och pension
rekrytering | rekryterings | annonser, intervjuer och kompetensförsörjning
arbetsmiljö | arbetsmiljö | skyddsronder, stress och rehabilitering
ekonomi | ekonomi | bokslut, budget och prognoser
redovisning | redovisnings | fakturor, moms och anläggningstillgångar
kommunikation | kommunikations | webb, klarspråk och sociala medier
e-tjänster | e-tjänst | formulär, inloggning och automatisering
informationssäkerhet | informationssäkerhets | klassning, lösenord och intrång
juridik | juridik | överklaganden, sekretess och delegation
nämndadministration | nämnd | kallelser, protokoll och förtroendevalda
valadministration | val | röstning, vallokaler och röstmottagare
överförmyndare | överförmyndar | gode män, förvaltare och årsräkningar
konsument | konsument | rådgivning, skulder och budget
friluftsliv | frilufts | leder, vindskydd och kartor
idrott | idrotts | hallar, föreningar och bidrag
simhall | simhalls | badvatten, simskola och öppettider
museum | musei | samlingar, utställningar och byggnadsvård
särskola | särskole | anpassad grundskola och individuellt stöd
modersmål | modersmåls | undervisning på många språk och studiehandledning
specialpedagogik | specialpedagogik | stöd, kartläggning och läsinlärning
"""
ROLES = [
    ("{First}chefsnätverket", "heads", "Chefer i kommunerna som leder arbetet med {subject}."),
    ("Nätverket för {first}handläggare", "network", "Handläggare som möter samma frågor om {subject}."),
    ("{First}samordnarna", "network", "Samordnare som vill göra lika i hela regionen när det gäller {subject}."),
    ("Arbetsgruppen för {subject}", "working_group", "En grupp som tar fram gemensamma rutiner om {subject}."),
    ("Regionala {first}rådet", "network", "Sakkunniga som ger råd i frågor om {subject}."),
]
AREAS = ["utbildning", "social-valfard", "miljo-och-samhallsbyggnad", "arbetsmarknad"]
PLACES = [
    "Mölndals stadshus",
    "Kungälv",
    "Lerums kommunhus",
    "Partille",
    "Stenungsund",
    "Teams",
    "Alingsås",
    "Härryda",
]
THEMES = ["Frukostmöte om {first}frågor", "Utvärdering av året", "Nya lagar om {subject}", "Studiebesök", "", ""]
FIRST_MEETING = date(2026, 1, 12)


def plans():
    """``[(title, kind, introduction, purpose, meetings)]``; meetings are ``(day, place, theme)``."""
    lines = [line.split(" | ") for line in SUBJECTS.strip().splitlines()]
    return [_plan(number, role, *line) for number, line in enumerate(lines) for role in range(len(ROLES))]


def _plan(number, role, subject, first, topics):
    names = {"subject": subject, "first": first, "First": first.capitalize()}
    title, kind, introduction = (text.format(**names) for text in ROLES[role])
    purpose = f"<p>Här talar vi om {topics}.</p>"
    return title, kind, introduction, purpose, [_meeting(number, role, turn, names) for turn in range(2)]


def _meeting(number, role, turn, names):
    place = (number * len(ROLES) + role) * 2 + turn
    day = FIRST_MEETING + timedelta(days=place * 7 % 590 // 7 * 7 + place % 5)
    return day, PLACES[place % len(PLACES)], THEMES[place % len(THEMES)].format(**names)


def make(index: NetworkIndexPage):
    """Store them below ``index``, each with two members and two meetings, and write what search finds."""
    areas = {area.slug: area for area in Area.objects.filter(locale=index.locale)}
    municipalities = list(Organisation.objects.filter(kind="member").order_by("name"))
    made = plans()
    pages = [_page(place, plan, areas) for place, plan in enumerate(made)]
    parent = NetworkIndexPage.objects.get(pk=index.pk)
    insert_pages([(page, parent) for page in pages])
    seats = [
        NetworkMember(
            page=page,
            locale_id=page.locale_id,
            organisation=municipalities[(place + seat * 5) % len(municipalities)],
            sort_order=seat,
        )
        for place, page in enumerate(pages)
        for seat in range(2)
    ]
    NetworkMember.objects.bulk_create(seats)
    _make_meetings(made, pages)
    return rebuild()


def _page(place, plan, areas):
    title, kind, introduction, purpose, _ = plan
    area = areas[AREAS[place % len(AREAS)]]
    fields = {"kind": kind, "introduction": introduction, "purpose": purpose, "area": area}
    return NetworkPage(title=title, slug=slugify(title), live=True, **fields)


def _make_meetings(made, pages):
    fresh = Page.objects.in_bulk([page.pk for page in pages])
    usual = {"start_time": time(9), "end_time": time(11), "place": "Göteborgsregionen (GR)", "live": True}
    events = [EventPage(title="Möten", slug="moten", network=page, **usual) for page in pages]
    insert_pages([(event, fresh[page.pk]) for event, page in zip(events, pages, strict=True)])
    rows = [
        Occurrence(page=event, locale_id=event.locale_id, start_date=day, place=place, theme=theme)
        for event, (*_, meetings) in zip(events, made, strict=True)
        for day, place, theme in meetings
    ]
    for row in rows:
        row.compute()
    Occurrence.objects.bulk_create(rows)
