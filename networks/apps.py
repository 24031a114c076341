from django.apps import AppConfig


class NetworksConfig(AppConfig):
    name = "networks"
    verbose_name = "Nätverk"

    def ready(self):
        from . import restrictions, signals  # noqa: F401 - connects the receivers once the models are loaded

        restrictions.connect()
