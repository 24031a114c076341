from django.apps import AppConfig


class NetworksConfig(AppConfig):
    name = "networks"
    verbose_name = "Nätverk"

    def ready(self):
        # Imported here: they connect their receivers, and need the models.
        from . import following, restrictions, shared_restrictions, signals, translated_words  # noqa: F401
        from .people import receivers as people
        from .rights import receivers

        restrictions.connect()
        shared_restrictions.connect()
        receivers.connect()
        people.connect()
        translated_words.connect()
