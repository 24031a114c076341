"""Browsers' reports of what they refused: read, bounded, and without anything about who met it."""

import json

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from gr_site.policies import models, views
from gr_site.policies.models import Refusal
from gr_site.policies.reports import LONGEST, MOST, reports
from tests.factories import make_editor, make_network

HOST = "testserver"
OLD = "application/csp-report"


def report(path="/natverk/?fras=hemligt#x", blocked="https://annan.example.org/a.js?vem=anna", host=HOST, **more):
    inner = {"document-uri": f"https://{host}{path}", "blocked-uri": blocked, "violated-directive": "script-src x"}
    return {"csp-report": inner | more}


def new_report(path):
    body = {"documentURL": f"https://{HOST}{path}", "blockedURL": "inline", "effectiveDirective": "style-src-elem"}
    return {"type": "csp-violation", "url": f"https://{HOST}{path}", "user_agent": "Firefox", "body": body}


def test_both_shapes_are_read_without_queries():
    old = reports(json.dumps(report()).encode(), HOST)
    new = reports(json.dumps([new_report("/a/"), new_report("/b/?q=1")]).encode(), HOST)
    assert old == [("script-src", "https://annan.example.org/a.js", "/natverk/")]
    assert new == [("style-src-elem", "inline", "/a/"), ("style-src-elem", "inline", "/b/")]


@pytest.mark.parametrize(
    ("blocked", "kept"),
    [
        ("data:text/html,hemligt", "data"),
        ("chrome-extension://abcdef/x.js", "chrome-extension"),
        ("https://anna:hemligt@example.org/x", "https://example.org/x"),
        ("eval", "eval"),
        ("", ""),
        ("http://[", ""),
    ],
)
def test_of_what_is_no_web_address_only_the_scheme_is_kept(blocked, kept):
    assert [each.blocked for each in reports(json.dumps(report(blocked=blocked)).encode(), HOST)] == [kept]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*report()["csp-report"], "csp-report",
        "body", "documentURL", "effectiveDirective", "blockedURL"]), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


@given(st.binary(max_size=60) | JSON.map(lambda value: json.dumps(value).encode()))
def test_whatever_is_sent_is_read_without_an_error(body):
    assert all(isinstance(each.directive, str) for each in reports(body, HOST))


@given(st.text(max_size=300), st.text(max_size=300))
def test_what_is_kept_is_short_and_has_no_query(path, blocked):
    for each in reports(json.dumps(report(f"/{path}", blocked)).encode(), HOST):
        assert max(len(each.path), len(each.blocked)) <= LONGEST
        assert not {"?", "#", "\x00"} & {*each.path, *each.blocked}


def test_a_body_of_nested_lists_and_one_of_many_reports_cost_little():
    assert reports(b"[" * 16_000, HOST) == []
    assert len(reports(json.dumps([new_report("/")] * 100).encode(), HOST)) == MOST


@pytest.fixture
def browser(site):
    cache.clear()
    return Client(enforce_csrf_checks=True)  # it has no token


def send(client, body):
    return client.post(reverse("policy_reports"), json.dumps(body), content_type=OLD).status_code


@pytest.mark.django_db
def test_a_report_is_counted_once_for_each_page_and_cause(browser):
    paths = ["/natverk/", "/natverk/?a=1", "/"]
    assert [send(browser, report(path)) for path in paths] == [204] * 3
    assert sorted(Refusal.objects.values_list("page", "number")) == [("/", 1), ("/natverk/", 2)]


@pytest.mark.django_db
def test_keys_in_addresses_are_not_kept(browser):
    send(browser, report("/admin/pages/4711/edit/"))
    send(browser, report("/ics/mina/hemligt.ics"))
    assert [("4711" in page, "hemligt" in page) for page in Refusal.objects.values_list("page", flat=True)] == [
        (False, False)
    ] * 2


@pytest.mark.django_db
def test_a_report_of_another_site_or_too_large_or_by_another_method_is_not_kept(browser):
    assert send(browser, report(host="annan.example.org")) == 204
    assert send(browser, report(padding="x" * 20_000)) == 413
    assert browser.get(reverse("policy_reports")).status_code == 405
    assert not Refusal.objects.exists()


@pytest.mark.django_db
def test_a_flood_is_turned_away_and_the_oldest_rows_go_first(browser, monkeypatch):
    monkeypatch.setattr(views, "EACH_MINUTE", 10)
    monkeypatch.setattr(models, "KEPT", 5)
    answers = [send(browser, report(blocked=f"https://example.org/{number}")) for number in range(12)]
    assert answers.count(429) in (2, 1, 0)  # a minute may end meanwhile
    assert Refusal.objects.count() == 5
    Refusal.note("script-src", "inline", "/", timezone.now())
    assert Refusal.objects.count() == 5
    assert Refusal.objects.first().blocked == "inline"


@pytest.mark.django_db
def test_only_administrators_read_the_list(site, editor_client, django_assert_max_num_queries):
    address = reverse("refusals")
    for number in range(30):
        Refusal.note("script-src", "<b>inline</b>", f"/{number}/", timezone.now())
    html = editor_client.get(address).content.decode()
    assert html.count("&lt;b&gt;inline&lt;/b&gt;") == 30
    editor = Client()
    editor.force_login(make_editor(make_network()))
    assert editor.get(address).status_code == 302
    assert address not in editor.get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.django_db
def test_over_https_browsers_are_told_of_the_reporting_api(site, client):
    response = client.get("/", secure=True)
    assert response.headers["Reporting-Endpoints"] == f'regler="{reverse("policy_reports")}"'
    assert "report-to regler" in response.headers["Content-Security-Policy"]
    assert "Reporting-Endpoints" not in client.get("/").headers
