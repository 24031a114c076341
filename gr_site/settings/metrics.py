"""Settings of ``/metrics`` (gr_site/metrics, docs/seeing.md)."""

import os

from .environment import env

METRICS_TOKEN = env.token("METRICS_TOKEN", default="")
# Where the processes of a server put their numbers together. prometheus_client reads the variable itself, and would
# take an empty one for the folder that it runs in.
METRICS_FOLDER = env.str("PROMETHEUS_MULTIPROC_DIR", default="")
if not (METRICS_TOKEN and METRICS_FOLDER):
    METRICS_FOLDER = ""
    os.environ.pop("PROMETHEUS_MULTIPROC_DIR", None)
