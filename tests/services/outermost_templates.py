"""Lets Django's test client remember the templates that a view rendered, and not each of the hundreds inside them."""

from contextvars import ContextVar

import pytest
from django.template import Template
from django.test.signals import template_rendered

_inside = ContextVar("_inside", default=False)


@pytest.fixture(scope="session")
def django_test_environment(django_test_environment):  # pytest-django's own, which instruments every template
    """``response.context`` has the context of each outermost template. A form renders thousands inside it, and
    copying the context of each takes as long as the form does."""
    instrumented = Template._render
    Template._render = _render
    yield
    Template._render = instrumented


def _render(self, context):
    if _inside.get():
        return self.nodelist.render(context)
    template_rendered.send(sender=self, template=self, context=context)
    token = _inside.set(True)
    try:
        return self.nodelist.render(context)
    finally:
        _inside.reset(token)
