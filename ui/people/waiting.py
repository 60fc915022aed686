"""What waits for a person's yes: two entries that may be one person, names made by rule."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jobs.people.joining import join
from models.people import proposals
from models.people.proposals import Proposal, ProposalKind
from models.store import Store
from resources.words.codes import code_word
from ui.people.comparison import Comparison
from ui.people.made_name import MadeName
from ui.widgets import parts
from ui.widgets.dialogs import Dialog
from ui.widgets.record_list import Column, RecordList
from ui.workplace import Workplace


class WaitingDialog(Dialog):
    """All questions at once; each answer is one step and can be undone."""

    SIZE: ClassVar[tuple[int, int]] = (860, 500)

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._words = workplace.words
        say = self._words.say
        self.setWindowTitle(say("Waiting for your answer"))
        self._table: RecordList[Proposal] = RecordList(
            [
                Column(say("Person"), lambda one: one.first.name_in(self._words.language)),
                Column(say("Question"), self._question, lambda one: one.kind.value, width=190),
            ],
            say("Waiting for your answer"),
            lambda one: one.id,
            self._words.language,
        )
        self._table.chosen.connect(self._show)
        self._heading = parts.label("", "heading", wrap=True)
        self._because = parts.label("", "muted", wrap=True)
        self._comparison = QWidget()
        self._read: set[str] = set()
        self._corrected: dict[str, dict[str, str]] = {}
        self._yes = parts.button("", workplace.theme, "check", style="primary")
        self._no = parts.button("")
        self._all = parts.button(say("All names made by rule are right"), style="quiet")
        self._yes.clicked.connect(self._on_yes)
        self._no.clicked.connect(partial(self._answer, proposals.reject))
        self._all.clicked.connect(self._on_all)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._yes.click)
        self._yes.setToolTip("Ctrl+Enter")
        self._build()
        self.reload()

    def _build(self) -> None:
        close = parts.button(self._words.say("Close"))
        close.clicked.connect(self.accept)
        self._right = QVBoxLayout()
        self._right.setSpacing(10)
        self._right.addWidget(self._heading)
        self._right.addWidget(self._because)
        self._right.addWidget(self._comparison)
        self._right.addWidget(parts.flow(self._yes, self._no))
        self._right.addStretch(1)
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(self._table, 1)
        across.addLayout(self._right, 1)
        layout = QVBoxLayout(self.room)
        layout.addLayout(across, 1)
        self.foot.addWidget(parts.row(self._all, None, close))

    def reload(self) -> None:
        """What still waits; closes when nothing does."""
        waiting = proposals.waiting(self._workplace.store)
        place = max(self._table.currentIndex().row(), 0)
        self._table.show_rows(waiting)
        self._show_all_button()
        if waiting:
            self._table.choose_place(min(place, len(waiting) - 1))
        else:
            self.accept()

    def _show_all_button(self) -> None:
        """Nobody says yes to names that were not on the screen."""
        names = [one.id for one in self._table.records.rows if one.kind is ProposalKind.NAME]
        unread = len(set(names) - self._read)
        self._all.setVisible(bool(names))
        self._all.setEnabled(not unread)
        say = self._words.say
        self._all.setToolTip(
            say("Once each was shown. Still to read: {n}", n=self._words.number(unread)) if unread else ""
        )

    def _question(self, one: Proposal) -> str:
        return code_word(self._words, "proposal_kind", one.kind)

    def _show(self) -> None:
        one = self._table.row
        if one is None:
            return
        say = self._words.say
        is_name = one.kind is ProposalKind.NAME
        self._heading.setText(say("Is this name right?") if is_name else say("Are these two one person?"))
        because = self._words.listed(code_word(self._words, "agreement", part) for part in one.because)
        self._because.setText(
            say("It was made from the other form by rule and is not printed before you say yes.")
            if is_name
            else say("Likeness {percent} %: {because}", percent=self._words.number(one.likeness), because=because)
        )
        self._yes.setText(say("The names are right") if is_name else say("One person"))
        self._no.setText(say("Remove the made name") if is_name else say("Two people"))
        self._read.add(one.id)
        self._show_all_button()
        fresh = self._details(one)
        self._right.replaceWidget(self._comparison, fresh)
        self._comparison.deleteLater()
        self._comparison = fresh

    def _details(self, one: Proposal) -> QWidget:
        if one.second is not None:
            return Comparison(self._words, one.first, one.second)
        made = MadeName(self._words, one.first, self._corrected.get(one.id, {}))
        made.edited.connect(lambda: self._corrected.update({one.id: made.corrected}))
        return made

    def _answer(self, answer: Callable[[Store, Proposal], None]) -> None:
        if self._table.row is not None:
            try:
                answer(self._workplace.store, self._table.row)
            finally:
                self.reload()

    def _on_yes(self) -> None:
        one = self._table.row
        second = one.second if one else None
        if one is None or second is None or not isinstance(self._comparison, Comparison):
            self._answer(partial(proposals.accept, corrected=self._corrected))
            return
        chosen = self._comparison.chosen
        self._answer(lambda store, proposal: join(store, one.first.id, second.id, chosen, proposal))

    def _on_all(self) -> None:
        names = [one for one in self._table.records.rows if one.kind is ProposalKind.NAME]
        try:
            proposals.accept(self._workplace.store, *names, corrected=self._corrected)
        finally:
            self.reload()
