from django.apps import AppConfig


class NetworksConfig(AppConfig):
    name = "networks"
    verbose_name = "Nätverk"

    def ready(self):
        # Imported here because these modules need the models; importing them connects their receivers.
        from . import restrictions, shared_restrictions, signals  # noqa: F401
        from .people import receivers as people
        from .rights import receivers
        from .translation import live_words, withdrawing  # noqa: F401

        restrictions.connect()
        shared_restrictions.connect()
        receivers.connect()
        people.connect()
        live_words.connect()
