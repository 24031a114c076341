"""Hypothesis for a machine that others use too: fewer examples, and no verdict on speed."""

from hypothesis import settings

settings.register_profile("shared-machine", max_examples=60, deadline=None)
settings.load_profile("shared-machine")
