"""What the walk through every address of the site fills the arguments of paths with."""

from wagtail.contrib.settings.registry import registry as settings_registry
from wagtail.snippets.models import get_snippet_models

KINDS = [
    ("events", "eventpage"),
    ("networks", "networkpage"),
    *((model._meta.app_label, model._meta.model_name) for model in [*get_snippet_models(), *settings_registry]),
]
WORDS = {
    "action_name": ["delete"], "filter_spec": ["width-100"], "mode": ["x"], "uidb64": ["x"], "token": ["x"],
    "text": ["x"], "name": ["x"], "feed": ["regionen"], "rest": ["x"], "language": ["sv"], "digest": ["x"],
    "document_filename": ["x"], "uidb36": ["x"],
}  # fmt: skip
