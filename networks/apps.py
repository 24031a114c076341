from django.apps import AppConfig


class NetworksConfig(AppConfig):
    name = "networks"
    verbose_name = "Nätverk"

    def ready(self):
        # Imported here because these modules need the models.
        from . import signals  # noqa: F401 - connects its receivers
        from .bin import files
        from .consent import receivers as consent  # noqa: F401 - connects its receivers
        from .copying import aliases, histories, identities, old_aliases
        from .editing import comparing, tabs
        from .people import receivers as people
        from .pictures import receivers as pictures
        from .publication import live_version, publisher, wagtail_verbs
        from .restrictions import closed_paths, counterparts
        from .rights import (
            held_fields,
            held_forms,
            held_saves,
            locks,
            receivers,
            shown_titles,
            testers,
            translated_values,
            whose_request,
            within_reach,
        )
        from .translation import live_words, withdrawing  # noqa: F401 - connects its receivers
        from .trees import keeping, repairing
        from .writing import elements, refused, rows, size, unreadable

        refused.connect()
        rows.connect()
        size.connect()
        elements.connect()
        unreadable.connect()
        files.connect()
        keeping.connect()
        repairing.connect()
        aliases.connect()
        identities.connect()
        histories.connect()
        old_aliases.connect()
        tabs.connect()
        comparing.connect()
        closed_paths.connect()
        counterparts.connect()
        receivers.connect()
        testers.connect()
        locks.connect()
        held_forms.connect()
        held_fields.connect()
        held_saves.connect()
        translated_values.connect()
        within_reach.connect()
        shown_titles.connect()
        whose_request.connect()
        people.connect()
        pictures.connect()
        live_words.connect()
        live_version.connect()
        wagtail_verbs.connect()
        publisher.connect()
