"""What may stand once in each language: whoever writes it again is told so, in every register with such a field."""

import pytest
from django.apps import apps
from django.urls import reverse
from wagtail.models import TranslatableMixin

from networks.translation import OncePerLanguage
from tests.factories import source

pytestmark = pytest.mark.django_db
MODELS = [
    model
    for model in apps.get_models()
    if issubclass(model, TranslatableMixin)
    and any("locale" in unique.fields for unique in model._meta.total_unique_constraints)
]


def values(model, word):
    names = {field.name for field in model._meta.concrete_fields}
    words = {"name": "Ord", "slug": word, "term": word, "expansion": "Utskrivet", "colour": "ocean", "sort_order": 0}
    return {name: value for name, value in words.items() if name in names}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_a_second_one_is_told_of_and_nothing_typed_is_lost(model, site, editor_client):
    first = model.objects.create(locale=source(), **values(model, "ord"))
    other = model.objects.create(locale=source(), **values(model, "annat"))
    app, name = model._meta.app_label, model._meta.model_name
    add, edit, again = (
        reverse(f"wagtailsnippets_{app}_{name}:{view}", args=keys)
        for view, keys in (("add", []), ("edit", [other.pk]), ("edit", [first.pk]))
    )
    for address in (add, edit):
        answer = editor_client.post(address, values(model, "ord"))
        assert "”ord” finns redan i registret." in answer.content.decode()
        assert answer.context["form"].data.dict() == {key: str(each) for key, each in values(model, "ord").items()}
    assert editor_client.post(again, values(model, "ord")).status_code == 302
    assert model.objects.filter(locale=source()).count() == 2


def test_it_may_stand_in_another_language(site):
    for model in MODELS:
        assert issubclass(model, OncePerLanguage)
        model.objects.create(locale=source(), **values(model, "ord"))
        model(locale=site.en, **values(model, "ord")).validate_constraints()
