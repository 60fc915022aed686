"""Every kind of document that a training has on paper, in the order in which they are needed."""

from jobs.papers.kinds import NoOptions, PaperKind
from jobs.papers.lists import (
    ListOptions,
    make_collection,
    make_name_check,
    make_participants,
    make_register,
    register_as,
)
from jobs.papers.sheets import SheetOptions, make_sheet
from models.errors import UnknownPaper
from resources.words import N_

KINDS: tuple[PaperKind, ...] = (
    PaperKind(key="sheet", label=N_("Attendance sheet"), options=SheetOptions, make=make_sheet),
    PaperKind(key="names", label=N_("Name check"), options=NoOptions, make=make_name_check),
    PaperKind(key="participants", label=N_("Participants list"), options=ListOptions, make=make_participants),
    PaperKind(key="collection", label=N_("Collection of certificates"), options=NoOptions, make=make_collection),
    PaperKind(
        key="register",
        label=N_("Register of certificates"),
        options=NoOptions,
        make=make_register,
        others={ending: register_as(ending) for ending in (".xlsx", ".csv", ".json")},
    ),
)
BY_KEY = {one.key: one for one in KINDS}


def kind_of(key: str) -> PaperKind:
    """
    :raises UnknownPaper: when there is no such document
    """
    if key not in BY_KEY:
        raise UnknownPaper(document=key)
    return BY_KEY[key]
