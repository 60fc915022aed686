"""The sample training, end to end: what a new user sees first, and what proves that the whole chain works."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import resources
from documents.page import Progress, no_progress
from jobs.certificates.printing import print_certificates
from jobs.desk.registering import mark, register, walk_in
from jobs.lists.exporting import as_data, export
from jobs.lists.importing import import_list
from jobs.papers.printing import print_paper
from jobs.trainings.training_file import add_training
from models import opening
from models.people import proposals
from models.people.proposals import ProposalKind
from models.records import Participant, Training
from models.records.codes import MarkState, Role, Sex
from models.storage.files import write_whole
from models.storage.folder import exists
from models.store import Store
from models.training import roster
from resources.words import N_, words_for

REGISTER_NAME = "register"
LISTS = ("ministries.xlsx", "governorates-ar.xlsx", "coordination-ckb.xlsx", "ngos-cp1256.csv")
_WALK_IN = "Soran Aziz Kamal"
_TRAINERS = ("Maryam Nabil Salih", "Faris Akram Latif")
_TOO_FEW = (7, 23)  # in the order of the roster: they attend five sessions of eight
_LATE_EVERY, _ABSENT_EVERY = 11, 9
_HELD_AT_FIRST_LOOK = 6

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    rows: int
    people: int
    officials: int
    ngo_staff: int
    women: int
    men: int
    institutions: int
    nominated_twice: int
    certificates: int


STEPS = (
    N_("Making the training records"),
    N_("Adding programme, training and sessions"),
    N_("Importing the four nominee lists"),
    N_("Confirming the proposals"),
    N_("Registering people and marking attendance"),
    N_("Printing certificates and sheets"),
)


def run(folder: Path, say: Say) -> Summary:
    """Everything into a folder; an earlier demo there is replaced, other files stay."""
    register_folder = folder / REGISTER_NAME
    if exists(register_folder):
        shutil.rmtree(register_folder)
    say(STEPS[0])
    opened, _ = opening.create(register_folder)
    with opened:
        say(STEPS[1])
        training = sample_training(opened)
        say(STEPS[2])
        rows, twice = fill(opened, training, say)
        say(STEPS[5])
        summary = _write(opened, training, folder, rows, twice)
        opened.safekeeping.backup_if_due()
    return summary


def sample_training(opened: Store) -> Training:
    """The programme, the training and its eight sessions."""
    return add_training(opened, resources.path("sample", "training.json"))


def fill(opened: Store, training: Training, say: Say) -> tuple[int, int]:
    """Import, confirm, register and mark; (rows, people nominated twice)."""
    rows = sum(import_list(opened, resources.path("sample", name), training.id).rows for name in LISTS)
    say(STEPS[3])
    twice = _confirm(opened, ProposalKind.SAME_PERSON)
    _confirm(opened, ProposalKind.NAME)
    say(STEPS[4])
    _staff(opened, training)
    _attend(opened, training, len(roster.sessions_of(opened, training.id)))
    return rows, twice


def first_look(opened: Store, progress: Progress) -> Training:
    """The training after its third day, for somebody who looks at the program for the first time.

    The last day is still to come and the names made by rule wait for a yes, so that there is something to do.
    """
    training = sample_training(opened)
    for done, name in enumerate(LISTS):
        import_list(opened, resources.path("sample", name), training.id, progress=partial(_step, progress, done))
    progress(len(LISTS), len(LISTS) + 1)
    _confirm(opened, ProposalKind.SAME_PERSON)
    _staff(opened, training)
    _attend(opened, training, _HELD_AT_FIRST_LOOK, progress)
    return training


def _step(progress: Progress, lists_done: int, _done: int, _total: int) -> None:
    progress(lists_done, len(LISTS) + 1)


def _confirm(opened: Store, kind: ProposalKind) -> int:
    """Say yes to everything of a kind that waits; how many."""
    waiting = [one for one in proposals.waiting(opened) if one.kind is kind]
    proposals.accept(opened, *waiting)
    return len(waiting)


def _staff(opened: Store, training: Training) -> None:
    """Two trainers, and an assistant who walks in as observer."""
    for name, role in (*((name, Role.TRAINER) for name in _TRAINERS), (_WALK_IN, Role.OBSERVER)):
        person: Participant = proposals.confirmed(walk_in(name))
        register(opened, person, training.id, "", role=role)


def _attend(opened: Store, training: Training, held: int, progress: Progress = no_progress) -> None:
    """A fixed pattern: exactly two people come to five sessions, everybody else to six or more."""
    found = roster.load(opened, training.id)
    marks = []
    for place, attendee in enumerate(found.participants):
        missed = {2, 5, 6} if place in _TOO_FEW else {place % 8} if place % _ABSENT_EVERY == 4 else set()
        for number, session in enumerate(found.sessions[:held]):
            is_late = (place + number) % _LATE_EVERY == 3
            state = MarkState.ABSENT if number in missed else MarkState.LATE if is_late else MarkState.PRESENT
            marks.append((attendee, session.id, state))
    mark(opened, marks, progress)


def _write(opened: Store, training: Training, folder: Path, rows: int, twice: int) -> Summary:
    english = words_for("en")
    certificates = print_certificates(opened, training.id, folder / "certificates.pdf").certificates
    print_paper(opened, training.id, "sheet", folder / "attendance-sheet.pdf", english)
    found = roster.load(opened, training.id)
    export(opened, found, folder / "participants.xlsx", english)
    export(opened, found, folder / "participants.csv", english)
    _write_json(folder / "training.json", as_data(found))
    people = found.participants
    kinds = [one.institution.kind for one in people if one.institution]
    summary = Summary(
        rows=rows,
        people=len(people),
        officials=sum(kind.is_official for kind in kinds),
        ngo_staff=sum(kind.value == "ngo" for kind in kinds),
        women=sum(one.participant.sex is Sex.FEMALE for one in people),
        men=sum(one.participant.sex is Sex.MALE for one in people),
        institutions=len({one.institution.id for one in people if one.institution}),
        nominated_twice=twice,
        certificates=len(certificates),
    )
    _write_json(folder / "summary.json", {name: getattr(summary, name) for name in Summary.__slots__})
    return summary


def _write_json(path: Path, data: object) -> None:
    write_whole(path, json.dumps(data, ensure_ascii=False, indent=1).encode("utf-8"))
