"""A preview with the place of its page below it, between buttons that turn to the other pages."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from resources.words import Words
from ui.looks.theme import Theme
from ui.widgets import parts
from ui.widgets.preview import Preview


def leafing(
    words: Words,
    theme: Theme,
    preview: Preview,
    place: QLabel,
    turn: Callable[[int], object],
    *,
    by_keys: bool = False,
) -> QWidget:
    """
    :param turn: called with -1 and 1
    :param by_keys: also with PgUp and PgDown, anywhere in the window
    """
    before = _turning(words, theme, words.say("Page before"), is_forward=False)
    after = _turning(words, theme, words.say("Next page"), is_forward=True)
    box = parts.column(preview, parts.row(None, before, place, after, None))
    inside = box.layout()
    assert inside is not None
    inside.setStretch(0, 1)  # type: ignore[attr-defined]
    for button, by, keys in ((before, -1, "PgUp"), (after, 1, "PgDown")):
        button.clicked.connect(partial(turn, by))
        if by_keys:
            button.setToolTip(f"{button.toolTip()} ({keys})")
            QShortcut(QKeySequence(keys), box, partial(turn, by))
    return box


def _turning(words: Words, theme: Theme, name: str, *, is_forward: bool) -> QPushButton:
    button = parts.button("", style="quiet")
    button.setIcon(theme.icon("back", mirrored=words.is_rtl is not is_forward))
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button
