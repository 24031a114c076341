"""The command: see ``tests.kills``. It fails if anything remains after ``run_due``."""

import argparse
import os
import random
import sys
from collections import Counter

import django

UNKNOWN = 120  # statements, of an act that has not yet lived to its end


def main():
    parser = argparse.ArgumentParser(prog="python -m tests.kills", description="Kill publications in the middle.")
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1_000_000))
    options = parser.parse_args()
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.kills.settings"
    django.setup()
    print(f"seed {options.seed}", flush=True)
    return Campaign(random.Random(options.seed)).run(options.kills)  # noqa: S311 - not for secrets


class Campaign:
    def __init__(self, rng):
        from tests.kills import acts, killing, remains

        self.acts, self.killing, self.rng = acts.ACTS + acts.TASKS, killing, rng
        acts.fill(rng)
        self.remains = remains.Remains()
        self.lengths = {}
        self.killed, self.blows, self.before, self.after = Counter(), Counter(), Counter(), Counter()

    def run(self, kills):
        while self.killed.total() < kills:
            self.one()
        print(f"{kills} kills, by act: {dict(sorted(self.killed.items()))}")
        print(f"by blow: { ({str(blow): number for blow, number in sorted(self.blows.items())}) }")
        print(f"processes that left something: {dict(self.before) or 'none'}")
        print(f"left after run_due: {dict(self.after) or 'nothing'}")
        return 1 if self.after else 0

    def one(self):
        from gr_site.operations import due

        act, do = self.drawn()
        at = self.rng.randint(1, self.lengths.get(act, UNKNOWN))
        blow = self.rng.choice(list(self.killing.Blow))
        length = self.killing.run_and_strike(do, at, blow)
        where = f"{act.__name__}, {blow} statement {at}"
        if length is None:
            self.killed[act.__name__] += 1
            self.blows[blow] += 1
        else:
            self.lengths[act] = length
            where = f"{act.__name__}, not killed"
        left = self.note(self.before, where, "left")
        done = due.run()
        if done.faults:
            self.after["faults of run_due"] += 1
        if left or done.lines:
            self.note(self.after, where, "left after run_due")
        if length is None and self.killed.total() % 20 == 0:
            print(f"{self.killed.total()} killed", flush=True)

    def drawn(self):
        """An act and the function that does it. One that finds no page to act on gives way to another."""
        while True:
            act = self.rng.choice(self.acts)
            try:
                return act, act(self.rng)
            except IndexError:
                continue

    def note(self, counter, where, words):
        if found := self.remains.look():
            print(f"{where}: {words} {dict(found)}", flush=True)
            counter.update(found.keys())
        return bool(found)


sys.exit(main())
