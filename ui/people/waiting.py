"""What waits for a person's yes: two entries that may be one person, names made by rule."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from models import proposals
from models.names.letters import plain
from models.proposals import Proposal, ProposalKind
from models.records import Participant
from models.store import Store
from resources import labels
from ui import parts
from ui.tables import Column, RecordList
from ui.workplace import Workplace

_COMPARED = ("name_latin", "name_arabic", "birth_year", "phone", "email", "sex")


class WaitingDialog(QDialog):
    """All questions at once; each answer is one step and can be undone."""

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._words = workplace.words
        say = self._words.say
        self.setWindowTitle(say("Waiting for your answer"))
        self.setMinimumSize(860, 500)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._table: RecordList[Proposal] = RecordList(
            [
                Column(say("Person"), lambda one: one.first.name_in(self._words.language)),
                Column(say("Question"), self._question, lambda one: one.kind.value, width=190),
            ],
            say("Waiting for your answer"),
            lambda one: one.id,
        )
        self._table.chosen.connect(self._show)
        self._heading = parts.label("", "heading", wrap=True)
        self._because = parts.label("", "muted", wrap=True)
        self._comparison = QWidget()
        self._yes = parts.button("", workplace.theme, "check", style="primary")
        self._no = parts.button("")
        self._all = parts.button(say("All names made by rule are right"), style="quiet")
        self._yes.clicked.connect(partial(self._answer, proposals.accept))
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
        self._right.addWidget(parts.row(self._yes, self._no, None))
        self._right.addStretch(1)
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(self._table, 1)
        across.addLayout(self._right, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(across, 1)
        layout.addWidget(parts.row(self._all, None, close))

    def reload(self) -> None:
        """What still waits; closes when nothing does."""
        waiting = proposals.waiting(self._workplace.store)
        place = max(self._table.currentIndex().row(), 0)
        self._table.show_rows(waiting)
        self._all.setVisible(any(one.kind is ProposalKind.NAME for one in waiting))
        if waiting:
            self._table.choose_place(min(place, len(waiting) - 1))
        else:
            self.accept()

    def _question(self, one: Proposal) -> str:
        return labels.code(self._words, "proposal_kind", one.kind)

    def _show(self) -> None:
        one = self._table.row
        if one is None:
            return
        say = self._words.say
        is_name = one.kind is ProposalKind.NAME
        self._heading.setText(say("Is this name right?") if is_name else say("Are these two one person?"))
        because = say(", ").join(labels.code(self._words, "agreement", part) for part in one.because)
        self._because.setText(
            say("It was made from the other form by rule and is not printed before you say yes.")
            if is_name
            else say("Likeness {percent} %: {because}", percent=self._words.number(one.likeness), because=because)
        )
        self._yes.setText(say("The names are right") if is_name else say("One person"))
        self._no.setText(say("Remove the made name") if is_name else say("Two people"))
        people = [one.first] if one.second is None else [one.first, one.second]
        fresh = self._compare(people)
        self._right.replaceWidget(self._comparison, fresh)
        self._comparison.deleteLater()
        self._comparison = fresh

    def _compare(self, people: list[Participant]) -> QWidget:
        """The same fields of one or two entries side by side; what differs stands out."""
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, len(people) - 1)
        grid.setHorizontalSpacing(16)
        for line, name in enumerate(_COMPARED):
            shown = [self._shown(person, name) for person in people]
            if not any(shown):
                continue
            grid.addWidget(parts.label(labels.field(self._words, "participant", name), "muted"), line, 0)
            differs = len({plain(text) for text in shown}) > 1
            for place, text in enumerate(shown, start=1):
                grid.addWidget(self._cell(text, differs=differs), line, place)
        return box

    def _cell(self, text: str, *, differs: bool) -> QLabel:
        cell = parts.label(f"\u2068{text}\u2069" if text else "–", "heading" if differs else "", wrap=True)
        cell.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return cell

    def _shown(self, person: Participant, name: str) -> str:
        if name == "sex":
            return labels.code(self._words, "sex", person.sex) if person.sex else ""
        text = str(getattr(person, name) or "")
        made = {"name_latin": person.latin_proposed, "name_arabic": person.arabic_proposed}.get(name, False)
        return self._words.say("{name} (made by rule)", name=text) if made and text else text

    def _answer(self, answer: Callable[[Store, Proposal], None]) -> None:
        if self._table.row is not None:
            answer(self._workplace.store, self._table.row)
            self.reload()

    def _on_all(self) -> None:
        names = [one for one in self._table.records.rows if one.kind is ProposalKind.NAME]
        proposals.accept(self._workplace.store, *names)
        self.reload()
