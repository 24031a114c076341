from django.apps import AppConfig


class EventsConfig(AppConfig):
    name = "events"
    verbose_name = "Möten och kalender"

    def ready(self):
        # Imported here because these modules need the models, which are loaded by now.
        from . import signals  # noqa: F401 - connects its receivers
        from .bin import forgetting, receivers  # noqa: F401 - the same
        from .editing import tabs

        tabs.connect()
