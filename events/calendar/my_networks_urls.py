"""The address of "Mina nätverk". People's calendars keep it for years: never change it."""

from django.urls import path

from . import my_networks

urlpatterns = [path("", my_networks.page, name="my_networks")]
