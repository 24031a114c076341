"""The municipalities of Sweden, by how near they are to GR."""

#: GR's thirteen members.
GR_MUNICIPALITIES = (
    "Ale", "Alingsås", "Göteborg", "Härryda", "Kungsbacka", "Kungälv", "Lerum", "Lilla Edet", "Mölndal", "Partille",
    "Stenungsund", "Tjörn", "Öckerö",
)  # fmt: skip
#: The other municipalities of Västra Götaland and Halland: Fyrbodal, Skaraborg, Sjuhärad and the south.
NEIGHBOURS = (
    "Bengtsfors", "Bollebygd", "Borås", "Dals-Ed", "Essunga", "Falkenberg", "Falköping", "Färgelanda", "Grästorp",
    "Gullspång", "Götene", "Halmstad", "Herrljunga", "Hjo", "Hylte", "Karlsborg", "Laholm", "Lidköping", "Lysekil",
    "Mariestad", "Mark", "Mellerud", "Munkedal", "Orust", "Skara", "Skövde", "Sotenäs", "Strömstad", "Svenljunga",
    "Tanum", "Tibro", "Tidaholm", "Tranemo", "Trollhättan", "Töreboda", "Uddevalla", "Ulricehamn", "Vara", "Varberg",
    "Vårgårda", "Vänersborg", "Åmål",
)  # fmt: skip
#: The rest of Sweden's 290 municipalities (Statistics Sweden). Only a whole cell or "… kommun" is taken for one of
#: these: many are surnames too ("Lund", "Berg").
ELSEWHERE = (
    "Alvesta", "Aneby", "Arboga", "Arjeplog", "Arvidsjaur", "Arvika", "Askersund", "Avesta", "Berg", "Bjurholm",
    "Bjuv", "Boden", "Bollnäs", "Borgholm", "Borlänge", "Botkyrka", "Boxholm", "Bromölla", "Bräcke", "Burlöv",
    "Båstad", "Danderyd", "Degerfors", "Dorotea", "Eda", "Ekerö", "Eksjö", "Emmaboda", "Enköping", "Eskilstuna",
    "Eslöv", "Fagersta", "Falun", "Filipstad", "Finspång", "Flen", "Forshaga", "Gagnef", "Gislaved", "Gnesta",
    "Gnosjö", "Gotland", "Grums", "Gällivare", "Gävle", "Habo", "Hagfors", "Hallsberg", "Hallstahammar",
    "Hammarö", "Haninge", "Haparanda", "Heby", "Hedemora", "Helsingborg", "Hofors", "Huddinge", "Hudiksvall",
    "Hultsfred", "Hällefors", "Härjedalen", "Härnösand", "Hässleholm", "Håbo", "Höganäs", "Högsby", "Hörby",
    "Höör", "Jokkmokk", "Järfälla", "Jönköping", "Kalix", "Kalmar", "Karlshamn", "Karlskoga", "Karlskrona",
    "Karlstad", "Katrineholm", "Kil", "Kinda", "Kiruna", "Klippan", "Knivsta", "Kramfors", "Kristianstad",
    "Kristinehamn", "Krokom", "Kumla", "Kungsör", "Kävlinge", "Köping", "Landskrona", "Laxå", "Lekeberg",
    "Leksand", "Lessebo", "Lidingö", "Lindesberg", "Linköping", "Ljungby", "Ljusdal", "Ljusnarsberg", "Lomma",
    "Ludvika", "Luleå", "Lund", "Lycksele", "Malmö", "Malung-Sälen", "Malå", "Markaryd", "Mjölby", "Mora",
    "Motala", "Mullsjö", "Munkfors", "Mönsterås", "Mörbylånga", "Nacka", "Nora", "Norberg", "Nordanstig",
    "Nordmaling", "Norrköping", "Norrtälje", "Norsjö", "Nybro", "Nykvarn", "Nyköping", "Nynäshamn", "Nässjö",
    "Ockelbo", "Olofström", "Orsa", "Osby", "Oskarshamn", "Ovanåker", "Oxelösund", "Pajala", "Perstorp",
    "Piteå", "Ragunda", "Robertsfors", "Ronneby", "Rättvik", "Sala", "Salem", "Sandviken", "Sigtuna",
    "Simrishamn", "Sjöbo", "Skellefteå", "Skinnskatteberg", "Skurup", "Smedjebacken", "Sollefteå", "Sollentuna",
    "Solna", "Sorsele", "Staffanstorp", "Stockholm", "Storfors", "Storuman", "Strängnäs", "Strömsund",
    "Sundbyberg", "Sundsvall", "Sunne", "Surahammar", "Svalöv", "Svedala", "Säffle", "Säter", "Sävsjö",
    "Söderhamn", "Söderköping", "Södertälje", "Sölvesborg", "Tierp", "Timrå", "Tingsryd", "Tomelilla", "Torsby",
    "Torsås", "Tranås", "Trelleborg", "Trosa", "Tyresö", "Täby", "Umeå", "Upplands Väsby", "Upplands-Bro",
    "Uppsala", "Uppvidinge", "Vadstena", "Vaggeryd", "Valdemarsvik", "Vallentuna", "Vansbro", "Vaxholm",
    "Vellinge", "Vetlanda", "Vilhelmina", "Vimmerby", "Vindeln", "Vingåker", "Vännäs", "Värmdö", "Värnamo",
    "Västervik", "Västerås", "Växjö", "Ydre", "Ystad", "Älmhult", "Älvdalen", "Älvkarleby", "Älvsbyn",
    "Ängelholm", "Ånge", "Åre", "Årjäng", "Åsele", "Åstorp", "Åtvidaberg", "Ödeshög", "Örebro", "Örkelljunga",
    "Örnsköldsvik", "Östersund", "Österåker", "Östhammar", "Östra Göinge", "Överkalix", "Övertorneå",
)  # fmt: skip
