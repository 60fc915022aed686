"""NewOrKnownDialog: a name was given; is it one of those on file, or somebody new?"""

from collections.abc import Callable, Sequence
from typing import ClassVar

from PySide6.QtWidgets import QDialogButtonBox, QVBoxLayout, QWidget

from jobs.desk.finding import Match
from models.records import Participant
from resources.words import Words
from ui.training.desk.similar import Similar
from ui.widgets import parts
from ui.widgets.dialogs import Dialog


class NewOrKnownDialog(Dialog):
    """
    :param then: called with who is meant
    """

    SIZE: ClassVar[tuple[int, int]] = (620, 420)

    def __init__(
        self,
        words: Words,
        new: Participant,
        others: Sequence[Match],
        then: Callable[[Participant], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._people = {one.id: one for one in (new, *(other.participant for other in others))}
        self._then = then
        self.setWindowTitle(words.say("New, or on file?"))
        layout = QVBoxLayout(self.room)
        if others:
            similar = Similar(words)
            similar.show_people(new, others)
            similar.chosen.connect(self._answer)
            layout.addWidget(similar, 1)
        else:
            text = words.say("Is “{name}” the whole name?", name=new.name_in(words.language))
            layout.addWidget(parts.label(text, wrap=True))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        register = parts.button(words.say("Register as somebody new"))
        register.clicked.connect(lambda: self._answer(new.id))
        buttons.addButton(register, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        self.foot.addWidget(buttons)

    def _answer(self, person_id: str) -> None:
        self.accept()
        self._then(self._people[person_id])
