"""A walk through every page and dialog of the window: for pictures, tests and the self-test of a built program."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

import resources
from jobs.certificates import designs
from jobs.certificates.printing import PrintOrder
from jobs.people.directory import newest
from jobs.people.erasing import count_open, note_request
from models import opening
from models.records import CertificateDesign, Participant
from models.wall_clock import today_here
from resources.words import LANGUAGES
from ui.designs.designer import DesignerDialog
from ui.designs.gallery import DesignsDialog
from ui.designs.pictures import PicturesDialog
from ui.designs.wordings import WordingsDialog
from ui.help import log
from ui.help.crash import CrashDialog
from ui.help.guide import Guide
from ui.kiosk.kiosk import Kiosk
from ui.looks import theme
from ui.opening.welcome import WelcomeView
from ui.people.erasure import ErasureDialog
from ui.people.joining import JoinDialog
from ui.people.signing import SignDialog
from ui.people.waiting import WaitingDialog
from ui.preferences import Preferences
from ui.printers.dialog import PrintDialog
from ui.settings.about import AboutDialog
from ui.settings.safety import PassphraseDialog
from ui.settings.verifying import VerifyDialog
from ui.training.attendance.signed_sheets import SignedSheetsDialog
from ui.training.day import CloseDialog, PrepareDialog
from ui.training.desk.missing import MissingDialog
from ui.training.documents.given_out import GivenOutDialog
from ui.training.participants.importing import ImportDialog
from ui.training.view import TABS
from ui.window.program import Program
from ui.window.where import Where

_NAME = "HIJRA AMINA"
_ROUNDS = 4
_CHOSEN = 8  # an element of the design, for the picture


def settle(program: Program, wait: int = 0) -> None:
    """Until nothing that was set going runs any more, and what was left is gone.

    :param wait: milliseconds for what begins when nobody types any more
    """
    if wait:
        pause = QEventLoop()
        QTimer.singleShot(wait, pause.quit)
        pause.exec()
    _sweep()
    for _ in range(_ROUNDS):  # what a layout asks for while events are handled waits for the next round
        QApplication.processEvents()
    while program.store is not None and program.workplace.background.is_busy:
        loop = QEventLoop()
        program.workplace.background.ended.connect(loop.quit)
        loop.exec()
        QApplication.processEvents()
    _sweep()


def _sweep() -> None:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # elsewhere app.exec does it


def first_run(program: Program) -> Iterator[tuple[str, QWidget]]:
    """What somebody sees who has no records yet: (name, what to look at)."""
    window = program.window
    program.start()
    yield "welcome", window
    view = window.centralWidget()
    assert isinstance(view, WelcomeView)
    view.show_protection(asks_issuer=True)
    yield "new", window
    with tempfile.TemporaryDirectory() as scratch:
        opened, code = opening.create(Path(scratch) / "register", "correct horse")
        view.show_recovery_code(opened, code)
        yield "recovery", window
        opened.close()


def main_view(program: Program) -> Iterator[tuple[str, QWidget]]:
    """Every page of the main view and its dialogs; the records hold a training."""
    window, shell = program.window, program.shell
    training_id = program.workplace.store.trainings.all()[0].id
    shell.go(Where("trainings"))
    settle(program)
    yield "trainings", window
    for tab in TABS:
        shell.go(Where("trainings", training_id, tab))
        settle(program)
        yield tab, window
    yield from _dialogs(program, training_id)
    for section in ("people", "settings"):
        shell.go(Where(section))
        settle(program)
        yield section, window


def dialogs(program: Program, training_id: str) -> dict[str, Callable[[], QDialog]]:
    """A name for each, and what makes it."""
    window, workplace, words = program.window, program.workplace, program.words
    training = workplace.store.trainings.get(training_id)
    trace = log.report(program.version, KeyError, None)
    return {
        "designs": lambda: DesignsDialog(workplace, training_id, window),
        "designer": lambda: _designing(program, training_id),
        "print": lambda: PrintDialog(workplace, training_id, PrintOrder(early=True), window),
        "prepare": lambda: PrepareDialog(workplace, training_id, window),
        "close": lambda: CloseDialog(workplace, training_id, window),
        "missing": lambda: MissingDialog(workplace, training_id, window),
        "signed": lambda: SignedSheetsDialog(workplace, training_id, window),
        "given_out": lambda: GivenOutDialog(workplace, training_id, window),
        "wordings": lambda: WordingsDialog(workplace, training.programme_id, training.certificate_kind, window),
        "pictures": lambda: PicturesDialog(workplace, training_id, window),
        "import": lambda: _importing(program, training_id),
        "waiting": lambda: WaitingDialog(workplace, window),
        "passphrase": lambda: PassphraseDialog(workplace, lambda: None, window),
        "verify": lambda: _checked(program),
        "about": lambda: AboutDialog(words, program.theme, program.version, window),
        "crash": lambda: CrashDialog(words, trace, window),
        "erasure": lambda: _erasing(program),
        "join": lambda: _joining(program),
        "sign": lambda: SignDialog(workplace, _two_people(program)[0].name_in(words.language), lambda _: None, window),
    }


def _dialogs(program: Program, training_id: str) -> Iterator[tuple[str, QWidget]]:
    for name, make in dialogs(program, training_id).items():
        dialog = make()
        dialog.open()
        settle(program)
        yield name, dialog
        dialog.close()
    yield from _kiosk(program, training_id)
    guide = Guide(program.words, program.messages, program.window)
    guide.show_page("start")
    settle(program)
    yield "guide", guide
    guide.close()


def _importing(program: Program, training_id: str) -> ImportDialog:
    file = resources.path("sample", "ministries.xlsx")
    made = ImportDialog(program.workplace, training_id, file, program.window)
    made.look()
    settle(program)
    return made


def _designing(program: Program, training_id: str) -> DesignerDialog:
    made = DesignerDialog(program.workplace, training_id, _design(program), program.window)
    made.draft.choose(_CHOSEN)
    return made


def _two_people(program: Program) -> tuple[Participant, Participant]:
    one, other, *_ = (entry.participant for entry in newest(program.workplace.store, 2))
    return one, other


def _erasing(program: Program) -> ErasureDialog:
    store = program.workplace.store
    if not count_open(store):
        note_request(store, _two_people(program)[1].id, today_here())
    return ErasureDialog(program.workplace, program.window)


def _joining(program: Program) -> JoinDialog:
    one, other = _two_people(program)
    made = JoinDialog(program.workplace, one, program.window)
    made.look_for(other.name_latin or other.name_arabic)
    return made


def _kiosk(program: Program, training_id: str) -> Iterator[tuple[str, QWidget]]:
    """Its pages, in the language of the window."""
    found = program.workplace.roster(training_id)
    kiosk = Kiosk(program.workplace, training_id, found.sessions[0].id, program.window)
    kiosk.resize(program.window.size())
    kiosk.show()
    settle(program)
    yield "kiosk", kiosk
    kiosk.choose(program.words.language)
    assert kiosk.visit is not None
    kiosk.visit.field.setText(found.participants[0].participant.name_in(program.words.language).split()[0])
    settle(program)
    yield "kiosk_find", kiosk
    kiosk.visit.show_person(found.participants[0].enrolment.id)
    settle(program)
    yield "kiosk_person", kiosk
    kiosk.leave()


def _design(program: Program) -> CertificateDesign:
    """One to work on."""
    store = program.workplace.store
    own = store.designs.all()
    return own[0] if own else designs.duplicate(store, designs.READY[0], _NAME)


def _checked(program: Program) -> VerifyDialog:
    """With a code that means nothing here."""
    dialog = VerifyDialog(program.workplace, program.window)
    dialog.show_code("TC1:SAMPLE")
    return dialog


def look_at_every_page(version: str) -> int:
    """Open everything in every language, offscreen; how many pages there were."""
    app = theme.application()
    theme.load_fonts()
    seen = 0
    with tempfile.TemporaryDirectory() as scratch:
        preferences = Preferences(Path(scratch) / "sijil.ini")
        preferences.set("tour", "seen")
        program = Program(app, preferences, Path(scratch) / "none", version)
        program.window.show()
        for language in LANGUAGES:
            program.choose_language(language)
            seen += sum(1 for _ in first_run(program))
        program.open_sample()
        settle(program)
        for language in LANGUAGES:
            program.choose_language(language)
            seen += sum(1 for _ in main_view(program))
        program.close_register()
        program.window.may_close = True
        program.window.close()
    return seen
