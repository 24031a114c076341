from django.apps import AppConfig


class GrSiteConfig(AppConfig):
    name = "gr_site"
    verbose_name = "Webbplatsen"

    def ready(self):
        # imported here because Wagtail's and allauth's views and signals need the models
        from . import spreadsheets
        from .access_log import accounts, doors, factors, log_ins, memberships
        from .glossary import receivers as glossary
        from .policies import choosers
        from .signing_in import receivers

        spreadsheets.connect()
        choosers.connect()
        glossary.connect()
        receivers.connect()
        for events in (accounts, doors, factors, log_ins, memberships):
            events.connect()
