"""WhoBar: who works at this desk, asked once a day; the queue does not wait for the answer."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ui.looks.sizes import px
from ui.widgets import parts
from ui.widgets.line_edit import LineEdit
from ui.workplace import Workplace

_WIDTH = 240


class WhoBar(QFrame):
    """Yesterday's name is offered: Enter takes it."""

    left = Signal()
    """Back to the field of the desk."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        say = workplace.words.say
        self.setProperty("notice", True)
        self.name = LineEdit()
        self.name.setAccessibleName(say("Who works at this desk today?"))
        self.name.setMaximumWidth(px(_WIDTH))
        self.name.returnPressed.connect(self.take)
        caption = parts.label(say("Who works at this desk today?"))
        caption.setBuddy(self.name)
        that = parts.button(say("That is me"))
        that.clicked.connect(self.take)
        later = parts.button(say("No name"), style="quiet")
        later.clicked.connect(lambda: self._answer(""))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 6, 10, 6)
        for part in (caption, self.name, that, later):
            layout.addWidget(part)
        layout.addStretch(1)
        self.hide()

    def ask(self) -> None:
        """Shows itself when nobody has answered on this day."""
        if self.isHidden():
            self.name.setText(self._workplace.preferences.get("who"))
        self.setVisible(self._workplace.asks_who)

    def take(self) -> None:
        self._answer(" ".join(self.name.text().split()))

    def _answer(self, name: str) -> None:
        self._workplace.work_as(name)
        self.hide()
        self.left.emit()
