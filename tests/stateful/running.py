"""Runs a machine for a number of operations, with a seed that is printed."""

import os
from secrets import randbelow

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from .machine import COUNTS

IN_A_RUN = 25  # operations on one site: later ones find more to go wrong, but take longer


def run(machine, steps):
    """Raises what a check or a view raised, with the operations that led there."""
    number = int(os.environ.get("SEED") or randbelow(2**32))
    print(f"\nSEED={number} STEPS={steps} make test-stateful")
    COUNTS.clear()
    run_state_machine_as_test(
        seed(number)(machine),
        settings=settings(
            max_examples=max(1, steps // IN_A_RUN),
            stateful_step_count=IN_A_RUN,
            phases=[Phase.generate],
            deadline=None,
            database=None,
            derandomize=False,
            suppress_health_check=list(HealthCheck),
        ),
    )
    print(", ".join(f"{what} {number}" for what, number in sorted(COUNTS.items())))
