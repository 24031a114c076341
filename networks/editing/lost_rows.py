"""Lets a form be read whose rows somebody else has meanwhile taken away from the database."""

from dataclasses import replace


def without_lost_keys(seen, data, formsets):
    """``(seen, data)`` without the primary keys of rows that are gone, which Wagtail's formsets would refuse.

    ``data`` is what the browser sent, ``formsets`` are the form's by the name of their list.
    """
    content, data = dict(seen.content), data.copy()
    for name, formset in formsets.items():
        lost = _lost(formset.model, content.get(name, []))
        content[name] = [row | {"pk": None} if row["pk"] in lost else row for row in content.get(name, [])]
        for field in [field for field in data if field.startswith(f"{name}-") and field.endswith("-id")]:
            if data[field] in {str(key) for key in lost}:
                data[field] = ""
    return replace(seen, content=content), data


def _lost(model, rows):
    keys = {row["pk"] for row in rows} - {None}
    return keys - set(model._default_manager.filter(pk__in=keys).values_list("pk", flat=True)) if keys else set()
