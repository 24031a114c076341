"""The log of production, caught in a test."""

import io
import json
import logging
import logging.config
from contextlib import contextmanager
from copy import deepcopy

from gr_site.settings.logs import LOGGING


class Log(io.StringIO):
    def lines(self):
        return [json.loads(line) for line in self.getvalue().split("\n") if line]


@contextmanager
def production_log():
    """What the site writes down meanwhile, as it would in production."""
    loggers = [logging.getLogger(name) for name in ("", *LOGGING["loggers"])]
    before = [(each, each.handlers[:], each.filters[:], each.level, each.propagate) for each in loggers]
    config, log = deepcopy(LOGGING), Log()
    for handler in config["handlers"].values():
        if handler["class"] == "logging.StreamHandler":
            handler["stream"] = log
    logging.config.dictConfig(config)
    try:
        yield log
    finally:
        for each, each.handlers, each.filters, level, each.propagate in before:
            each.setLevel(level)
