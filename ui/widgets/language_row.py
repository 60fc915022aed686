"""The row of languages, each in its own letters."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resources.words import LANGUAGES, Words
from ui.widgets import parts


def language_row(words: Words, choose: Callable[[str], object]) -> QWidget:
    """All languages, each in its own letters."""
    row = QWidget()
    row.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2)
    for language in LANGUAGES:
        button = parts.button(LANGUAGES[language].short, style="quiet")
        button.setCheckable(True)
        button.setChecked(language == words.language)
        button.setAccessibleName(LANGUAGES[language].name)
        button.setToolTip(LANGUAGES[language].name)
        button.clicked.connect(partial(choose, language))
        layout.addWidget(button)
    return row
