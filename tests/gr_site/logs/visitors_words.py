"""What a visitor could send that says who she is, and faults that repeat it."""

from urllib.parse import quote

from django.core.exceptions import SuspiciousOperation
from django.db import IntegrityError

NAME, ADDRESS, NUMBER, HOST = "Alva-Ek", "alva.ek@example.org", "19800101-1234", "192.0.2.77"
PERSONAL = (NAME, "alva", ADDRESS, quote(ADDRESS), NUMBER, HOST, "2001:db8::77", "hemligt-ord")
WORDS = f"{NAME} {ADDRESS} {NUMBER}"
HEADERS = {
    "X-Forwarded-For": f"{HOST}, 2001:db8::77", "User-Agent": WORDS, "Referer": f"https://example.org/?q={ADDRESS}",
    "X-Request-ID": NAME, "Cookie": f"sessionid={NAME}; device={ADDRESS}; x={NUMBER}", "Accept-Language": NAME,
}  # fmt: skip
FAULTS = [
    ValueError(f"invalid literal for int() with base 10: '{WORDS}'"),
    KeyError(ADDRESS),
    IntegrityError(f"DETAIL: Key (email)=({ADDRESS}) already exists. {NAME}"),
    SuspiciousOperation(WORDS),
    AttributeError(f"no attribute, said {ADDRESS}"),
    OSError(2, "No such file or directory", f"/{NAME}.pdf"),
]
