from django.apps import AppConfig


class GrSiteConfig(AppConfig):
    name = "gr_site"
    verbose_name = "Webbplatsen"
