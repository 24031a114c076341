"""Reads what a page says of its languages."""

import re
from html import unescape

_SWITCH = re.compile(r'<nav class="language".*?<a href="([^"]*)"\s+lang="(..)"', re.DOTALL)


def switch(client, address):
    """``(address of the same view, its language)`` as the header's link has it."""
    return tuple(map(unescape, _SWITCH.search(client.get(address).content.decode()).groups()))


def head(client, address):
    """``(language, canonical address, [(language, address of the same page)])``"""
    text = client.get(address).content.decode().split("</head>")[0]
    alternates = re.findall(r'hreflang="(\S+)" href="([^"]*)"', text)
    return re.search(r'<html lang="(..)"', text)[1], re.search(r'rel="canonical" href="([^"]*)"', text)[1], alternates


def leads(client, address):
    """``(status, where it leads)``"""
    response = client.get(address)
    return response.status_code, response.get("Location")
