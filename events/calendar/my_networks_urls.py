"""The address of "Mina nätverk". It stands in people's calendars for years: never change it."""

from django.urls import path

from . import my_networks

urlpatterns = [path("", my_networks.page, name="my_networks")]
