"""Every address of the admin, filled with one key, and the names that its view reads from a query or a body."""

import re
from dataclasses import dataclass, field
from itertools import product

from django.http import QueryDict
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils.datastructures import MultiValueDict
from wagtail.admin.views.bulk_action.registry import bulk_action_registry

_APP = re.compile(r"(content_type_)?app_(label|name)")
_MODEL = re.compile(r"(content_type_)?model_name")
_KEY = re.compile(r"pk|\w+_(id|pk)|revision_id_[ab]")
_PLACEHOLDER = re.compile(r"<(?:\w+:)?(\w+)>")
_GROUP = re.compile(r"\(\?P<(\w+)>[^)]*\)")


@dataclass(frozen=True)
class Address:
    """``name`` with its namespaces, the path with its ``arguments`` filled, and the route before that."""

    name: str
    path: str
    route: str
    arguments: dict[str, str] = field(default_factory=dict, compare=False)


class UnknownArgument(Exception):
    """An argument in the path of a new view, which the walk does not know how to fill."""


def addresses(key, kinds, words, prefix="admin/"):
    """All addresses that begin with ``prefix``, with ``key`` wherever the path takes one.

    ``kinds``: ``[(app, model)]`` to try where it takes a model. ``words``: ``{argument: values}`` of all others.
    """
    for name, route in patterns(get_resolver()):
        if not route.startswith(prefix):
            continue
        arguments = _GROUP.findall(route) or _PLACEHOLDER.findall(route)
        for values in _fillings(name, arguments, key, kinds, words):
            yield Address(name, filled(route, values), route, {each: values[each] for each in arguments})


def filled(route, values):
    """The path of ``route`` with ``values`` (``{argument: text}``) in the places of its arguments."""
    path = _GROUP.sub(lambda found: values[found[1]], route)
    path = _PLACEHOLDER.sub(lambda found: values[found[1]], path)
    return "/" + path.replace("^", "").replace("$", "").replace("\\", "")


def patterns(resolver, prefix="", space=""):
    for pattern in resolver.url_patterns:
        route = f"{prefix}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            yield from patterns(pattern, route, ":".join(filter(None, [space, pattern.namespace])))
        elif isinstance(pattern, URLPattern):
            yield ":".join(filter(None, [space, pattern.name or "?"])), route


def _fillings(name, arguments, key, kinds, words):
    if name == "wagtail_bulk_action":
        return _bulk_actions()
    app, model = (next(filter(each.fullmatch, arguments), None) for each in (_APP, _MODEL))
    others = [each for each in arguments if each not in (app, model)]
    values = [words[each] if each in words else [str(key)] for each in others]
    if unknown := [each for each in others if each not in words and not _KEY.fullmatch(each)]:
        raise UnknownArgument(f"{name}: {unknown}")
    filled = [dict(zip(others, each, strict=True)) for each in product(*values)]
    return [each | {app: kind[0], model: kind[1]} for each in filled for kind in (kinds if app else [("", "")])]


def _bulk_actions():
    bulk_action_registry._scan_for_bulk_actions()
    return [
        {"app_label": app, "model_name": model, "action": action}
        for app, models in bulk_action_registry.actions.items()
        for model, actions in models.items()
        for action in actions
    ]


class _Notes:
    """Notes the names that a view asks it for."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.asked = set()

    def get(self, name, default=None):
        self._note(name)
        return super().get(name, default)

    def getlist(self, name, default=None):
        self._note(name)
        return super().getlist(name, default)

    def __getitem__(self, name):
        self._note(name)
        return super().__getitem__(name)

    def __contains__(self, name):
        self._note(name)
        return super().__contains__(name)

    def _note(self, name):
        if hasattr(self, "asked"):
            self.asked.add(name)


class Noting(_Notes, QueryDict):
    """A query or a body that notes."""


class NotingFiles(_Notes, MultiValueDict):
    """The files of a body, which note."""


class NotesNames:
    """A middleware that hands the views a query, a body and files that note what they are asked for."""

    last = {}

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        query, body = Noting(request.GET.urlencode()), Noting(request.POST.urlencode())
        files = NotingFiles(request.FILES)
        request.GET, request._post, request._files = query, body, files
        NotesNames.last = {"get": query, "post": body, "files": files}
        return self.get_response(request)
