"""A handful of titles, and words that mean the same, to search among."""

from search.analysis.thesaurus import Group, Ways

TITLES = [
    "Förskolenätverket", "Frukostmöte om bibliotek", "Utbildningschefsnätverket", "Nätverket för bygglovshandläggare",
    "MAS-nätverket", "Chefer inom individ- och familjeomsorgen", "Säveåns vattenråd", "Löneöversynen",
    "E-tjänstsamordnarna", "Miljöstrategigruppen", "Karin Enmark, listad", "Kostnader", "Inför infrastrukturplanen",
    "fredag 27 november",
]  # fmt: skip
WAYS = Ways([Group(("ifo", "individ- och familjeomsorg")), Group(("mas", "medicinskt ansvarig sjuksköterska"))])
