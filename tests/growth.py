"""Whether work grows in proportion to its input, measured so that what else the machine does cannot decide it.

CPU time is compared with CPU time of the same moments, over three doublings: a square then shows as 64 times the
cost where a line shows as eight. Noise only ever adds, so the least of a few alternating measurements counts, and the
first that is in order ends it.
"""

import gc
import time
from collections.abc import Callable

DOUBLINGS = 3
ROUNDS = 5
LEAST = 0.1  # seconds of CPU; what costs less is cheap whatever a part of it costs


def cpu(work: Callable[[], object]) -> float:
    """Seconds of CPU that ``work`` takes. The garbage collector waits: its time depends on all that the process
    holds."""
    gc.disable()
    try:
        begun = time.process_time()
        work()
        return time.process_time() - begun
    finally:
        gc.enable()


def in_proportion(cost: Callable[[int], float], whole: int, *, least: float = LEAST) -> bool:
    """Whether each doubling up to ``whole`` takes at most 2.5 times the CPU, where ``cost(size)`` measures it."""
    part, all_of_it = float("inf"), float("inf")
    for _ in range(ROUNDS):
        all_of_it = min(all_of_it, cost(whole))
        if all_of_it < least:
            return True
        part = min(part, cost(whole // 2**DOUBLINGS))
        if all_of_it < 2.5**DOUBLINGS * part:
            return True
    return False
