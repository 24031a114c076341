"""``/metrics``: how many requests, how fast, and how the site is, for Prometheus (docs/seeing.md)."""
