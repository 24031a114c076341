from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = "Sök"

    def ready(self):
        from . import signals  # noqa: F401 - connects the receivers once the models are loaded
