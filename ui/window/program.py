"""The program from its start to its end: which view fills the window."""

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from models.errors import PassphraseNeeded, SijilError
from models.storage.folder import exists, register_folder
from resources.words import Words
from ui.help import log
from ui.looks.theme import Theme
from ui.messages import Messages
from ui.preferences import Preferences
from ui.window.dress import Dress
from ui.window.frame import Window
from ui.window.outer_door import OuterDoor
from ui.window.where import Where

if TYPE_CHECKING:
    from models.store import Store
    from ui.background import Progress
    from ui.window.shell import Shell
    from ui.workplace import Workplace

_BACKUP_EVERY = 30 * 60 * 1000  # milliseconds
_CALM = 400  # milliseconds until what is shown later is loaded


class Program(QObject):
    """Holds the open register and the window."""

    def __init__(self, app: QApplication, preferences: Preferences, register: Path, version: str) -> None:
        """
        :param register: the folder to open, or in which to start
        """
        super().__init__()
        self._app = app
        self._preferences = preferences
        self.register = register_folder(register)
        self.version = version
        self.window = Window()
        self._dress = Dress(app, self.window, preferences)
        self.store: Store | None = None
        self._workplace: Workplace | None = None
        self._shell: Shell | None = None
        self._recovery_code = ""
        self._door = OuterDoor(self._dress, version)
        self._door.interrupted.connect(self.end)
        self.window.close_wanted.connect(self.end)
        self.window.help_wanted.connect(self.open_guide)
        self._backup_timer = QTimer(self)
        self._backup_timer.timeout.connect(self._back_up)

    def guard(self) -> None:
        """From now on every error that nobody caught is told here."""
        self._door.guard()

    # Looks and language

    @property
    def words(self) -> Words:
        return self._dress.words

    @property
    def theme(self) -> Theme:
        return self._dress.theme

    @property
    def messages(self) -> Messages:
        return self._dress.messages

    def choose_language(self, language: str) -> None:
        self._preferences.set("language", language)
        self.rebuild()

    def choose_appearance(self, appearance: str) -> None:
        self._preferences.set("appearance", appearance)
        self.rebuild()

    def choose_text_size(self, per_cent: int) -> None:
        self._preferences.set("text_size", str(per_cent))
        self.rebuild()

    def rebuild(self) -> None:
        """Build the view anew where it stands; what is typed is saved first."""
        where = self._shell.where if self._shell is not None else Where()
        for dialog in self.window.findChildren(QDialog):
            dialog.close()  # its words and letters are of before
        self._leave_field()
        self._dress.put_on()
        if self.store is not None:
            self._show_main(where)
        else:
            self.start()

    def _leave_field(self) -> None:
        focused = self._app.focusWidget()
        if focused is not None:
            focused.clearFocus()

    def open_guide(self) -> None:
        """At the page about where somebody is."""
        from ui.help.guide import Guide, page_about

        page = page_about(self._shell.where) if self._shell is not None else "start"
        known = self.window.findChild(Guide)
        guide = known if isinstance(known, Guide) else Guide(self.words, self.messages, self.window)
        guide.show_page(page)

    def show_tour(self) -> None:
        from ui.help.coach import Coach

        seen = partial(self._preferences.set, "tour", "seen")
        Coach(self.words, self.theme, self.shell.stops(), seen, self.shell).start()

    def _offer_tour(self) -> None:
        """Once, when the first records were just opened."""
        if not self._preferences.get("tour"):
            QTimer.singleShot(0, self.shell, self.show_tour)

    # Views

    def start(self) -> None:
        """Open the register, or ask what is needed for it."""
        if not exists(self.register):
            self.show_welcome()
            return
        from models.store import open_register

        try:
            opened = open_register(self.register)
        except PassphraseNeeded:
            self._show_unlock(None)
        except SijilError as problem:
            self._show_unlock(problem)
        else:
            self._on_opened(opened)

    def show_welcome(self) -> None:
        from ui.opening.welcome import WelcomeView

        view = WelcomeView(self.words, self.theme, self.messages, self.register)
        view.language_wanted.connect(self.choose_language)
        view.opened.connect(self._on_opened)
        view.opened.connect(self._offer_tour)
        view.sample_wanted.connect(self.open_sample)
        view.other_wanted.connect(self.open_other)
        self._fill(view)

    def _show_unlock(self, problem: SijilError | None) -> None:
        from ui.opening.unlock import UnlockView

        view = UnlockView(self.words, self.theme, self.messages, self.register, problem)
        view.language_wanted.connect(self.choose_language)
        view.opened.connect(self._on_opened)
        view.other_wanted.connect(self.open_other)
        view.again_wanted.connect(self.start)
        self._fill(view)

    def _on_opened(self, opened: "Store") -> None:
        self.store = opened
        self.register = opened.folder
        self._preferences.note_opened(opened.folder)
        opened.who = self._preferences.get("who")
        log.logger.info("register opened")
        self._backup_timer.start(_BACKUP_EVERY)
        self._show_main(Where())

    def _show_main(self, where: Where) -> None:
        from ui.background import Background
        from ui.window.sections import build_shell, warm_up
        from ui.workplace import Workplace

        assert self.store is not None
        if self._workplace is not None:
            self._workplace.leave()
        background = self._workplace.background if self._workplace is not None else Background(self.window, self.store)
        self._workplace = Workplace(self.store, self.words, self.theme, self._preferences, self.messages, background)
        self._shell = build_shell(self._workplace, self.version)
        self._shell.language_wanted.connect(self.choose_language)
        self._shell.appearance_wanted.connect(self.choose_appearance)
        self._shell.text_size_wanted.connect(self.choose_text_size)
        self._shell.help_wanted.connect(self.open_guide)
        self._shell.tour_wanted.connect(self.show_tour)
        self._shell.other_wanted.connect(self.open_other)
        self._shell.sample_wanted.connect(self.open_sample)
        self._fill(self._shell)
        self._shell.go(where)
        QTimer.singleShot(_CALM, self._shell, partial(warm_up, self._shell))

    def _fill(self, view: QWidget) -> None:
        self.window.setCentralWidget(view)

    @property
    def workplace(self) -> "Workplace":
        assert self._workplace is not None
        return self._workplace

    @property
    def shell(self) -> "Shell":
        assert self._shell is not None
        return self._shell

    # Other registers

    def open_other(self, folder: Path) -> None:
        """Close this register and open, or start, one elsewhere."""
        self.close_register()
        self.register = register_folder(folder)
        self.start()

    def open_sample(self) -> None:
        """The sample training in a register of its own, on one click."""
        folder = self.register.parent / "sample"
        self.close_register()
        self.register = folder
        if exists(folder):
            self.start()
            return
        from models.store import create

        opened, _ = create(folder)
        self._on_opened(opened)
        self.workplace.background.run(
            self, _fill_sample, self._on_sample, self.words.say("Preparing the sample training…")
        )

    def _on_sample(self, training_id: str) -> None:
        self.workplace.store.forget_undo()
        self.workplace.changed.emit({})
        self.shell.go(Where("trainings", training_id))
        self._offer_tour()

    def close_register(self) -> None:
        self._backup_timer.stop()
        if self._workplace is not None:
            self._leave_field()
            self._workplace.background.leave()
            self._workplace.background.deleteLater()
            self._workplace.leave()
            self._workplace, self._shell = None, None
        if self.store is not None:
            opened, self.store = self.store, None
            try:
                opened.backup_if_due()
            finally:
                opened.close()

    # Backups and the end

    def _back_up(self) -> None:
        second = self._preferences.get("second_backups")
        self.workplace.background.run(self, partial(back_up_if_due, second), self._on_backup)

    def _on_backup(self, made: Path | None) -> None:
        if made is not None:
            self.workplace.changed.emit({})

    def end(self) -> None:
        """Save what is being typed, back up what changed, close."""
        self._leave_field()
        self._preferences.geometry = self.window.saveGeometry()
        if self._workplace is None:
            self._finish()
            return
        second = self._preferences.get("second_backups")
        self._workplace.background.run(
            self,
            partial(back_up_if_due, second),
            lambda _: self._finish(),
            self.words.say("Making a backup…"),
            self._on_failed_backup,
        )

    def _on_failed_backup(self, problem: BaseException) -> None:
        """A laptop with a full disk must close all the same: everything is saved, only the copy is missing."""
        self._finish()
        if not isinstance(problem, SijilError):
            raise problem

    def _finish(self) -> None:
        if self._workplace is not None:
            self._workplace.background.leave()
            self._workplace.leave()
            self._workplace = None
        if self.store is not None:
            self.store.close()
            self.store = None
        log.logger.info("ended at %s", datetime.now(UTC).isoformat(timespec="seconds"))
        self.window.may_close = True
        self.window.close()


def back_up_if_due(second: str, store: "Store", progress: "Progress") -> Path | None:
    """Where a backup was made, if anything changed; the second place gets one too, if it is there."""
    made = store.backup_if_due()
    if made is not None and second and Path(second).is_dir():
        store.backup(Path(second))
    return made


def _fill_sample(store: "Store", progress: "Progress") -> str:
    from jobs.demo import first_look

    return first_look(store, progress).id
