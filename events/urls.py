"""Addresses of single meetings. People's calendars keep them for years: never change them."""

from django.urls import path

from .calendar import meeting as views

app_name = "events"
urlpatterns = [path("<uuid:key>/", views.occurrence, name="occurrence")]
