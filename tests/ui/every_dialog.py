"""A way into every dialog of the program, also those that need a printer, a conflict or a printed page."""

import importlib
import pkgutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QDialog

import ui
from jobs.attendance.scans import sheet_pages
from jobs.certificates.printing import PrintOrder
from jobs.desk.finding import deputies
from jobs.desk.registering import walk_in
from jobs.papers.printing import print_paper
from models.opening import create
from models.paper import Orientation, PaperSize
from models.records import Institution, Participant, SamePerson
from models.records.devices import same_person_id
from ui import tour
from ui.kiosk.kiosk import Kiosk
from ui.opening.restoring import RestoreDialog
from ui.people.conflicts import ConflictsDialog
from ui.people.joining import SeparateDialog
from ui.printers.calibration import CalibrationDialog
from ui.printers.feeding import FeedingDialog
from ui.printers.printer import Sending
from ui.printers.simple import PrinterDialog
from ui.settings.keys import KeysDialog
from ui.training.attendance.keying import KeyingDialog
from ui.training.desk.new_or_known import NewOrKnownDialog
from ui.widgets.dialogs import Dialog
from ui.window.program import Program

LONG = "Muhammad Abdulrahman Abdulkarim Salahuddin Al-Jaff"
Ways = dict[str, Callable[[], QDialog]]


def classes() -> set[type[Dialog]]:
    """Every class of dialogs that somebody can meet."""
    for module in pkgutil.walk_packages(ui.__path__, "ui."):
        importlib.import_module(module.name)
    found, waiting = set(), [Dialog]
    while waiting:
        below = waiting.pop().__subclasses__()
        found |= {one for one in below if not one.__subclasses__()}
        waiting += below
    return found


def prepare(program: Program, scratch: Path) -> None:
    """What the register must hold: a conflict, a printed page, two long names that may be one person."""
    store = program.workplace.store
    training = store.trainings.all()[0]
    print_paper(store, training.id, "sheet", scratch / "sheet.pdf", program.words)
    one, other = Participant(id="one", name_latin=LONG), Participant(id="other", name_latin=f"{LONG} Al-Barwari")
    link = SamePerson(id=same_person_id(*"ab"), first_id=one.id, second_id=other.id, likeness=91, because="name")
    with store.step() as step:
        step.add(one, other, link)
    edited = store.institutions.all()[0].id
    with create(scratch / "elsewhere")[0] as other:
        other.receive(store.changes())
        with other.step() as step:
            step.change(Institution, edited, {"removed": True})
        with store.step() as step:
            step.change(Institution, edited, {"incomplete": True})
        store.receive(other.changes())


def ways(program: Program, scratch: Path) -> Ways:
    """A name for each, and what makes it; of a register that is prepared."""
    workplace, window = program.workplace, program.window
    training = workplace.store.trainings.all()[0]
    roster = workplace.roster(training.id)
    new = walk_in(roster.participants[0].participant.name_latin)
    sending = Sending(printer="Office")
    paper = (PaperSize.A4, Orientation.LANDSCAPE)
    page = sheet_pages(workplace.store, roster)[0]
    backup, target = scratch / "none.sijil", scratch / "restored"
    return tour.dialogs(program, training.id) | {
        "restore": lambda: RestoreDialog(program.words, program.theme, backup, target, lambda _: None, window),
        "conflicts": lambda: ConflictsDialog(workplace, window),
        "separate": lambda: SeparateDialog(workplace, roster.participants[0].participant, window),
        "calibration": lambda: CalibrationDialog(workplace, sending, *paper, window),
        "feeding": lambda: FeedingDialog(
            workplace, training.id, PrintOrder(), sending, list(roster.participants), window
        ),
        "printer": lambda: PrinterDialog(workplace, "Badges", lambda store, progress: b"", window),
        "kiosk": lambda: Kiosk(workplace, training.id, roster.sessions[0].id, window),
        "new_or_known": lambda: NewOrKnownDialog(
            program.words, new, deputies(workplace.store, roster, new), lambda _: None, window
        ),
        "keys": lambda: KeysDialog(workplace, window),
        "keying": lambda: KeyingDialog(workplace, training.id, page, window),
    }


def close(dialog: QDialog) -> None:
    """As somebody would; the kiosk lets nobody close it."""
    dialog.leave() if isinstance(dialog, Kiosk) else dialog.close()
