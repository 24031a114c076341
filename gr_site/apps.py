from django.apps import AppConfig


class GrSiteConfig(AppConfig):
    name = "gr_site"
    verbose_name = "Webbplatsen"

    def ready(self):
        from . import spreadsheets  # imported here because Wagtail's views need the models

        spreadsheets.connect()
