"""Further ways to preview an event, registered with Wagtail's hook ``event_preview_mode``."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from wagtail import hooks


@dataclass(frozen=True)
class PreviewMode:
    """``name`` is the mode's in Wagtail's address; ``context`` gives what ``template`` shows of an event as edited."""

    name: str
    label: str
    template: str
    context: Callable[[Any], dict[str, Any]]


def registered_previews():
    """``{name: PreviewMode}``. A hook takes nothing and gives a mode."""
    modes = [make() for make in hooks.get_hooks("event_preview_mode")]
    return {mode.name: mode for mode in modes}
