"""The attendance sheet: who signs, in which sessions, with which columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import BinaryIO

from documents.attendance_sheet import (
    AttendanceSheet,
    LaidOutSheet,
    SheetColumn,
    SheetGroup,
    SheetPart,
    SheetRow,
    SheetSession,
)
from documents.page import Progress
from jobs.attendance.page_codes import page_text
from jobs.papers.kinds import Made, Material, PersonColumn
from jobs.papers.people import SHARES, column_title, person_text, without_institution
from models.errors import NothingToPrint
from models.paper import Orientation
from models.records import Session
from models.records.codes import Role
from models.training import counts
from models.training.roster import Attendee


class SheetSpan(StrEnum):
    DAYS = "days"
    """One set of pages per day."""
    WHOLE = "whole"


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetOptions:
    span: SheetSpan = SheetSpan.DAYS
    day: str = ""
    """Only this one, such as ``2015-09-13``."""
    orientation: Orientation = Orientation.LANDSCAPE
    columns: tuple[PersonColumn, ...] = (PersonColumn.NAME, PersonColumn.INSTITUTION, PersonColumn.POSITION)
    by_institution: bool = False
    blank_rows: int = 4
    """For people who walk in."""
    one_signature: bool = False
    """A column to sign for all sessions."""
    with_code: bool = True


def make_sheet(material: Material, options: SheetOptions) -> Made:
    """
    :raises NothingToPrint: when the training has no sessions
    """
    options = without_institution(options)
    parts = _parts(material, options)
    if not parts:
        raise NothingToPrint()
    groups, rows = _groups(material, options)
    sheet = _sheet(material, options, tuple(part for part, _ in parts), groups)
    laid_out = _Pages(sheet, material)
    sessions = [" ".join(one.id for one in parts[page.part][1]) for page in laid_out.pages]

    def draw(stream: BinaryIO, progress: Progress) -> None:
        laid_out.draw(stream, sessions if options.with_code else None, progress)

    return Made(
        draw=draw,
        session_ids=tuple(one.id for _, held in parts for one in held),
        row_ids=rows,
        page_rows=tuple(page.rows for page in laid_out.pages),
        page_sessions=tuple(sessions),
    )


class _Pages:
    """The pages are laid out once to know them, and drawn when there is somewhere to draw."""

    def __init__(self, sheet: AttendanceSheet, material: Material) -> None:
        self._sheet, self._material = sheet, material
        self._laid_out = LaidOutSheet(sheet, material.words)
        self.pages = self._laid_out.pages

    def draw(self, stream: BinaryIO, sessions: Sequence[str] | None, progress: Progress) -> None:
        training = self._material.found.training

        def code(page: int) -> str:
            return page_text(self._material.code, page, training.code) if sessions is not None else ""

        self._laid_out.draw(stream, code, progress)


def _sheet(
    material: Material, options: SheetOptions, parts: tuple[SheetPart, ...], groups: tuple[SheetGroup, ...]
) -> AttendanceSheet:
    words, found = material.words, material.found
    return AttendanceSheet(
        programme=words.of(found.programme, "title"),
        contract_number=found.programme.contract_number,
        title=material.title,
        place=material.place,
        funding=words.of(found.programme, "funding"),
        size=material.size(options.orientation),
        columns=tuple(SheetColumn(column_title(one, words), SHARES[one]) for one in options.columns),
        groups=groups,
        parts=parts,
        pictures=(material.picture(material.issuer.logo_id), material.picture(found.programme.emblem_id)),
        has_signature=options.one_signature,
    )


def _parts(material: Material, options: SheetOptions) -> list[tuple[SheetPart, list[Session]]]:
    words = material.words
    held = [one for one in material.found.held_sessions if one.day]
    held = [one for one in held if not options.day or str(one.day) == options.day]
    if not held:
        return []
    if options.span is SheetSpan.WHOLE:
        first, last = held[0].day, held[-1].day
        assert first is not None
        assert last is not None
        heads = tuple(SheetSession(_short_head(one, material)) for one in held)
        return [(SheetPart(when=words.date_range(first, last), sessions=heads), held)]
    made = []
    for day, sessions in groupby(held, key=lambda one: one.day):
        assert day is not None
        own = list(sessions)
        heads = tuple(SheetSession(words.number(f"{one.start}–{one.end}"), words.of(one, "title")) for one in own)
        made.append((SheetPart(when=words.full_date(day), sessions=heads), own))
    return made


def _short_head(session: Session, material: Material) -> str:
    """Day and hour, for narrow columns."""
    day = session.day
    date = f"{day.day}/{day.month}" if day else ""
    return material.words.number(f"{date}\n{session.start}")


def _groups(material: Material, options: SheetOptions) -> tuple[tuple[SheetGroup, ...], tuple[str, ...]]:
    """What stands on the sheet, and the enrolments of the numbered rows."""
    words, found = material.words, material.found
    people = material.by_institution(counts.taking_part(found))
    groups: list[SheetGroup] = []
    if options.by_institution:
        for name, members in groupby(people, key=material.institution):
            heading = name or words.say("Institution not known")
            groups.append(SheetGroup(tuple(_row(material, options, one) for one in members), heading))
    else:
        groups.append(SheetGroup(tuple(_row(material, options, one) for one in people)))
    blank = SheetRow(("",) * len(options.columns))
    heading = words.say("Others") if options.by_institution else ""
    if options.blank_rows:
        groups.append(SheetGroup((blank,) * options.blank_rows, heading))
    trainers = found.in_role(Role.TRAINER)
    others = [one for one in found.attendees if not one.counts and not one.is_gone and one not in trainers]
    if others:
        rows = tuple(_row(material, options, one) for one in others)
        groups.append(SheetGroup(rows, words.say("Also present"), is_numbered=False))
    rows = tuple(_row(material, options, one) for one in trainers) + (blank,) * max(1, 2 - len(trainers))
    groups.append(SheetGroup(rows, words.say("Trainers"), is_numbered=False))
    ids = tuple(one.enrolment.id for one in people) + ("",) * options.blank_rows
    return tuple(groups), ids


def _row(material: Material, options: SheetOptions, one: Attendee) -> SheetRow:
    return SheetRow(tuple(person_text(column, one, material) for column in options.columns))
