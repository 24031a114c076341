"""A browser with an editor in front of it."""

from bs4 import BeautifulSoup
from django.test import Client, TestCase

from .forms import Form


class Browser:
    """Django's test client, logged in. A view that raises stops the run with its own traceback."""

    def __init__(self, user):
        self.user, self.client = user, Client()
        self.log_in()

    def log_in(self):
        self.client.force_login(self.user)

    def get(self, address, **headers):
        with committed():
            response = self.client.get(address, headers=headers)
        return response

    def form(self, address, selector="main form, form"):
        """The form at ``address``, or None if she may not open it."""
        response = self.get(address)
        if response.status_code != 200:
            return None
        return form_in(response, selector)

    def send(self, form, *buttons, **headers):
        """Press one of the form's buttons (``"action-publish"``)."""
        data = form.data.copy()
        for name in buttons:
            data[name] = next((value for own, value in form.buttons if own == name), "1")
        return self.post(form.address, data, **headers)

    def put(self, address, body):
        with committed():
            return self.client.put(address, body, content_type="application/x-www-form-urlencoded")

    def post(self, address, data, **headers):
        with committed():
            return self.client.post(address, dict(data.lists()), headers=headers)


def form_in(response, selector="main form, form"):
    """The first form on the page that fits the selector. None if it has none."""
    soup = BeautifulSoup(response.content, "html.parser")
    tag = soup.select_one(selector)
    for control in soup.select(f"[form='{tag['id']}']") if tag and tag.get("id") else []:
        tag.append(control.extract())  # it stands elsewhere on the page, and is sent with the form
    return Form(tag, response.wsgi_request.get_full_path()) if tag else None


def committed():
    """Does on leaving what waits for the transaction's end: each request of a browser ends in one."""
    return TestCase.captureOnCommitCallbacks(execute=True)
