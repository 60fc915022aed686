"""One person, entered twice: joined field by field, and taken apart again."""

from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobs.people.joining import candidates, entries_of, join, separate
from models.records import Participant
from ui.people.comparison import Comparison
from ui.widgets import parts
from ui.widgets.dialogs import Dialog
from ui.widgets.line_edit import LineEdit
from ui.widgets.record_list import Column, RecordList
from ui.workplace import Workplace

_CALM = 60  # milliseconds between the last letter and the search


class JoinDialog(Dialog):
    """Finds the other entry of a person and joins the two."""

    SIZE: ClassVar[tuple[int, int]] = (760, 480)

    def __init__(self, workplace: Workplace, person: Participant, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._words = workplace.words
        self._person = person
        say = self._words.say
        self.setWindowTitle(say("Join with another entry"))
        name = f"\u2068{person.name_in(self._words.language)}\u2069"
        question = say("Which other entry is {name} too? Nothing is lost: the two can be taken apart at any time.",
                       name=name)  # fmt: skip
        self._field = LineEdit()
        self._field.setPlaceholderText(say("Name, phone, e-mail or institution"))
        self._field.setAccessibleName(say("Find a person"))
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM)
        self._calm.timeout.connect(self._show_people)
        self._field.textChanged.connect(self._calm.start)
        self._table = _people_table(workplace)
        self._table.chosen.connect(self._show)
        self._comparison: Comparison | None = None
        self._place = QVBoxLayout()
        self._join = parts.button(say("One person"), workplace.theme, "check", style="primary")
        self._join.clicked.connect(self._on_join)
        cancel = parts.button(say("Cancel"))
        cancel.clicked.connect(self.reject)
        layout = QVBoxLayout(self.room)
        layout.setSpacing(10)
        layout.addWidget(parts.label(question, wrap=True))
        layout.addWidget(self._field)
        layout.addWidget(self._table, 1)
        layout.addLayout(self._place)
        self.foot.addWidget(parts.row(None, cancel, self._join))
        self.look_for(person.name_latin or person.name_arabic)

    def look_for(self, text: str) -> None:
        """As if somebody had typed it."""
        self._field.setText(text)
        self._calm.stop()
        self._show_people()

    def _show_people(self) -> None:
        self._table.show_rows(
            candidates(self._workplace.store, self._field.text(), self._person.id, self._words.language)
        )
        if self._table.row is None and self._table.records.rowCount():
            self._table.choose_place(0)
        self._show()

    def _show(self) -> None:
        other = self._table.row
        if self._comparison is not None:
            self._place.removeWidget(self._comparison)
            self._comparison.hide()
            self._comparison.deleteLater()
            self._comparison = None
        self._join.setEnabled(other is not None)
        if other is not None:
            self._comparison = Comparison(self._words, self._person, other)
            self._place.addWidget(self._comparison)

    def _on_join(self) -> None:
        other = self._table.row
        if other is not None and self._comparison is not None:
            join(self._workplace.store, self._person.id, other.id, self._comparison.chosen)
            self.accept()


class SeparateDialog(Dialog):
    """The entries of one person; one of them is somebody else after all."""

    SIZE: ClassVar[tuple[int, int]] = (620, 320)

    def __init__(self, workplace: Workplace, person: Participant, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = workplace
        say = workplace.words.say
        self.setWindowTitle(say("Take entries apart"))
        self._table = _people_table(workplace)
        self._table.show_rows(entries_of(workplace.store, person.id))
        self._table.choose_place(self._table.records.rowCount() - 1)
        apart = parts.button(say("This entry is another person"), style="primary")
        apart.clicked.connect(self._on_apart)
        cancel = parts.button(say("Cancel"))
        cancel.clicked.connect(self.reject)
        layout = QVBoxLayout(self.room)
        layout.setSpacing(10)
        text = say("These entries were joined as one person. Each gets back exactly what it said before.")
        layout.addWidget(parts.label(text, wrap=True))
        layout.addWidget(self._table, 1)
        self.foot.addWidget(parts.row(None, cancel, apart))

    def _on_apart(self) -> None:
        if self._table.row is not None:
            separate(self._workplace.store, self._table.row.id)
            self.accept()


def _people_table(workplace: Workplace) -> RecordList[Participant]:
    words = workplace.words
    return RecordList(
        [
            Column(words.say("Name"), lambda one: one.name_in(words.language)),
            Column(words.say("In other letters"), lambda one: one.other_name_in(words.language)),
            Column(words.say("Phone"), lambda one: f"\u2066{one.phone}\u2069" if one.phone else "", width=150),
        ],
        words.say("People"),
        lambda one: one.id,
        words.language,
    )
