"""An exception in text, with where it was raised and of which type, but without what it says about somebody's data.

"Key (email)=(alva@example.org) already exists" and "invalid literal for int(): 'Alva'" are texts of exceptions. Only
those types keep theirs whose texts are about the code, the settings or the connection to the database.
"""

from traceback import FrameSummary, StackSummary, walk_tb

from django.core.exceptions import ImproperlyConfigured
from django.db import InterfaceError, OperationalError
from django.template import TemplateDoesNotExist, TemplateSyntaxError

from .masking import masked

_ABOUT_CODE = (
    AttributeError, ImportError, ImproperlyConfigured, InterfaceError, NameError, OperationalError,
    TemplateDoesNotExist, TemplateSyntaxError,
)  # fmt: skip
DEEPEST = 10  # exceptions of a chain, the last ones


def chain(error: BaseException | None) -> list[BaseException]:
    """``error`` after what it was raised from; the first cause first."""
    found: list[BaseException] = []
    while error is not None and len(found) < DEEPEST:
        found.append(error)
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return found[::-1]


def in_text(error: BaseException) -> str:
    """Several lines, as Python's own; the first cause first."""
    return "\n\n".join(_one(each) for each in chain(error))


def _one(error: BaseException) -> str:
    frames = "".join(StackSummary.extract(walk_tb(error.__traceback__), capture_locals=False).format())
    return f"{frames}{name(error)}" + (f": {text}" if (text := own_text(error)) else "")


def name(error: BaseException) -> str:
    kind = type(error)
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def own_text(error: BaseException) -> str:
    """The first line of what the exception says where that is about the code; the system's words of an OSError."""
    if isinstance(error, _ABOUT_CODE):
        return masked(str(error).partition("\n")[0])
    return error.strerror or "" if isinstance(error, OSError) and isinstance(error.strerror, str) else ""


def last_frame(error: BaseException) -> FrameSummary | None:
    frames = StackSummary.extract(walk_tb(error.__traceback__), lookup_lines=False)
    return frames[-1] if frames else None
