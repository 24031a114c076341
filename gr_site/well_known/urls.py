from django.urls import path

from . import views

urlpatterns = [
    path("robots.txt", views.robots, name="robots"),
    path(".well-known/security.txt", views.security, name="security"),
    path("manifest.webmanifest", views.web_manifest, name="web_manifest"),
]
