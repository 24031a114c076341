"""What production sends of our stylesheets."""

import re

import brotli
from django.core.files.base import ContentFile

from gr_site.storage import StaticFilesStorage, without_comments
from gr_site.styleguide.tokens import STYLESHEET


def test_comments_go_and_rules_stay():
    css = b'/* one */\na { b: c; /* paper 16.0 */ }\n/* two\nlines */\n.d::after { content: "/" / ""; }\n'
    assert without_comments(css) == b'\na { b: c; }\n.d::after { content: "/" / ""; }\n'


def test_no_string_of_the_stylesheet_looks_like_a_comment():
    css = STYLESHEET.read_text()
    strings = re.findall(r'"[^"\n]*"', re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))
    assert [text for text in strings if "/*" in text or "*/" in text] == []
    assert css.count("/*") == css.count("*/")


def test_only_our_own_stylesheets_change(tmp_path):
    storage = StaticFilesStorage(location=tmp_path, base_url="/static/")
    css = b"a { b: c; } /* said */"
    for name in ("gr_site/css/site.css", "wagtailadmin/css/core.css", "gr_site/js/site.js"):
        storage.save(name, ContentFile(css))
    assert (tmp_path / "gr_site/css/site.css").read_bytes() == b"a { b: c; }"
    assert (tmp_path / "wagtailadmin/css/core.css").read_bytes() == css
    assert (tmp_path / "gr_site/js/site.js").read_bytes() == css


def test_the_stylesheet_is_small_on_its_way():
    assert len(brotli.compress(without_comments(STYLESHEET.read_bytes()))) < 10_000
