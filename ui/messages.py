"""The window's one voice: problems, questions, crashes, files to choose. Nobody else opens a message."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from models.errors import SijilError
from resources.sentences import sentence
from resources.words import Words
from ui.dialogs import Dialog
from ui.preferences import Preferences


class Messages(QObject):
    """Speaks to the person in front of the window, in the window's language."""

    told = Signal(str)
    """A short piece of good news, for the status bar."""

    def __init__(self, window: QWidget, words: Words, preferences: Preferences) -> None:
        super().__init__(window)
        self._window = window
        self._words = words
        self.preferences = preferences

    def tell(self, text: str) -> None:
        self.told.emit(text)

    def problem(self, error: SijilError) -> None:
        """What happened, what is safe, what to do."""
        self.show(sentence(self._words, type(error).__name__, error.values))

    def show(self, text: str, *, is_good: bool = False) -> None:
        box = self._box(QMessageBox.Icon.Information if is_good else QMessageBox.Icon.Warning, text)
        box.setStandardButtons(QMessageBox.StandardButton.Ok)
        box.open()

    def ask(self, question: str, answer: str, then: Callable[[], None]) -> None:
        """Only before what cannot be undone. ``then`` is called when the answer is chosen."""
        box = self._box(QMessageBox.Icon.Question, question)
        yes = box.addButton(answer, QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        yes.clicked.connect(then)
        box.open()

    def _box(self, icon: QMessageBox.Icon, text: str) -> QMessageBox:
        box = QMessageBox(self._window)
        box.setIcon(icon)
        box.setWindowTitle(self._words.say("Sijil"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(text)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return box

    def crash(self, report: str) -> None:
        """A fault of the program: a report that can be copied, without personal data."""
        dialog = CrashDialog(self._words, report, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def file_to_open(self, title: str, kinds: str) -> Path | None:
        """A file that somebody chooses; None when they think better of it."""
        name, _ = QFileDialog.getOpenFileName(self._window, title, self.preferences.get("last_folder"), kinds)
        return self._remembered(name)

    def files_to_open(self, title: str, kinds: str) -> list[Path]:
        """Files that somebody chooses; none when they think better of it."""
        names, _ = QFileDialog.getOpenFileNames(self._window, title, self.preferences.get("last_folder"), kinds)
        return [path for name in names if (path := self._remembered(name)) is not None]

    def file_to_write(self, title: str, name: str, kinds: str) -> Path | None:
        folder = Path(self.preferences.get("last_folder") or Path.home())
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, str(folder / name), kinds)
        return self._remembered(chosen)

    def folder(self, title: str) -> Path | None:
        name = QFileDialog.getExistingDirectory(self._window, title, self.preferences.get("last_folder"))
        return Path(name) if name else None

    def _remembered(self, name: str) -> Path | None:
        if not name:
            return None
        self.preferences.set("last_folder", str(Path(name).parent))
        return Path(name)


class CrashDialog(Dialog):
    """What a developer needs to know, shown to the person before they send it."""

    SIZE: ClassVar[tuple[int, int]] = (560, 0)

    def __init__(self, words: Words, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = report
        self.setWindowTitle(words.say("Something went wrong"))
        layout = QVBoxLayout(self.room)
        text = QLabel(
            words.say(
                "Sijil made a mistake. What was saved before is safe. You can go on working; "
                "please send this report to those who look after the program. It holds no names."
            )
        )
        text.setWordWrap(True)
        layout.addWidget(text)
        shown = QPlainTextEdit(report)
        shown.setReadOnly(True)
        shown.setTabChangesFocus(True)
        shown.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        shown.setAccessibleName(words.say("Report"))
        layout.addWidget(shown)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(words.say("Copy the report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self.copy)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    def copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
