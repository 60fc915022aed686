"""The program from its start to its end: which view fills the window."""

from functools import partial
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from models.errors import SijilError
from models.storage.backup_shelf import newest_in
from models.storage.folder import exists, free_place, register_folder
from models.wall_clock import utc_now
from resources.words import Words
from ui.help import log
from ui.looks.theme import Theme
from ui.messages import Messages
from ui.preferences import Preferences
from ui.widgets.frame import Window
from ui.window.dress import Dress
from ui.window.entrance import Entrance
from ui.window.helping import open_guide, show_tour
from ui.window.outer_door import OuterDoor
from ui.window.where import Where

if TYPE_CHECKING:
    from models.store import Store
    from ui.background import Progress
    from ui.window.open_register import OpenRegister
    from ui.window.shell import Shell
    from ui.workplace import Workplace

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
        self._home = self.register
        """Where somebody's own records are, or will be; not the sample."""
        self.version = version
        self.window = Window()
        self._dress = Dress(app, self.window, preferences)
        self._open: OpenRegister | None = None
        self._entrance = self._build_entrance()
        self._door = OuterDoor(self._dress, version)
        self._door.interrupted.connect(self.end)
        self.window.close_wanted.connect(self.end)
        self.window.help_wanted.connect(self.open_guide)

    def _build_entrance(self) -> Entrance:
        made = Entrance(self.window, self._dress)
        made.opened.connect(self._on_opened)
        made.begun.connect(self._offer_tour)
        made.language_wanted.connect(self.choose_language)
        made.sample_wanted.connect(self.open_sample)
        made.other_wanted.connect(self.open_other)
        made.restore_wanted.connect(self.restore)
        return made

    def guard(self) -> None:
        """From now on every error that nobody caught is told here."""
        self._door.guard()

    # Words, looks and help

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
        where = self.shell.where if self._open is not None else Where()
        for dialog in self.window.findChildren(QDialog):
            dialog.close()  # its words and letters are of before
        self._leave_field()
        self._dress.put_on()
        if self._open is not None:
            self._open.build_anew(self._dress)
            self._show(self.shell, where)
        else:
            self.start()

    def _leave_field(self) -> None:
        focused = self._app.focusWidget()
        if focused is not None:
            focused.clearFocus()  # a field saves itself when it is left
        self.messages.settle()

    def open_guide(self) -> None:
        open_guide(self.window, self._dress, self.shell.where if self._open is not None else None)

    def show_tour(self) -> None:
        show_tour(self.shell, self._dress, self._preferences)

    def _offer_tour(self) -> None:
        """Once, when the first records were just opened."""
        if not self._preferences.get("tour"):
            QTimer.singleShot(0, self.shell, self.show_tour)

    # The register

    def start(self) -> None:
        """Open the register, or ask what is needed for it."""
        was_here = str(self.register) == self._preferences.get("register")
        self._entrance.enter(self.register, was_here=was_here)

    def _on_opened(self, opened: "Store") -> None:
        from jobs.wrong_date import wrong_date
        from ui.window.open_register import OpenRegister

        self.register = opened.folder
        if not opened.is_sample:
            self._home = opened.folder
            self._preferences.note_opened(opened.folder)
        opened.who = self._preferences.get("who")
        log.logger.info("register opened")
        self._open = OpenRegister(opened, self.window, self._dress, self._preferences, self.version)
        self._show(self.shell, Where())
        if warning := wrong_date(opened, self.words):
            self.messages.show(warning)

    def _show(self, shell: "Shell", where: Where) -> None:
        from ui.window.sections import warm_up

        shell.language_wanted.connect(self.choose_language)
        shell.appearance_wanted.connect(self.choose_appearance)
        shell.text_size_wanted.connect(self.choose_text_size)
        shell.help_wanted.connect(self.open_guide)
        shell.tour_wanted.connect(self.show_tour)
        shell.other_wanted.connect(self.open_other)
        shell.restore_wanted.connect(self.restore)
        shell.own_wanted.connect(lambda: self._move_to(self._home))
        shell.sample_wanted.connect(self.open_sample)
        self.window.setCentralWidget(shell)
        shell.go(where)
        QTimer.singleShot(_CALM, shell, partial(warm_up, shell))

    @property
    def store(self) -> "Store | None":
        return self._open.store if self._open is not None else None

    @property
    def workplace(self) -> "Workplace":
        assert self._open is not None
        return self._open.workplace

    @property
    def shell(self) -> "Shell":
        assert self._open is not None
        return self._open.shell

    def open_other(self, folder: Path) -> None:
        """Close this register and open, restore or start one elsewhere; asked, where there is none."""
        folder, say = register_folder(folder), self.words.say
        named = f"\u2066{folder}\u2069"
        if exists(folder):
            self._move_to(folder)
        elif backup := newest_in(folder):
            question = say("There are no training records in {path}, but backups. Restore the newest?", path=named)
            self.messages.ask(question, say("Restore"), partial(self.restore, backup))
        else:
            question = say("There are no training records in {path}. Start new ones there?", path=named)
            self.messages.ask(question, say("Start new ones"), partial(self._move_to, folder))

    def restore(self, backup: Path) -> None:
        """Beside somebody's own records, which stay as they are.

        :raises SijilError: told by the outer door; nothing was changed
        """
        from ui.opening.restoring import RestoreDialog

        target = free_place(self._home)
        RestoreDialog(self.words, self.theme, backup, target, self._move_to, self.window).start()

    def _move_to(self, folder: Path) -> None:
        self.close_register()
        self.register = folder
        self.start()

    def open_sample(self) -> None:
        """The sample training in a register of its own, on one click."""
        folder = self._home.parent / "sample"
        if exists(folder):
            self._move_to(folder)
            return
        from models.opening import create

        folder = free_place(folder)  # given up, it goes with all that is in it
        self.close_register()
        opened, _ = create(folder)
        opened.mark_as_sample()
        self._on_opened(opened)
        self.workplace.background.run(
            self,
            _fill_sample,
            self._on_sample,
            self.words.say("Preparing the sample training…"),
            given_up=self._on_sample_given_up,
        )

    def _on_sample_given_up(self) -> None:
        """Half a sample helps nobody: back to where it was asked for."""
        QTimer.singleShot(0, self, self._drop_sample)  # the task's end is told first

    def _drop_sample(self) -> None:
        folder = self.register
        self._move_to(self._home)
        rmtree(folder, ignore_errors=True)

    def _on_sample(self, training_id: str) -> None:
        self.workplace.store.undoable.forget()
        self.workplace.changed.emit({})
        self.shell.go(Where("trainings", training_id))
        self._offer_tour()

    def close_register(self) -> None:
        """Closed in any case; that no backup could be made is told."""
        if self._open is not None:
            self._leave_field()
            opened, self._open = self._open, None
            try:
                opened.back_up_and_close()
            except SijilError as problem:
                self.messages.problem(problem)

    def end(self) -> None:
        """Save what is being typed, back up what changed, close."""
        self._leave_field()
        self._preferences.geometry = self.window.saveGeometry()
        if self._open is None:
            self._finish()
        else:
            self._open.backups.make_last(self.words, self.messages, self._finish)

    def _finish(self) -> None:
        if self._open is not None:
            self._open.close()
            self._open = None
        log.logger.info("ended at %s", utc_now().isoformat(timespec="seconds"))
        self.window.may_close = True
        self.window.close()


def _fill_sample(store: "Store", progress: "Progress") -> str:
    from jobs.demo import first_look

    return first_look(store, progress).id
