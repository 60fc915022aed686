"""Requests for erasure: who decides sees what goes and what remains, erases or refuses, and answers on paper."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobs.people import erasing
from jobs.people.erasing import OpenRequest
from models.records import ErasureRequest
from models.wall_clock import today_here
from ui.looks.sizes import px
from ui.widgets import parts
from ui.widgets.asking import ask_text
from ui.widgets.dialogs import Dialog
from ui.widgets.record_list import Column, RecordList
from ui.workplace import Workplace

Row = tuple[str, str, str]


class ErasureDialog(Dialog):
    """All open requests, one after the other."""

    SIZE: ClassVar[tuple[int, int]] = (860, 520)

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._words = workplace.words
        say = self._words.say
        self.setWindowTitle(say("Requests for erasure"))
        self._table: RecordList[OpenRequest] = RecordList(
            [
                Column(say("Person"), lambda one: one.participant.name_in(self._words.language)),
                Column(say("Asked on"), self._asked, lambda one: str(one.request.asked_on), width=120),
                Column(say("Noted by"), lambda one: one.request.noted_by or "–", width=140),
                Column(say("Trainings"), lambda one: self._words.number(one.trainings), width=90),
            ],
            say("Requests for erasure"),
            lambda one: one.request.id,
            self._words.language,
        )
        self._table.setMaximumHeight(px(150))
        self._remains: RecordList[Row] = RecordList(
            [
                Column(say("Where"), lambda row: row[0], width=190),
                Column(say("What"), lambda row: row[1]),
                Column(say("Until"), lambda row: row[2]),
            ],
            say("What remains outside the records"),
            "\n".join,
            self._words.language,
        )
        self._table.chosen.connect(self._show)
        erase = parts.button(say("Erase…"), workplace.theme, "remove", style="primary")
        refuse = parts.button(say("Refuse…"))
        close = parts.button(say("Close"))
        erase.clicked.connect(self._on_erase)
        refuse.clicked.connect(self._on_refuse)
        close.clicked.connect(self.accept)
        text = say(
            "Erasing takes away name, contacts, position, photograph, signature and answers, here and on every laptop "
            "that these records reach. A counted row without a name and the certificate numbers stay."
        )
        layout = QVBoxLayout(self.room)
        layout.setSpacing(10)
        layout.addWidget(parts.label(text, wrap=True))
        layout.addWidget(self._table)
        layout.addWidget(parts.label(say("What remains outside the records"), "heading"))
        layout.addWidget(self._remains, 1)
        self.foot.addWidget(parts.row(close, None, refuse, erase))
        self.reload()

    def reload(self) -> None:
        """What still waits; closes when nothing does."""
        waiting = erasing.open_requests(self._workplace.store)
        self._table.show_rows(waiting)
        if not waiting:
            self.accept()
        elif self._table.row is None:
            self._table.choose_place(0)
        self._show()

    def _asked(self, one: OpenRequest) -> str:
        return self._words.short_date(one.request.asked_on) if one.request.asked_on else "–"

    def _show(self) -> None:
        one = self._table.row
        if one is not None:
            left = erasing.remains(self._workplace.store, one.participant.id)
            self._remains.show_rows(list(erasing.remains_rows(left, self._words)))

    def _on_erase(self) -> None:
        one = self._table.row
        if one is not None:
            name = f"\u2068{one.participant.name_in(self._words.language)}\u2069"
            question = self._words.say("Erase what is on file about {name}? This cannot be undone.", name=name)
            self._workplace.messages.ask(question, self._words.say("Erase for good"), lambda: self._erase(one.request))

    def _erase(self, request: ErasureRequest) -> None:
        with self._reloading():
            done = erasing.erase(self._workplace.store, request, today_here())
            self._answer(done)

    def _on_refuse(self) -> None:
        one = self._table.row
        if one is not None:
            request = one.request
            question = self._words.say("Why is the request refused? The answer will say so.")
            ask_text(self, self._words.say("Refuse the request"), question, lambda text: self._refuse(request, text))

    def _refuse(self, request: ErasureRequest, reason: str) -> None:
        with self._reloading():
            erasing.refuse(self._workplace.store, request, reason, today_here())
            self._answer(self._workplace.store.erasure_requests.get(request.id))

    @contextmanager
    def _reloading(self) -> Iterator[None]:
        """Also when somebody else had decided, which is told then."""
        try:
            yield
        finally:
            self.reload()

    def _answer(self, request: ErasureRequest) -> None:
        """The answer on paper; whoever thinks better of it has still decided."""
        say = self._words.say
        name = f"{erasing.reference(request)}.pdf"
        path = self._workplace.messages.file_to_write(say("Save the answer to the person"), name, "PDF (*.pdf)")
        if path is not None:
            erasing.save_answer(self._workplace.store, request, path, self._words)
            self._workplace.messages.tell(say("Written: {path}", path=path.name))
