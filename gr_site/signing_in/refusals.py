from django.shortcuts import render


class Refused(Exception):
    """Somebody whom the organisation or a password knows, but whom this site does not let in. ``args[0]`` says why."""


def refusal(request, why):
    """The page that says so."""
    return render(request, "gr_site/signing_in/refused.html", {"why": why}, status=403)
