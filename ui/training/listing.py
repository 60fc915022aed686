"""The list of trainings, and the ways to a new one."""

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from jobs.trainings.editing import new_training
from jobs.trainings.place import place_name
from jobs.trainings.summaries import TrainingSummary, summaries
from jobs.trainings.training_file import add_training
from models.records import Training
from models.wall_clock import today_here
from resources.words import Words
from ui.widgets import parts
from ui.widgets.page import Page
from ui.widgets.record_list import Column, RecordList
from ui.workplace import Workplace


class TrainingList(Page):
    KINDS: ClassVar[frozenset[str]] = frozenset({"training", "enrolment", "certificate", "same_person"})

    opened = Signal(str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        say = self.words.say
        self._table: RecordList[TrainingSummary] = RecordList(
            [
                Column(say("Training"), lambda one: self.words.of(one.training, "title") or one.training.code),
                Column(say("Place"), lambda one: place_name(one.training, self.words), width=120),
                Column(say("Dates"), self._dates, lambda one: str(one.training.start or ""), width=190),
                Column(say("People"), lambda one: self.words.number(one.people), lambda one: one.people, width=80),
                Column(
                    say("Certificates"),
                    lambda one: self.words.number(one.certificates),
                    lambda one: one.certificates,
                    width=110,
                ),
            ],
            say("Trainings"),
            lambda one: one.training.id,
            self.words.language,
        )
        self._table.opened.connect(self._on_opened)
        self._new = parts.button(say("New training"), workplace.theme, "add", style="primary")
        self._file = parts.button(say("Add from a training file…"), workplace.theme, "file")
        self._new.setToolTip("Ctrl+N")
        self._new.clicked.connect(self.add)
        self._file.clicked.connect(self._on_file)
        QShortcut(QKeySequence(QKeySequence.StandardKey.New), self, self.add)
        empty_new = parts.button(say("New training"), workplace.theme, "add", style="primary")
        empty_new.clicked.connect(self.add)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._table)
        self._stack.addWidget(
            parts.empty(
                say("No training yet"),
                say("Make a new training, or add one from the file that head office gave you."),
                empty_new,
            )
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        title = parts.label(say("Trainings"), "title")
        layout.addWidget(parts.row(title, None, self._file, self._new))
        layout.addWidget(self._stack, 1)

    def _dates(self, one: TrainingSummary) -> str:
        return training_dates(one.training, self.words)

    def reload(self) -> None:
        found = summaries(self.store)
        self._table.show_rows(found)
        self._stack.setCurrentIndex(0 if found else 1)
        if self._table.row is None and found:
            self._table.choose_place(0)

    def start(self) -> None:
        (self._table if self._stack.currentIndex() == 0 else self._new).setFocus()

    def _on_opened(self) -> None:
        if self._table.row is not None:
            self.opened.emit(self._table.row.training.id)

    def add(self) -> None:
        made = new_training(self.store, today_here())
        self.opened.emit(made.id)

    def _on_file(self) -> None:
        say = self.words.say
        file = self.workplace.messages.file_to_open(say("Choose a training file"), f"{say('Training files')} (*.json)")
        if file is not None:
            self.opened.emit(add_training(self.store, file).id)


def training_dates(training: Training, words: Words) -> str:
    """13–16 September 2015, or nothing."""
    if training.start is None:
        return ""
    return words.date_range(training.start, training.end or training.start)
