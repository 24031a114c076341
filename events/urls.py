"""Addresses of single meetings. They stand in people's calendars for years: never change them."""

from django.urls import path

from .calendar import meeting as views

app_name = "events"
urlpatterns = [path("<uuid:key>/", views.occurrence, name="occurrence")]
