"""What an option of a document can be that names a record of the training."""

from models.sorting import choices_in_order
from models.training.roster import Roster
from resources.words import Words


def choices_of(found: Roster, words: Words) -> dict[str, list[tuple[str, str]]]:
    """Option -> (value, as it is shown)."""
    days = sorted({one.day for one in found.sessions if one.day})
    people = [(one.enrolment.id, one.participant.name_in(words.language)) for one in found.attendees]
    institutions = {one.institution.id: words.of(one.institution) for one in found.attendees if one.institution}
    return {
        "day": [(str(day), f"{words.weekday(day)} {words.date(day)}") for day in days],
        "person": choices_in_order(people, words.language),
        "institution": choices_in_order(institutions.items(), words.language),
    }
