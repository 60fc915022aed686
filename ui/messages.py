"""The window's one voice: problems, questions, crashes, files to choose. Nobody else opens a message."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from models.errors import SijilError
from resources.words import Words
from resources.words.sentences import sentence
from ui.preferences import Preferences

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog, QMessageBox

PICTURE_FILES = "PNG, JPEG, WebP (*.png *.jpg *.jpeg *.webp)"
SCAN_FILES = "PDF, PNG, JPEG (*.pdf *.png *.jpg *.jpeg *.webp *.tif *.tiff)"


class Messages(QObject):
    """Speaks to the person in front of the window, in the window's language.

    Qt's boxes are loaded when the first one opens: the first page is painted without them.
    """

    told = Signal(str)
    """A short piece of good news, for the status bar."""

    def __init__(self, window: QWidget, words: Words, preferences: Preferences) -> None:
        super().__init__(window)
        self._window = window
        self._words = words
        self.preferences = preferences
        self._choice: QMessageBox | None = None

    def tell(self, text: str) -> None:
        self.told.emit(text)

    def problem(self, error: SijilError) -> None:
        """What happened, what is safe, what to do."""
        self.show(sentence(self._words, type(error).__name__, error.values))

    def show(self, text: str, *, is_good: bool = False) -> None:
        from PySide6.QtWidgets import QMessageBox

        box = self._box(QMessageBox.Icon.Information if is_good else QMessageBox.Icon.Warning, text)
        box.setStandardButtons(QMessageBox.StandardButton.Ok)
        box.open()

    def ask(self, question: str, answer: str, then: Callable[[], None]) -> None:
        """Only before what cannot be undone. ``then`` is called when the answer is chosen."""
        from PySide6.QtWidgets import QMessageBox

        box = self._box(QMessageBox.Icon.Question, question)
        yes = box.addButton(answer, QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        yes.clicked.connect(then)
        box.open()

    def choose(
        self, question: str, first: tuple[str, Callable[[], object]], second: tuple[str, Callable[[], object]]
    ) -> None:
        """Both answers do something; whoever closes the question or leaves (``settle``) takes the second.

        :param first: what its button says, and what it does
        """
        from PySide6.QtWidgets import QMessageBox

        box = self._box(QMessageBox.Icon.Question, question)
        yes = box.addButton(first[0], QMessageBox.ButtonRole.AcceptRole)
        box.setEscapeButton(box.addButton(second[0], QMessageBox.ButtonRole.RejectRole))
        box.setDefaultButton(yes)
        self._choice = box

        def on_finished() -> None:
            self._choice = None
            (first if box.clickedButton() is yes else second)[1]()

        box.finished.connect(on_finished)
        box.open()

    def settle(self) -> None:
        """The register or the view is about to go: what waits for a choice does not wait any longer."""
        if self._choice is not None:
            self._choice.close()

    def _box(self, icon: "QMessageBox.Icon", text: str) -> "QMessageBox":
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._window)
        box.setIcon(icon)
        box.setWindowTitle(self._words.say("Sijil"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(text)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return box

    def crash(self, report: str) -> None:
        """A fault of the program: a report that can be copied, without personal data."""
        from ui.help.crash import CrashDialog

        CrashDialog(self._words, report, self._window).open()

    @property
    def _files(self) -> "type[QFileDialog]":
        from PySide6.QtWidgets import QFileDialog

        return QFileDialog

    def file_to_open(self, title: str, kinds: str) -> Path | None:
        """A file that somebody chooses; None when they think better of it."""
        name, _ = self._files.getOpenFileName(self._window, title, self.preferences.get("last_folder"), kinds)
        return self._remembered(name)

    def files_to_open(self, title: str, kinds: str) -> list[Path]:
        """Files that somebody chooses; none when they think better of it."""
        names, _ = self._files.getOpenFileNames(self._window, title, self.preferences.get("last_folder"), kinds)
        return [path for name in names if (path := self._remembered(name)) is not None]

    def file_to_write(self, title: str, name: str, kinds: str) -> Path | None:
        folder = Path(self.preferences.get("last_folder") or Path.home())
        chosen, _ = self._files.getSaveFileName(self._window, title, str(folder / name), kinds)
        return self._remembered(chosen)

    def folder(self, title: str) -> Path | None:
        name = self._files.getExistingDirectory(self._window, title, self.preferences.get("last_folder"))
        return Path(name) if name else None

    def _remembered(self, name: str) -> Path | None:
        if not name:
            return None
        self.preferences.set("last_folder", str(Path(name).parent))
        return Path(name)
