"""The programmes in which a training counts beside its own."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from jobs.trainings import memberships
from models.records import Programme
from models.sorting import choices_in_order
from ui.looks.sizes import px
from ui.training.plan.card import PlanCard
from ui.training.plan.short_list import SHORT
from ui.widgets import parts
from ui.widgets.editors import ChoiceEditor
from ui.widgets.record_list import Column, RecordList
from ui.workplace import Workplace


class PlanFurtherProgrammes(PlanCard):
    KINDS: ClassVar[frozenset[str]] = frozenset({"training", "programme", "membership"})

    def __init__(self, workplace: Workplace, training_id: str) -> None:
        super().__init__(workplace, training_id)
        say = self.words.say
        columns: list[Column[Programme]] = [Column(say("Programme"), self._title)]
        self._joined: RecordList[Programme] = RecordList(
            columns, say("Further programmes"), lambda one: one.id, self.words.language
        )
        self._joined.setMinimumHeight(px(SHORT))
        self._others = ChoiceEditor(())
        self._others.setAccessibleName(say("Programme to add"))
        self._add = parts.button(say("Add to this programme"), workplace.theme, "add")
        self._add.clicked.connect(self._on_add)
        self._remove = parts.button(say("Remove"), workplace.theme, "remove", style="quiet")
        self._remove.clicked.connect(self._on_remove)
        delete = QKeySequence(Qt.Key.Key_Delete)
        QShortcut(delete, self._joined, self._on_remove, context=Qt.ShortcutContext.WidgetShortcut)
        hint = say("The training is counted in these programmes too. The rules of its own programme hold.")
        buttons = parts.row(self._others, self._add, self._remove, None)
        self.frame(say("Further programmes"), parts.label(hint, "muted", wrap=True), self._joined, buttons)

    def _title(self, programme: Programme) -> str:
        return self.words.of(programme, "title") or programme.code or "–"

    def _on_add(self) -> None:
        if chosen := self._others.value():
            memberships.join_programme(self.store, self.training_id, chosen)
            self._joined.choose(chosen)

    def _on_remove(self) -> None:
        if self._joined.row is not None:
            memberships.leave_programme(self.store, self.training_id, self._joined.row.id)

    def reload(self) -> None:
        training = self.training
        joined = memberships.further_programmes(self.store, training)
        here = {training.programme_id, *(one.id for one in joined)}
        others = [one for one in self.store.programmes.all() if one.id not in here]
        self._joined.show_rows(joined)
        if self._joined.row is None and joined:
            self._joined.choose_place(0)
        self._others.offer(choices_in_order([(one.id, self._title(one)) for one in others], self.words.language))
        self._add.setEnabled(bool(others))
        self._remove.setEnabled(bool(joined))
