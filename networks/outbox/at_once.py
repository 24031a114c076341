"""Sends letters as soon as they are committed. ``FEW`` letters and EMAIL_TIMEOUT bound what a server that stops waits
for; a server of letters that does not answer leaves them to ``run_due``."""

from networks.at_once import AtOnce

from .sending import send_due

FEW = 10


def _send():
    return send_due(FEW) == FEW


letters = AtOnce("letters", _send)
