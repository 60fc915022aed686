"""A small question that is answered by typing."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QWidget


def ask_text(parent: QWidget, title: str, question: str, then: Callable[[str], object], text: str = "") -> None:
    """``then`` is called with what was typed, trimmed; not when it is empty or somebody thinks better of it."""

    def on_answer(answer: str) -> None:
        if answer.strip():
            then(answer.strip())

    dialog = QInputDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setLabelText(question)
    dialog.setTextValue(text)
    dialog.textValueSelected.connect(on_answer)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
