"""MissingDialog: who is not here yet, with phone numbers, to be called."""

from typing import ClassVar

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QVBoxLayout, QWidget

from jobs.desk.finding import session_now
from models.store import News
from models.training import counts
from models.training.roster import Attendee
from models.wall_clock import now_at
from ui.training.desk.session_words import session_words
from ui.widgets import parts
from ui.widgets.choice_field import ChoiceField
from ui.widgets.dialogs import Dialog
from ui.widgets.record_list import Column, RecordList
from ui.workplace import Workplace


class MissingDialog(Dialog):
    SIZE: ClassVar[tuple[int, int]] = (720, 460)

    def __init__(self, workplace: Workplace, training_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._training_id = training_id
        words = workplace.words
        self.setWindowTitle(words.say("Who is missing"))
        found = workplace.roster(training_id)
        held = found.held_sessions
        self.session = ChoiceField([(one.id, session_words(one, words)) for one in held])
        self.session.setMinimumContentsLength(34)
        self.session.setAccessibleName(words.say("Session"))
        now = session_now(found, now_at(found.training.zone))
        if now is not None:
            self.session.show_value(now.id)
        self.session.edited.connect(self.reload)
        self._count = parts.label("", "muted")
        self.table: RecordList[Attendee] = RecordList(
            [
                Column(words.say("Name"), lambda one: one.participant.name_in(words.language)),
                Column(words.say("Institution"), lambda one: words.of(one.institution) if one.institution else ""),
                Column(words.say("Phone"), lambda one: f"\u2066{one.participant.phone}\u2069", width=170),
            ],
            words.say("Who is missing"),
            lambda one: one.participant.id,
            words.language,
        )
        copy = parts.button(words.say("Copy the list"))
        copy.clicked.connect(self.copy)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self.room)
        layout.addWidget(parts.row(parts.caption(self.session), self.session, self._count))
        layout.addWidget(self.table, 1)
        self.foot.addWidget(parts.row(copy, None, buttons))
        workplace.changed.connect(self._on_changed)
        self.reload()

    def _on_changed(self, _news: News) -> None:
        self.reload()

    def reload(self) -> None:
        found = self._workplace.roster(self._training_id)
        session = next((one for one in found.sessions if one.id == self.session.value()), None)
        people = counts.missing_in(found, session) if session else ()
        self.table.show_rows(people)
        self._count.setText(self._workplace.words.count("{n} person", "{n} people", len(people)))

    def copy(self) -> None:
        """Names and numbers, for a message to somebody who calls."""
        language = self._workplace.words.language
        lines = [f"{one.participant.name_in(language)}\t{one.participant.phone}" for one in self.table.records.rows]
        QGuiApplication.clipboard().setText("\n".join(lines))
