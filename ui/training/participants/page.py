"""Participants list: everybody enrolled, with the person beside it; nominee lists come in here."""

from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout

from jobs.desk.gaps import gaps_of, incomplete
from jobs.in_words import choice
from jobs.lists.exporting import export
from jobs.trainings.earlier import came_before
from models.names.letters import folded
from models.people import proposals
from models.records import Training
from models.training.roster import Attendee
from resources.words import N_
from resources.words.codes import code_word
from ui.training.participants.attendee_card import AttendeeCard
from ui.training.participants.importing import ImportDialog
from ui.training.tab import TrainingTab
from ui.widgets import parts
from ui.widgets.editors import SwitchEditor
from ui.widgets.line_edit import LineEdit
from ui.widgets.record_list import Column, RecordList
from ui.workplace import Workplace

LIST_ENDINGS = (".xlsx", ".xls", ".ods", ".csv", ".txt", ".tsv")


class ParticipantsPage(TrainingTab):
    TITLE: ClassVar[str] = N_("Participants list")
    KINDS: ClassVar[frozenset[str]] = frozenset(
        {
            "participant",
            "enrolment",
            "institution",
            "mark",
            "same_person",
            "certificate",
            "session",
            "programme",
            "membership",
        }
    )

    def __init__(self, workplace: Workplace, training_id: str) -> None:
        super().__init__(workplace, training_id)
        self._attendees: tuple[Attendee, ...] = ()
        self._came_before: dict[str, list[Training]] = {}
        self._filter = LineEdit()
        self._table = self._build_table()
        self._card = AttendeeCard(workplace)
        self._stack = QStackedWidget()
        self._build()

    def _build_table(self) -> RecordList[Attendee]:
        say, words = self.words.say, self.words
        table: RecordList[Attendee] = RecordList(
            [
                Column(say("Name"), lambda one: one.participant.name_in(words.language)),
                Column(say("Institution"), lambda one: words.of(one.institution) if one.institution else ""),
                Column(say("Role"), lambda one: choice(one.enrolment, "role", words), width=105),
                Column(say("State"), lambda one: choice(one.enrolment, "state", words), width=110),
            ],
            say("Participants list"),
            lambda one: one.participant.id,
            words.language,
        )
        table.chosen.connect(self._on_chosen)
        table.opened.connect(self._on_opened)
        return table

    def _build(self) -> None:
        say, theme = self.words.say, self.workplace.theme
        self._filter.setPlaceholderText(say("Filter"))
        self._filter.setAccessibleName(say("Filter"))
        self._filter.setClearButtonEnabled(True)
        self._filter.textChanged.connect(self._show_rows)
        bring = parts.button(say("Import a list…"), theme, "import", style="primary")
        bring.clicked.connect(self.choose_file)
        names = parts.button(say("Name check…"), theme, "print")
        names.clicked.connect(partial(self.document_wanted.emit, "names"))
        table = parts.button(say("Save as a table…"), theme, "export")
        table.clicked.connect(self._on_export)
        self._missing = parts.label("", "muted", wrap=True)
        self._open_only = SwitchEditor("")
        self._open_only.clicked.connect(self._show_rows)
        self._before_only = SwitchEditor("")
        self._before_only.clicked.connect(self._show_rows)
        switches = parts.row(self._open_only, self._before_only, None, spacing=18)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(parts.column(self._table, self._missing, switches, spacing=4))
        splitter.addWidget(self._card)
        splitter.setSizes([540, 420])
        splitter.setChildrenCollapsible(False)
        empty_bring = parts.button(say("Import a list…"), theme, "import", style="primary")
        empty_bring.clicked.connect(self.choose_file)
        self._stack.addWidget(splitter)
        self._stack.addWidget(
            parts.empty(
                say("Nobody is on the list yet"),
                say(
                    "Import the list that the ministries sent (Excel, OpenDocument, text), or drop the file here. "
                    "Whoever comes without being nominated is registered at the desk."
                ),
                empty_bring,
            )
        )
        self._waiting = parts.label("", wrap=True)
        answer = parts.button(say("Answer"))
        answer.clicked.connect(self._on_answer)
        self._notice = parts.notice(self._waiting, answer)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        tools = QHBoxLayout()
        for part in (self._filter, table, names, bring):
            tools.addWidget(part)
        tools.setStretch(0, 1)
        layout.addLayout(tools)
        layout.addWidget(self._notice)
        layout.addWidget(self._stack, 1)

    def reload(self) -> None:
        found = self.workplace.roster(self.training_id)
        self._attendees = found.attendees
        self._came_before = came_before(self.store, found)
        self._stack.setCurrentIndex(0 if self._attendees else 1)
        waiting = proposals.count_waiting(self.store, self.training_id)
        self._notice.setVisible(waiting > 0)
        self._waiting.setText(
            self.words.count("{n} question waits for your answer.", "{n} questions wait for your answer.", waiting)
        )
        self._show_rows()

    def _show_rows(self) -> None:
        wanted = folded(self._filter.text()).split()
        unfinished = incomplete(self._attendees)
        self._open_only.setText(self.words.count("Still to complete: {n}", "Still to complete: {n}", len(unfinished)))
        self._open_only.setEnabled(bool(unfinished) or self._open_only.isChecked())
        before = len(self._came_before)
        self._before_only.setText(self.words.count("Came before: {n}", "Came before: {n}", before))
        self._before_only.setVisible(before > 0)
        shown = [
            one
            for one in (unfinished if self._open_only.isChecked() else self._attendees)
            if not (before and self._before_only.isChecked()) or one.participant.id in self._came_before
        ]
        self._table.show_rows([one for one in shown if all(word in _text_of(one) for word in wanted)])
        if self._table.row is None and self._table.records.rowCount():
            self._table.choose_place(0)
        if not self._table.records.rowCount():
            self._card.show_attendee(None)

    def choose(self, participant_id: str) -> bool:
        """Choose a person; whether they are in the list."""
        return self._table.choose(participant_id)

    @property
    def chosen(self) -> Attendee | None:
        return self._table.row

    def start(self) -> None:
        (self._table if self._attendees else self._stack).setFocus()

    def _on_chosen(self) -> None:
        one = self._table.row
        self._card.show_attendee(one)
        gaps = [code_word(self.words, "gap", gap) for gap in gaps_of(one)] if one is not None and one.counts else []
        self._missing.setText(self.words.say("Still to ask: {gaps}", gaps=self.words.listed(gaps)))
        self._missing.setVisible(bool(gaps))

    def _on_opened(self) -> None:
        self._card.start()

    def _on_answer(self) -> None:
        from ui.people.waiting import WaitingDialog

        WaitingDialog(self.workplace, self.window()).open()

    # Lists in, tables and paper out

    def choose_file(self) -> None:
        say = self.words.say
        kinds = " ".join(f"*{ending}" for ending in LIST_ENDINGS)
        file = self.workplace.messages.file_to_open(say("Choose a nominee list"), f"{say('Lists')} ({kinds})")
        if file is not None:
            self.import_file(file)

    def import_file(self, file: Path) -> None:
        """Show what an import would do; the person says yes."""
        dialog = ImportDialog(self.workplace, self.training_id, file, self.window())
        dialog.look()

    def _on_export(self) -> None:
        say = self.words.say
        code = self.store.trainings.get(self.training_id).code
        kinds = "Excel (*.xlsx);;CSV (*.csv);;JSON (*.json)"
        path = self.workplace.messages.file_to_write(say("Save as a table"), f"{code}.xlsx", kinds)
        if path is not None:
            count = export(self.store, self.workplace.roster(self.training_id), path, self.words)
            self.workplace.messages.tell(
                self.words.count("{n} person in {path}", "{n} people in {path}", count, path=path.name)
            )


def _text_of(one: Attendee) -> str:
    institution = one.institution
    names = institution.name if institution else ()
    return folded(" ".join((one.participant.name_latin, one.participant.name_arabic, one.enrolment.position, *names)))
