"""Computed from the whole index and cached until it changes: the vocabulary, the thesaurus, the names of choices and
the glossary."""

from dataclasses import dataclass
from functools import lru_cache

from django.utils import timezone
from django.utils.text import slugify

from networks.glossary.terms import terms_in
from networks.models import Area, Organisation, Term
from networks.models.choices import OrganisationKind
from networks.translation import lend_words

from ..analysis.network_names import NetworkName, network_name
from ..analysis.thesaurus import Group, Ways, phrase, phrases, with_pairs
from ..analysis.vocabulary import Vocabulary
from ..models import Findable, IndexState, SynonymGroup
from ..models.choices import HitKind

_TERMS = ("title_terms", "fact_terms", "text_terms", "lent_terms")


@dataclass(frozen=True)
class Known:
    """``areas`` is ``{slug: (translation key, name)}``, ``municipalities`` ``{slug: (key, name)}``, and
    ``network_slugs`` ``{slug: (key, name, key of its row)}``. All are in order.

    ``terms`` are the glossary's: see ``networks.glossary.terms``. ``networks`` has the names in every language.
    """

    vocabulary: Vocabulary
    ways: Ways
    areas: dict[str, tuple[str, str]]
    municipalities: dict[str, tuple[int, str]]
    terms: list[Term]
    network_slugs: dict[str, tuple[int, str, int]]
    networks: list[NetworkName]


def known(language):
    """The Known of today's index in ``language``. One query if nothing has changed, in any process."""
    return _known(IndexState.current(), timezone.localdate(), language)


@lru_cache(maxsize=4)
def _known(stamp, day, language):
    return Known(
        vocabulary=Vocabulary(Findable.objects.public().in_language(language).values_list(*_TERMS).iterator()),
        ways=_ways(),
        areas=_areas(language),
        municipalities={
            slugify(name): (pk, name)
            for pk, name in Organisation.objects.filter(
                kind__in=[OrganisationKind.MEMBER, OrganisationKind.MUNICIPALITY]
            ).values_list("pk", "name")
        },
        terms=terms_in(language),
        network_slugs=_network_slugs(language),
        networks=_networks(),
    )


def _ways():
    """From the editors' groups of words, plus each abbreviation in the glossary with its meaning, in any language."""
    groups = SynonymGroup.objects.order_by("words", "pk").values_list(*SynonymGroup.texts)
    terms = Term.objects.exclude(expansion="").order_by("locale__language_code", "term", "pk")
    return _ways_of(tuple(groups), tuple(terms.values_list("term", "expansion")))


@lru_cache(maxsize=2)
def _ways_of(groups, terms):
    """Kept while the words are the same: the index changes far more often than they do."""
    pairs = [(phrase(term), phrase(expansion)) for term, expansion in terms]
    return Ways(with_pairs([Group(*map(phrases, texts)) for texts in groups], pairs))


def _networks():
    found = {}
    rows = Findable.objects.public().filter(kind=HitKind.NETWORK).order_by("network_id", "language")
    for key, language, title, earlier in rows.values_list("network_id", "language", "title", "names"):
        found.setdefault(key, {}).update(dict.fromkeys((name, language) for name in [title, *earlier.splitlines()]))
    return [network_name(key, names) for key, names in found.items()]


def _areas(language):
    source = Area.objects.of_source()
    slugs = {area.translation_key: area.slug for area in source}
    return {
        slugs[area.translation_key]: (str(area.translation_key), area.name)
        for area in lend_words(list(source), language)
    }


def _network_slugs(language):
    """By title. Of several with the same slug, under different parents, the later ones have their key in it."""
    rows = Findable.objects.public().in_language(language).filter(kind=HitKind.NETWORK).exclude(network=None)
    found = {}
    for key, slug, title, row in rows.order_by("title", "pk").values_list("network", "network__slug", "title", "pk"):
        found[f"{slug}-{key}" if slug in found else slug] = (key, title, row)
    return found
