"""The agenda, and who was in which session, as the window shows it."""

from itertools import groupby
from typing import BinaryIO

from documents import listing
from documents.grid import Column, Row, number_width
from documents.listing import Listing
from documents.page import Progress
from jobs.papers.kinds import Made, Material, NoOptions
from models.errors import NothingToPrint
from models.paper import Orientation
from models.records import Session
from models.records.codes import MarkState, Role
from models.training.roster import Attendee
from resources.words.codes import code_word

_SIDES = 20.0
_TIME, _TRAINERS = 30.0, 46.0
_NAME, _INSTITUTION, _TOTAL, _CELL = 50.0, 62.0, 15.0, 18.0
_MOST_SESSIONS = 20
"""Beside each other; more follow in another table."""


def make_agenda(material: Material, options: NoOptions) -> Made:
    """
    :raises NothingToPrint: when the training has no sessions
    """
    words, held = material.words, _held(material)
    if not held:
        raise NothingToPrint()
    trainers = {one.id: _trainers(one, material) for one in held}
    size = material.size(Orientation.PORTRAIT)
    room = size[0] - _SIDES - _TIME
    columns = [Column(words.say("Time"), _TIME), Column(words.say("Topic"), room)]
    if any(trainers.values()):
        columns[1:] = [
            Column(words.say("Topic"), room - _TRAINERS),
            Column(words.say("Trainers"), _TRAINERS),
        ]
    rows: list[Row] = []
    for day, sessions in groupby(held, key=lambda one: one.day):
        rows.append(Row((words.full_date(day) if day else "–",), is_heading=True))
        for one in sessions:
            time = words.number(f"\u2066{one.start}–{one.end}\u2069") if one.start else ""
            rows.append(Row((time, words.of(one, "title"), trainers[one.id])[: len(columns)]))
    training = material.found.training
    dates = words.date_range(training.start, training.end or training.start) if training.start else ""
    made = Listing(
        title=words.say("Agenda"),
        training=material.title,
        lead="  ·  ".join(filter(None, (material.place, dates))),
        columns=tuple(columns),
        rows=tuple(rows),
        row_height=11.0,
        letters=10.5,
        size=size,
    )
    return _made(material, [made])


def _trainers(session: Session, material: Material) -> str:
    found = [one for one in material.found.in_role(Role.TRAINER) if {*one.enrolment_ids} & {*session.trainer_ids}]
    return material.words.listed(material.name(one) for one in found)


def make_overview(material: Material, options: NoOptions) -> Made:
    """
    :raises NothingToPrint: when there is nobody, or no session
    """
    held = _held(material)
    people = [one for one in material.by_name(material.found.attendees) if one.counts]
    people += [one for one in material.by_name(material.found.attendees) if not one.counts]
    if not held or not people:
        raise NothingToPrint()
    tables = [
        _overview(material, people, held[begin : begin + _MOST_SESSIONS])
        for begin in range(0, len(held), _MOST_SESSIONS)
    ]
    return _made(material, tables, tuple(one.enrolment.id for one in people), tuple(one.id for one in held))


def _overview(material: Material, people: list[Attendee], sessions: list[Session]) -> Listing:
    words = material.words
    size = material.size(Orientation.LANDSCAPE)
    narrow = number_width(len(people))
    room = size[0] - _SIDES - narrow - _TOTAL
    has_institution = room - _NAME - _INSTITUTION >= len(sessions) * _CELL * 0.7
    texts = room - min(len(sessions) * _CELL, room - _NAME - (_INSTITUTION if has_institution else 0))
    institution = texts * _INSTITUTION / (_NAME + _INSTITUTION) if has_institution else 0.0
    columns = [
        Column(words.say("No."), narrow, is_centred=True),
        Column(words.say("Name"), texts - institution),
        Column(words.say("Institution"), institution),
        *(Column(_head(one, material), (room - texts) / len(sessions), is_centred=True) for one in sessions),
        Column(words.say("Total"), _TOTAL, is_centred=True),
    ]
    rows = [
        [
            words.number(number),
            material.name(one) or one.participant.name_in(words.language),
            material.institution(one),
            *(_letter(one, session, material) for session in sessions),
            words.number(f"\u2066{one.verdict.attended}/{one.verdict.held}\u2069"),
        ]
        for number, one in enumerate(people, start=1)
    ]
    if not has_institution:
        for cells in (columns, *rows):
            del cells[2]  # type: ignore[attr-defined]
    states = [state for state in MarkState if state]
    return Listing(
        title=words.say("Attendance"),
        training=material.title,
        lead="   ".join(
            f"{code_word(words, 'mark_letter', one)} {code_word(words, 'mark_state', one)}" for one in states
        ),
        columns=tuple(columns),
        rows=tuple(Row(tuple(cells)) for cells in rows),
        row_height=6.6,
        letters=8.5,
        size=size,
        note=words.say("Personal data: pass this list on only to those for whom it was printed."),
    )


def _letter(one: Attendee, session: Session, material: Material) -> str:
    return code_word(material.words, "mark_letter", one.mark_in(session.id))


def _head(session: Session, material: Material) -> str:
    day = f"{session.day.day}/{session.day.month}" if session.day else ""
    return material.words.number(f"{day}\n{session.start}".strip())


def _held(material: Material) -> list[Session]:
    return [one for one in material.found.sessions if not one.cancelled]


def _made(
    material: Material, tables: list[Listing], row_ids: tuple[str, ...] = (), session_ids: tuple[str, ...] = ()
) -> Made:
    def draw(stream: BinaryIO, progress: Progress) -> None:
        listing.render_all(stream, tables, material.words, progress)

    return Made(draw=draw, row_ids=row_ids, session_ids=session_ids)
