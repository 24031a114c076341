"""What two people's changes make together may be wrong though each of them was right."""

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext as _


def fault_of(instance):
    """What is wrong with the two changes together, in words; "" if nothing is."""
    try:
        instance.full_clean()
    except ValidationError as error:
        faults = error.message_dict
        own = faults.pop(NON_FIELD_ERRORS, [])
        named = [f"{instance._meta.get_field(name).verbose_name}: {' '.join(texts)}" for name, texts in faults.items()]
        return " ".join([_("Tillsammans med det som någon annan har sparat blir det fel."), *own, *named])
    return ""
