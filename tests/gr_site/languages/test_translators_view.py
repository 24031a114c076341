"""The words of wagtail-localize's editor, which its own Swedish catalogue has in part."""

from importlib.resources import files

import polib


def test_every_word_of_the_translators_view_is_swedish(admin_client):
    english = files("wagtail_localize") / "locale" / "en" / "LC_MESSAGES" / "djangojs.po"
    script = admin_client.get("/admin/localize/jsi18n/").text
    texts = [entry.msgid for entry in polib.pofile(english.read_text())]
    assert [text for text in texts if f'"{polib.escape(text)}": "' not in script] == []
    assert '"Publish in ": "Publicera p\\u00e5 "' in script  # a space before the language's name
