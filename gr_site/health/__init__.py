"""``/healthz`` and ``/readyz``: whether this process lives, and whether what it needs answers."""
