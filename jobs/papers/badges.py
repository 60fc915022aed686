"""Badges, labels and table signs: for everybody, or for those who have none yet."""

import json
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import BinaryIO

import resources
from documents import badges
from documents.badges import Badge, BadgeSheet
from documents.page import Colour, Progress, colour_of
from jobs.attendance.signatures import photos
from jobs.papers.kinds import Made, Material
from models.badges import badge_number
from models.errors import NothingToPrint
from models.paper import Orientation, PaperSize, page_size
from models.records.codes import Role
from models.store import Store
from models.training.roster import Attendee, Roster
from resources.words.codes import code_word

_COLOURS = {
    Role.PARTICIPANT: "#17305c",
    Role.TRAINER: "#7a1f2b",
    Role.OBSERVER: "#616b7a",
    Role.INTERPRETER: "#0f5b66",
    Role.ORGANISER: "#8a6414",
    Role.GUEST: "#1d6b3c",
}


class BadgeFormat(StrEnum):
    """The keys of ``resources/paper/badges.json``."""

    A6 = "a6"
    NAME_90 = "90x54"
    NAME_85 = "85x54"
    AVERY_L7160 = "L7160"
    AVERY_L7163 = "L7163"
    AVERY_5160 = "5160"
    AVERY_5395 = "5395"


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgeOptions:
    badge_format: BadgeFormat = BadgeFormat.A6
    only_new: bool = False
    """Those who are on no badge that was printed before."""
    skip: int = 0
    """Labels of the first sheet that were used before."""
    with_code: bool = True
    with_outlines: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOptions:
    only_new: bool = False


@cache
def formats() -> dict[str, BadgeSheet]:
    rows = json.loads(resources.path("paper", "badges.json").read_text(encoding="utf-8"))
    return {row["key"]: BadgeSheet(**row) for row in rows}


def make_badges(material: Material, options: BadgeOptions) -> Made:
    """
    :raises NothingToPrint: when there is nobody, or nobody new
    """
    people = _people(material, "badges", only_new=options.only_new)
    sheet = formats()[options.badge_format]
    size = page_size(PaperSize(sheet.paper), Orientation.PORTRAIT)
    faces = (
        photos(material.store, [one.participant.id for one in people]) if material.found.training.takes_photos else {}
    )
    made = [
        replace(_badge(material, one, with_code=options.with_code), photo=faces.get(one.participant.id, b""))
        for one in people
    ]
    logo = material.picture(material.issuer.logo_id)

    def draw(stream: BinaryIO, progress: Progress) -> None:
        badges.render(
            stream, made, sheet, size, material.title, material.words, progress,
            logo=logo, skip=options.skip % (sheet.columns * sheet.rows), with_outlines=options.with_outlines,
        )  # fmt: skip

    return Made(draw=draw, row_ids=tuple(one.enrolment.id for one in people))


def make_signs(material: Material, options: SignOptions) -> Made:
    """
    :raises NothingToPrint: when there is nobody, or nobody new
    """
    people = _people(material, "signs", only_new=options.only_new)
    made = [_badge(material, one, with_code=False) for one in people]
    size = material.size(Orientation.LANDSCAPE)

    def draw(stream: BinaryIO, progress: Progress) -> None:
        badges.render_signs(stream, made, size, material.title, material.words, progress)

    return Made(draw=draw, row_ids=tuple(one.enrolment.id for one in people))


def new_people(store: Store, found: Roster, document: str = "badges") -> list[Attendee]:
    """Those who are expected or have come, and are on no badge that was printed before."""
    papers = [one for one in store.papers.where(training_id=found.training.id) if one.document == document]
    had = {row for one in papers for row in one.row_ids}
    return [one for one in found.attendees if not one.is_gone and not had & set(one.enrolment_ids)]


def _people(material: Material, document: str, *, only_new: bool) -> list[Attendee]:
    """By name, those who are expected or have come."""
    if only_new:
        people = new_people(material.store, material.found, document)
    else:
        people = [one for one in material.found.attendees if not one.is_gone]
    named = tuple(one for one in people if material.name(one))
    if not named:
        raise NothingToPrint()
    return material.by_name(named)


def _badge(material: Material, one: Attendee, *, with_code: bool) -> Badge:
    colour: Colour = colour_of(_COLOURS[one.enrolment.role])
    latin, arabic = one.participant.printed_latin, one.participant.printed_arabic
    return Badge(
        name=latin or arabic,
        other_name=arabic if latin else "",
        institution=material.institution(one),
        role="" if "role" in one.enrolment.unread else code_word(material.words, "role", one.enrolment.role),
        colour=colour,
        code=badge_number(one.enrolment.id) if with_code else "",
    )
