"""People: everybody on file, found by typing; one person with all their trainings."""

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QMenu, QSplitter, QStackedWidget, QVBoxLayout

from jobs.in_words import choice
from jobs.people.directory import Entry, TrainingTaken, consents_of, newest, one_entry, search, trainings_of
from jobs.people.erasing import count_open, note_request
from jobs.people.on_file import save_about
from models.people import proposals
from models.records import Enrolment
from models.records.codes import Consent
from models.sorting import sorting_key
from models.wall_clock import today_here
from resources.words import Words
from resources.words.codes import code_word
from resources.words.fields import field_word
from ui.looks.sizes import px
from ui.people.card import PersonCard
from ui.people.erasure import ErasureDialog
from ui.people.joining import JoinDialog, SeparateDialog
from ui.people.waiting import WaitingDialog
from ui.printers.dialog import print_certificate_of
from ui.widgets import parts
from ui.widgets.line_edit import LineEdit
from ui.widgets.record_list import Column, RecordList
from ui.window.shell import Section
from ui.window.where import Where
from ui.workplace import Workplace

MOST = 300
_CALM = 60  # milliseconds between the last letter and the search
_NEARLY = "≈"


def people_columns(words: Words) -> list[Column[Entry]]:
    say = words.say
    return [
        Column(
            say("Name"),
            lambda one: entry_name(one, words),
            lambda one: sorting_key(one.participant.name_in(words.language), words.language),
        ),
        Column(say("In other letters"), lambda one: one.participant.other_name_in(words.language)),
        Column(say("Institution"), lambda one: words.of(one.institution) if one.institution else ""),
        Column(say("Trainings"), lambda one: words.number(one.trainings), lambda one: one.trainings, width=90),
    ]


def entry_name(one: Entry, words: Words) -> str:
    """With a sign before it where only the name is similar to what was typed; the line above says what it means."""
    name = one.participant.name_in(words.language)
    return f"{_NEARLY} \u2068{name}\u2069" if one.is_similar else name


def count_words(found: list[Entry], words: Words) -> str:
    similar = sum(one.is_similar for one in found)
    counted = words.count("{n} person", "{n} people", len(found))
    if not similar:
        return counted
    return f"{counted} · {_NEARLY} {words.say('perhaps meant: {count}', count=similar)}"


def sessions_words(one: TrainingTaken, words: Words) -> str:
    return words.number(f"\u2066{one.attended}/{one.held}\u2069") if one.held else "–"


def training_words(one: TrainingTaken, words: Words) -> str:
    """Its title, and in which role, if not as a participant."""
    text = words.of(one.training, "title") or one.training.code
    is_usual = one.enrolment.role.counts and "role" not in one.enrolment.unread
    role = "" if is_usual else choice(one.enrolment, "role", words)
    return f"{text} ({role})" if role else text


def consents_words(answers: Mapping[str, Consent], words: Words) -> str:
    """A line for each question that was answered at any training."""
    lines = (
        words.say(
            "{question}: {answer}",
            question=field_word(words, Enrolment.KIND, name),
            answer=code_word(words, "consent", answer),
        )
        for name, answer in answers.items()
        if answer
    )
    return "\n".join(lines)


class PeopleSection(Section):
    KINDS: ClassVar[frozenset[str]] = frozenset(
        {"participant", "enrolment", "institution", "same_person", "certificate", "erasure_request", "mark"}
    )

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        say = self.words.say
        self._field = LineEdit()
        self._field.setPlaceholderText(say("Name, phone, e-mail or institution"))
        self._field.setAccessibleName(say("Find a person"))
        self._field.setClearButtonEnabled(True)
        self._count = parts.label("", "muted")
        self._table = self._build_table()
        self._card = PersonCard(workplace)
        self._trainings = self._build_trainings()
        self._consents = parts.label("", "muted", wrap=True)
        self._stack = QStackedWidget()
        self._waiting = parts.label("", wrap=True)
        answer = parts.button(say("Answer"))
        answer.clicked.connect(self._on_answer)
        self._notice = parts.notice(self._waiting, answer)
        self._requests = parts.label("", wrap=True)
        decide = parts.button(say("Decide"))
        decide.clicked.connect(self._on_decide)
        self._requests_notice = parts.notice(self._requests, decide)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM)
        self._calm.timeout.connect(self._show_people)
        self._field.textChanged.connect(self._calm.start)
        self._field.returnPressed.connect(self._table.setFocus)
        self._build()

    def _build_table(self) -> RecordList[Entry]:
        words = self.words
        table = RecordList(people_columns(words), words.say("People"), lambda one: one.participant.id, words.language)
        table.chosen.connect(self._on_chosen)
        table.opened.connect(self._on_opened)
        return table

    def _build_trainings(self) -> RecordList[TrainingTaken]:
        say, words = self.words.say, self.words
        table: RecordList[TrainingTaken] = RecordList(
            [
                Column(say("Training"), lambda one: training_words(one, words)),
                Column(say("Sessions"), lambda one: sessions_words(one, words), width=70),
                Column(say("Certificate"), lambda one: f"\u2066{one.number}\u2069" if one.number else "–", width=120),
            ],
            say("Trainings of this person"),
            lambda one: one.enrolment.id,
            words.language,
        )
        table.setMaximumHeight(px(150))
        return table

    def _build(self) -> None:
        say = self.words.say
        self._print = parts.button(say("Print the certificate…"), self.workplace.theme, "print", style="quiet")
        self._print.clicked.connect(self._on_print)
        self._trainings.chosen.connect(self._show_print)
        self._trainings.opened.connect(self._on_print)
        heading = parts.label(say("Trainings of this person"), "heading")
        self._more = parts.button(say("More"), style="quiet")
        parts.let_choose(self._more, self._build_menu())
        self._card.add_below(self._consents, heading, self._trainings, parts.row(self._print, None, self._more))
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self._table)
        splitter.addWidget(self._card)
        splitter.setSizes([560, 440])
        splitter.setChildrenCollapsible(False)
        self._stack.addWidget(splitter)
        self._stack.addWidget(
            parts.empty(
                say("Nobody is on file yet"),
                say("People come on file with a nominee list or at registration, in a training."),
            )
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(parts.row(parts.label(say("People"), "title"), self._count, None))
        layout.addWidget(self._field)
        layout.addWidget(self._notice)
        layout.addWidget(self._requests_notice)
        layout.addWidget(self._stack, 1)

    def _build_menu(self) -> QMenu:
        say = self.words.say
        menu = QMenu(self)
        menu.addAction(say("Join with another entry…")).triggered.connect(self._on_join)
        self._apart = menu.addAction(say("Take entries apart…"))
        self._apart.triggered.connect(self._on_apart)
        menu.addSeparator()
        menu.addAction(say("Save all data about this person…")).triggered.connect(self._on_save_about)
        menu.addAction(say("Note a request for erasure")).triggered.connect(self._on_request)
        return menu

    def reload(self) -> None:
        requests = count_open(self.store)
        self._requests_notice.setVisible(requests > 0)
        self._requests.setText(
            self.words.count("{n} request for erasure waits.", "{n} requests for erasure wait.", requests)
        )
        has_people = bool(self.store.participants.newest(1))
        self._stack.setCurrentIndex(0 if has_people else 1)
        self._field.setVisible(has_people)
        waiting = proposals.count_waiting(self.store)
        self._notice.setVisible(waiting > 0)
        self._waiting.setText(
            self.words.count("{n} question waits for your answer.", "{n} questions wait for your answer.", waiting)
        )
        self._show_people()

    def _show_people(self) -> None:
        text = self._field.text()
        found = search(self.store, text, MOST, self.words.language) if text.strip() else newest(self.store, MOST)
        self._table.show_rows(found)
        if len(found) < MOST:
            self._count.setText(count_words(found, self.words))
        else:
            self._count.setText(self.words.say("the newest {n}; type to find others", n=self.words.number(MOST)))
        if self._table.row is None and found:
            self._table.choose_place(0)
        if not found:
            self._card.show_person(None)
            self._consents.hide()
            self._trainings.show_rows([])
            self._show_print()

    def _on_chosen(self) -> None:
        entry = self._table.row
        if entry is not None:
            self._card.show_person(entry.participant)
            taken = trainings_of(self.store, entry.participant.id)
            self._trainings.show_rows(taken)
            self._consents.setText(consents_words(consents_of(self.store, entry.participant.id), self.words))
            self._consents.setVisible(bool(self._consents.text()))
            if taken and self._trainings.row is None:
                self._trainings.choose_place(0)
            self._show_print()
            self._apart.setEnabled(self.store.identities.is_joined(entry.participant.id))

    def _show_print(self) -> None:
        taken = self._trainings.row
        self._print.setVisible(taken is not None and bool(taken.number))

    def _on_print(self) -> None:
        taken = self._trainings.row
        if taken is not None and taken.number:
            print_certificate_of(self.workplace, taken.enrolment, self.window())

    def _on_opened(self) -> None:
        self._card.start()

    def _on_answer(self) -> None:
        WaitingDialog(self.workplace, self.window()).open()

    def _on_decide(self) -> None:
        ErasureDialog(self.workplace, self.window()).open()

    def _on_join(self) -> None:
        if self._table.row is not None:
            JoinDialog(self.workplace, self._table.row.participant, self.window()).open()

    def _on_apart(self) -> None:
        if self._table.row is not None:
            SeparateDialog(self.workplace, self._table.row.participant, self.window()).open()

    def _on_save_about(self) -> None:
        entry = self._table.row
        if entry is None:
            return
        kinds = "PDF (*.pdf);;Word (*.docx);;JSON (*.json)"
        title = self.words.say("Save all data about this person")
        path = self.workplace.messages.file_to_write(title, f"{title}.pdf", kinds)
        if path is not None:
            save_about(self.store, entry.participant.id, path, self.words)
            self.workplace.messages.tell(self.words.say("Written: {path}", path=path.name))

    def _on_request(self) -> None:
        if self._table.row is not None:
            note_request(self.store, self._table.row.participant.id, today_here())
            self.workplace.messages.tell(self.words.say("Noted. Nothing is erased before somebody decides."))

    def go(self, where: Where) -> None:
        """Show one person, found or not in what is listed."""
        if not where.person_id:
            return
        self._field.clear()
        self._calm.stop()
        entry = one_entry(self.store, where.person_id)
        if entry is None:
            return
        self._show_people()
        if not self._table.choose(entry.participant.id):
            self._table.show_rows([entry, *self._table.records.rows])
            self._table.choose(entry.participant.id)
        self._table.scrollTo(self._table.currentIndex())

    def start(self) -> None:
        self._field.setFocus()

    @property
    def where(self) -> Where:
        entry = self._table.row
        return Where(person_id=entry.participant.id if entry and self._table.hasFocus() else "")
