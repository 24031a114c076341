"""The short statements of a network's page, as lines: what it is, who sits in it and what it is related to."""

from django.utils.translation import get_language, gettext

from events.days.date_format import format_date, known
from networks.models.choices import Role, Status
from networks.models.related import related_bodies
from networks.restrictions.closed_paths import is_listed
from networks.translation import lend_words


def people(network, seats, contacts):
    """The lines that change with the day, of seats as they are seen and contact persons."""
    yield ", ".join(dict.fromkeys(seat.organisation.name for seat in seats))
    for seat in seats:
        yield _joined(_named(seat), _role(seat), seat.title, seat.organisation.name)
    for contact in contacts:
        yield _joined(contact.name, contact.title, contact.email, contact.phone)
    if contacts or network.contact_email:
        yield " ".join([gettext("kontaktperson").capitalize(), network.contact_email])


def _named(seat):
    if not seat.public_name:
        return gettext("Vakant") if seat.vacant else ""
    return f"{seat.public_name} ({seat.party})" if seat.party else seat.public_name


def _role(seat):
    """The role where the page says it: a member with a title is called by that."""
    plain = seat.role == Role.MEMBER
    return "" if plain and (seat.vacant or (seat.public_name and seat.title)) else seat.get_role_display()


def kind_and_areas(network):
    yield network.get_kind_display()
    yield ", ".join(area.name for area in lend_words(network.areas))


def labels(network, seats):
    """What the interface calls the network, its state and its members' roles."""
    yield network.get_kind_display()
    yield network.get_status_display()
    yield from dict.fromkeys(seat.get_role_display() for seat in seats)


def beginnings(network):
    """Who answers for it, when it began, what it was called, and whether it rests or has ended."""
    if network.responsible_authority:
        yield network.responsible_authority.name
    if network.start_date:
        yield _day(network.start_date)
    elif network.start_year:
        yield f"{network.get_start_season_display()} {network.start_year}"
    for earlier in network.earlier_names.all():
        yield " ".join([earlier.name, gettext("till och med"), str(earlier.until)]) if earlier.until else ""
    if network.status != Status.ACTIVE:
        yield _joined(network.get_status_display(), network.status_since and _day(network.status_since))


def asked_for(entries):
    """Documents that are only handed out on request, which have no rows of their own."""
    for entry in entries:
        number = entry.registry_number and " ".join([gettext("Diarienummer"), entry.registry_number])
        yield _joined(entry.title, number, entry.dated and _day(entry.dated))


def bonds(network):
    """``(lines, translation keys)`` of the networks that the page names, and how each is related to it.

    One query, two in another language. Whatever hides or renames one of them writes the row again: see
    ``search.signals``.
    """
    named = related_bodies(network)
    if network.successor and network.status != Status.ACTIVE and is_listed(network.successor):
        named.append((gettext("Arbetet fortsätter i"), lend_words([network.successor])))
    keys = sorted({str(page.translation_key) for _, pages in named for page in pages})
    return [f"{heading}: {', '.join(page.title for page in pages)}" for heading, pages in named], keys


def _day(day):
    return format_date(day, weekday=False, language=known(get_language()))


def _joined(*parts):
    return ", ".join(str(part) for part in parts if part)
