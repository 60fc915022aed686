"""CrashDialog: a fault of the program as a report that can be copied, without personal data."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from resources.words import Words
from ui.widgets.dialogs import Dialog


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
        self.foot.addWidget(buttons)

    def copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
