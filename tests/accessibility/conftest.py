"""One server with the demo site and one browser for all that is measured. The tests only read."""

import pytest

from . import axe
from .demo_server import DemoServer
from .first_view import first_view


@pytest.fixture(scope="session")
def demo():
    server = DemoServer()
    yield server.start()
    server.stop()


def new_context(browser, **options):
    """A visitor in Sweden who has asked for no motion: what is measured does not slide while it is measured."""
    settings = {"locale": "sv-SE", "timezone_id": "Europe/Stockholm", "reduced_motion": "reduce"}
    return browser.new_context(**(settings | options))


@pytest.fixture(scope="module")
def visitor(browser):
    """A visitor's tab."""
    context = new_context(browser)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def examined(browser):
    """A visitor's tab in which axe-core runs."""
    context = new_context(browser)
    axe.give(context)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def editor(browser, demo):
    """The tab of a central editor, in which axe-core runs."""
    context = new_context(browser)
    axe.give(context)
    context.add_cookies([{"name": "sessionid", "value": demo.session, "url": demo.url}])
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def first_views(browser, demo):
    """``{name: FirstView}`` of every public page, each in a browser that has seen nothing of the site."""
    return {name: first_view(browser, demo.url + path) for name, path in demo.public.items()}
