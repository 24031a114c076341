"""The import of redirects: what Wagtail's views have no answer to."""
