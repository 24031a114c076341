"""Changes a single meeting: cancels, moves, relocates or confirms it, with a reason, and touches nothing else."""
