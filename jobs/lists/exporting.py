"""The participants of a training as a table, and the whole training as plain data."""

from pathlib import Path
from typing import Any

from exchange import tables
from exchange.tables import Cell
from jobs.in_words import cell, choice, mark
from jobs.trainings.own_questions import label, questions_of
from models.errors import UnknownFormat
from models.fields import Record, Use, fields_of
from models.records import Certificate, Enrolment, Institution, Participant
from models.storage.files import write_whole
from models.store import Store
from models.training.roster import Attendee, Roster
from resources.words import Words
from resources.words.fields import field_word


def export(store: Store, found: Roster, path: Path, words: Words) -> int:
    """Write the participants table, its kind by the file's ending; the number of people.

    :raises UnknownFormat: and nothing is written
    """
    if not tables.is_supported(path):
        raise UnknownFormat(ending=path.suffix)
    questions = questions_of(store, found.programme.id)
    headings = [*_headings(words, found), *(label(one, words) for one in questions)]
    rows = [
        [*_row(number, one, found, words), *(one.answers.get(asked.id, "") for asked in questions)]
        for number, one in enumerate(found.attendees, start=1)
    ]
    title = words.say("Participants")
    content = tables.encode(path.suffix.casefold(), title, headings, rows, rtl=words.is_rtl)
    write_whole(path, content)
    return len(rows)


def _headings(words: Words, found: Roster) -> list[str]:
    return [
        words.say("No."),
        *(field_word(words, Participant.KIND, field.name) for field in fields_of(Participant, Use.TABLE)),
        *(field_word(words, Enrolment.KIND, field.name) for field in fields_of(Enrolment, Use.TABLE)),
        field_word(words, Institution.KIND, "kind"),
        *(f"{one.day} {one.start}" for one in found.sessions),
        words.say("Sessions attended"),
        field_word(words, Certificate.KIND, "number"),
    ]


def _row(number: int, one: Attendee, found: Roster, words: Words) -> list[Cell]:
    person, enrolment, institution = one.participant, one.enrolment, one.institution
    name = words.of(institution) if institution else ""
    return [
        number,
        *(cell(field, person, words) for field in fields_of(Participant, Use.TABLE)),
        *(
            name if field.name == "institution_id" else cell(field, enrolment, words)
            for field in fields_of(Enrolment, Use.TABLE)
        ),
        choice(institution or Institution(id=""), "kind", words),
        *(mark(one, session, words) for session in found.sessions),
        one.verdict.attended,
        one.numbers,
    ]


def as_data(found: Roster) -> dict[str, Any]:
    """A training as ``show --json`` prints it."""
    training = found.training
    return {
        "id": training.id,
        "code": training.code,
        **training.title.kept("title"),
        "start": training.start.isoformat() if training.start else None,
        "end": training.end.isoformat() if training.end else None,
        "hours": training.hours,
        "place": training.place,
        "participants": [_attendee_data(one) for one in found.attendees],
        "sessions": [
            {
                "id": one.id,
                "day": one.day.isoformat() if one.day else None,
                "start": one.start,
                "end": one.end,
                "title_en": one.title["en"],
                "cancelled": one.cancelled,
            }
            for one in found.sessions
        ],
    }


def _attendee_data(one: Attendee) -> dict[str, Any]:
    person = one.participant
    return {
        "id": person.id,
        "role": _plain(one.enrolment, "role"),
        "name_latin": person.name_latin,
        "name_arabic": person.name_arabic,
        "names_confirmed": not person.has_open_name,
        "sex": _plain(person, "sex"),
        "institution": one.institution.name.first if one.institution else "",
        "phone": person.phone,
        "birth_year": person.birth_year,
        "sessions_attended": one.verdict.attended,
        "certificate": one.certificate.number if one.certificate else None,
    }


def _plain(record: Record, name: str) -> Any:
    """A choice as it is stored; None where a newer version chose what this one does not know."""
    return None if name in record.unread else str(getattr(record, name))
