"""Signs a user in to the running site without its form, which costs a slow password check each time."""

from django.conf import settings
from django.test import Client


def sign_in(page, pages, user):
    client = Client()
    client.force_login(user)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": pages.root}])
