"""About: which version this is, under which terms, and what it is made of."""

import platform
from importlib.metadata import PackageNotFoundError, version
from typing import ClassVar

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

import resources
from resources.words import Words
from ui.looks.theme import Theme
from ui.widgets import parts
from ui.widgets.dialogs import Dialog

_MARK_SIZE = 48


class AboutDialog(Dialog):
    SIZE: ClassVar[tuple[int, int]] = (520, 420)

    def __init__(self, words: Words, theme: Theme, own_version: str, parent: QWidget) -> None:
        super().__init__(parent)
        say = words.say
        self.setWindowTitle(say("About Sijil"))
        mark = QLabel()
        mark.setPixmap(theme.own_mark(_MARK_SIZE))
        mark.setAccessibleName(say("Sijil"))
        heads = parts.column(
            parts.label(say("Sijil"), "title"),
            parts.label(say("Version {version}", version=f"\u2066{own_version}\u2069"), "muted"),
            spacing=0,
        )
        text = parts.label(
            say(
                "Sijil registers the people who attend trainings. It works without internet, and your records stay "
                "on this laptop until you hand them over. It is free software under the MIT licence, without warranty."
            ),
            wrap=True,
        )
        notices = QPlainTextEdit(f"{built_with()}\n\n{third_party_notices()}")
        notices.setReadOnly(True)
        notices.setTabChangesFocus(True)
        notices.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        notices.setAccessibleName(say("Licences of the parts"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self.room)
        layout.setSpacing(12)
        for part in (
            parts.row(mark, heads, None, spacing=14),
            text,
            parts.label(say("Licences of the parts")),
            notices,
        ):
            layout.addWidget(part)
        self.foot.addWidget(buttons)


def built_with() -> str:
    """The versions that matter when somebody asks for help."""
    names = ["reportlab", "sqlcipher3", "uharfbuzz"]
    found = [f"{name} {_version(name)}" for name in names]
    return ", ".join([f"Python {platform.python_version()}", f"Qt {qVersion()}", *found])


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:  # a built program may come without its parts' descriptions
        return "–"


def third_party_notices() -> str:
    """Written by ``tasks.py notices`` from what is installed."""
    return resources.path("third-party-notices.txt").read_text(encoding="utf-8")
