from datetime import date

import pytest
from django.core.exceptions import ValidationError

from networks.models import NetworkPage
from networks.text.start import Start


@pytest.mark.parametrize(
    ("start", "text", "attribute"),
    [
        (Start(day=date(2013, 1, 1)), "1 januari 2013", "2013-01-01"),
        (Start(year=2010, season="spring"), "våren 2010", "2010"),
        (Start(year=2018, season="autumn"), "hösten 2018", "2018"),
        (Start(year=2015), "2015", "2015"),
        (Start(season="spring"), "", ""),
        (Start(), "", ""),
    ],
)
def test_a_start_is_told_as_exactly_as_it_is_known(start, text, attribute):
    assert str(start) == text
    assert start.datetime_attribute == attribute


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"start_date": date(2013, 1, 1), "start_year": 2013}, "start_year"),
        ({"start_season": "spring"}, "start_season"),
    ],
)
def test_a_start_that_contradicts_itself_is_refused_at_its_field(db, fields, field):
    page = NetworkPage(title="Förskolenätverket", slug="forskolenatverket", **fields)
    with pytest.raises(ValidationError) as refusal:
        page.clean()
    assert field in refusal.value.message_dict
