import pytest
from django.utils.module_loading import import_string

from gr_site.settings.machine_translation import machine_translator


@pytest.mark.parametrize(
    ("address", "name", "options"),
    [
        ("deepl:abc:fx", "DeepL", {"AUTH_KEY": "abc:fx"}),
        (
            "libretranslate:https://example.org/",
            "LibreTranslate",
            {"LIBRETRANSLATE_URL": "https://example.org", "API_KEY": ""},
        ),
        (
            "libretranslate:http://localhost:5000#hemlig",
            "LibreTranslate",
            {"LIBRETRANSLATE_URL": "http://localhost:5000", "API_KEY": "hemlig"},
        ),
    ],
)
def test_one_variable_names_the_translator(address, name, options):
    setting = machine_translator(address)
    assert import_string(setting["CLASS"])(setting["OPTIONS"]).display_name == name
    assert setting["OPTIONS"] == options


def test_none_is_used_unless_it_is_asked_for():
    assert machine_translator("") is None


@pytest.mark.parametrize("address", ["deepl", "deepl:", "google:abc", "libretranslate:example.org"])
def test_a_mistyped_address_stops_the_site(address):
    with pytest.raises(ValueError, match="MACHINE_TRANSLATOR"):
        machine_translator(address)
