import pytest

from gr_site.templatetags.typography import whole_hours


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("fredag 7 februari 2020 kl. 08.30–11.30, Partille", "fredag 7 februari 2020 kl._08.30–|11.30, Partille"),
        ("Friday 7 February 2020, 08:30–11:30", "Friday 7 February 2020, 08:30–|11:30"),
        ("kl. 08.30 – torsdag", "kl._08.30 – torsdag"),
    ],
)
def test_hours_stay_on_one_line(text, joined):
    assert whole_hours(text) == joined.replace("|", "\u2060").replace("_", "\u00a0")
