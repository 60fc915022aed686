"""The sessions of a training, in their order."""

from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from jobs.certificates.prospects import lost_without
from jobs.certificates.verdict_words import lost_without_words
from jobs.trainings import agenda
from models.records import Session
from models.records.codes import Role
from models.sorting import choices_in_order
from models.training.outside import outside
from models.training.roster import sessions_of
from ui.training.plan.card import PlanCard
from ui.training.plan.replanning import ask_follow_up, ask_shift, save_calendar
from ui.widgets import parts
from ui.widgets.editors import SeveralEditor
from ui.widgets.forms import Form
from ui.widgets.list_and_form import ListAndForm
from ui.widgets.record_list import Column
from ui.workplace import Workplace

_SESSION = ("day", "start", "end", "title", "trainer_ids", "cancelled")


class PlanSessions(PlanCard):
    KINDS: ClassVar[frozenset[str]] = frozenset({"training", "session", "enrolment", "same_person"})

    def __init__(self, workplace: Workplace, training_id: str) -> None:
        super().__init__(workplace, training_id)
        say = self.words.say
        self._trainers = SeveralEditor(self.words, say("Nobody is listed as a trainer yet"))
        self._sessions = self._build_sessions()
        self._outside = parts.problem_label()
        hint = parts.label(say("Drag a topic to another time, or press Ctrl with an arrow key."), "muted", wrap=True)
        self.frame(say("Sessions"), self._outside, self._sessions, hint, self._build_actions())

    def _build_sessions(self) -> ListAndForm[Session]:
        say, editors = self.words.say, {"trainer_ids": self._trainers}
        columns: list[Column[Session]] = [
            Column(say("Day"), self._day, lambda one: (str(one.day), one.start), width=130),
            Column(say("Time"), self._time, lambda one: one.start, width=105),
            Column(say("Topic"), self._topic),
        ]
        made = ListAndForm(
            self.workplace,
            columns,
            Form(self.workplace, Session, _SESSION, self.store.sessions.find, self._save, editors),
            say("Sessions"),
            (say("Add a day"), self._add_day),
            (say("Remove the session"), self._remove),
        )
        made.table.let_rows_move()
        made.table.moved.connect(partial(agenda.move_session, self.store, self.training_id))
        return made

    def _build_actions(self) -> QWidget:
        say, workplace, own = self.words.say, self.workplace, self.training_id
        copy = parts.button(say("Copy the day"), style="quiet")
        shift = parts.button(say("Shift all times…"), style="quiet")
        calendar = parts.button(say("Save as a calendar…"), style="quiet")
        follow = parts.button(say("Follow-up training…"), style="quiet")
        copy.clicked.connect(self._on_copy_day)
        shift.clicked.connect(lambda: ask_shift(workplace, own, self))
        calendar.clicked.connect(lambda: save_calendar(workplace, own))
        follow.clicked.connect(lambda: ask_follow_up(workplace, own, self))
        return parts.flow(copy, shift, calendar, follow)

    def _day(self, one: Session) -> str:
        if one.day is None:
            return ""
        return f"{self.words.weekday(one.day)} {self.words.number(f'{one.day.day}/{one.day.month}')}"

    def _time(self, one: Session) -> str:
        return self.words.number(f"\u2066{one.start}–{one.end}\u2069") if one.start else ""

    def _topic(self, one: Session) -> str:
        topic = self.words.of(one, "title")
        return self.words.say("Cancelled: {topic}", topic=topic) if one.cancelled else topic

    def _save(self, session_id: str, name: str, value: Any) -> None:
        change = partial(self.workplace.change, "plan", Session, session_id, {name: value})
        if name == "cancelled" and value:
            self._leave_out(session_id, change)
        else:
            change()

    def _remove(self, session_id: str) -> None:
        self._leave_out(session_id, partial(agenda.remove_session, self.store, session_id))

    def _leave_out(self, session_id: str, then: Callable[[], None]) -> None:
        """Who loses a certificate by it is told before."""
        lost = lost_without(self.workplace.roster(self.training_id), session_id)
        if lost:
            question = lost_without_words(lost, self.words)
            self.workplace.messages.ask(question, self.words.say("Leave the session out"), then)
        else:
            then()

    def _add_day(self) -> str:
        added = agenda.add_day(self.store, self.training_id)
        return added[0].id if added else ""

    def _on_copy_day(self) -> None:
        """The day of the chosen session."""
        session = self._sessions.table.row
        added = agenda.copy_day(self.store, self.training_id, session.id) if session is not None else []
        if added:
            self._sessions.table.choose(added[0].id)

    def reload(self) -> None:
        trainers = self.workplace.roster(self.training_id).in_role(Role.TRAINER)
        language = self.words.language
        names = [(one.enrolment.id, one.participant.name_in(language)) for one in trainers]
        self._trainers.offer(choices_in_order(names, language))
        held = sessions_of(self.store, self.training_id)
        self._sessions.show_records(held)
        self._show_outside(outside(self.training, held))

    def _show_outside(self, lost: list[Session]) -> None:
        days = self.words.listed(dict.fromkeys(self._day(one) for one in lost))
        self._outside.setText(self.words.say("Outside the days of the training: {days}", days=days))
        self._outside.setVisible(bool(lost))
