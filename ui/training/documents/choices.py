"""What an option of a document can be that names a record of the training."""

from models.training.roster import Roster, sorting_key
from resources.words import Words


def choices_of(found: Roster, words: Words) -> dict[str, list[tuple[str, str]]]:
    """Option -> (value, as it is shown)."""
    days = sorted({one.day for one in found.sessions if one.day})
    people = [(one.enrolment.id, one.participant.name_in(words.language)) for one in found.attendees]
    institutions = {one.institution.id: words.of(one.institution) for one in found.attendees if one.institution}
    return {
        "day": [(str(day), f"{words.weekday(day)} {words.date(day)}") for day in days],
        "person": _by_name(people),
        "institution": _by_name(list(institutions.items())),
    }


def _by_name(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return sorted(pairs, key=lambda pair: sorting_key(pair[1]))
