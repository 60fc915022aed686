"""Plan: the training, its sessions, its programme with the rule of the certificate, its signatories."""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobs.trainings import planning, replanning
from models.ids import new_id
from models.names.letters import ascii_digits
from models.records import Programme, Session, Signatory, Training
from models.records.codes import Role
from models.training.roster import sessions_of
from ui.training.plan.agreed_steps import PlanAgreedSteps
from ui.training.plan.card import PlanCard
from ui.training.plan.desk_options import PlanDeskOptions
from ui.training.plan.letters import PlanLetters
from ui.training.plan.own_questions import PlanOwnQuestions
from ui.training.plan.payments import PlanPayments
from ui.training.plan.programme import PlanProgramme
from ui.training.plan.rule_effect import RuleEffect
from ui.training.plan.targets import PlanTargets
from ui.training.tab import TrainingTab
from ui.widgets import parts
from ui.widgets.asking import ask_text
from ui.widgets.editors import ChoiceEditor, SeveralEditor
from ui.widgets.forms import Form, form_over
from ui.widgets.list_and_form import ListAndForm
from ui.widgets.record_list import Column
from ui.workplace import Workplace

_TRAINING = (
    "title_en", "title_ar", "title_ckb", "code", "place", "venue_en", "venue_ar", "venue_ckb",
    "start", "end", "hours", "capacity", "programme_id",
)  # fmt: skip
_SESSION = ("day", "start", "end", "title_en", "title_ar", "title_ckb", "trainer_ids", "cancelled")
_RULE = ("rule_sessions", "rule_score", "rule_excused_counts")
_OPTIONAL: tuple[type[PlanCard], ...] = (
    PlanTargets, PlanLetters, PlanPayments, PlanAgreedSteps, PlanDeskOptions, PlanOwnQuestions,
)  # fmt: skip
_SIGNATORY = ("name_latin", "name_arabic", "position_en", "position_ar", "position_ckb")


class PlanPage(TrainingTab):
    KINDS: ClassVar[frozenset[str]] = frozenset(
        {"training", "session", "programme", "signatory", "issuer", "mark", "score", "enrolment", "same_person"}
    )

    def __init__(self, workplace: Workplace, training_id: str) -> None:
        super().__init__(workplace, training_id)
        self._programmes = ChoiceEditor(())
        self._training: Form[Training] = Form(
            workplace,
            Training,
            _TRAINING,
            self.store.trainings.find,
            partial(planning.edit_training, self.store),
            {"programme_id": self._programmes},
        )
        self._rule: Form[Programme] = form_over(workplace, self.store.programmes, _RULE, action="plan")
        self._effect = RuleEffect(self.words)
        self._more = parts.column()
        self._trainers = SeveralEditor(self.words.say("Nobody is listed as a trainer yet"))
        self._sessions = self._build_sessions()
        self._signatories = self._build_signatories()
        self._build()

    def _build(self) -> None:
        say = self.words.say
        copy = parts.button(say("Copy the day"), style="quiet")
        shift = parts.button(say("Shift all times…"), style="quiet")
        calendar = parts.button(say("Save as a calendar…"), style="quiet")
        follow = parts.button(say("Follow-up training…"), style="quiet")
        copy.clicked.connect(self._on_copy_day)
        shift.clicked.connect(self._on_shift)
        calendar.clicked.connect(self._on_calendar)
        follow.clicked.connect(self._on_follow_up)
        content = parts.column(
            parts.card(parts.label(say("Training"), "heading"), self._training),
            parts.card(
                parts.label(say("Sessions"), "heading"),
                self._sessions,
                parts.label(say("Drag a topic to another time, or press Ctrl with an arrow key."), "muted", wrap=True),
                parts.flow(copy, shift, calendar, follow),
            ),
            parts.card(
                parts.label(say("Rule for the certificate"), "heading"),
                self._effect,
                self._rule,
            ),
            parts.card(parts.label(say("Who signs the certificates"), "heading"), self._signatories),
            self._more,
            None,
            spacing=14,
        )
        QTimer.singleShot(1, self, self._add_more)  # after the page was painted
        margins = QWidget()
        inside = QVBoxLayout(margins)
        inside.setContentsMargins(0, 10, 8, 10)
        inside.addWidget(content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(parts.scrolled(margins, both_ways=True))

    def _add_more(self) -> None:
        """What is further down comes when the page is shown."""
        layout = self._more.layout()
        assert layout is not None
        if not layout.count():
            layout.addWidget(PlanProgramme(self.workplace, self.training_id))
            QTimer.singleShot(1, self, self._add_more)
        else:
            cards = (card(self.workplace, self.training_id) for card in _OPTIONAL)
            layout.addWidget(parts.column(*cards, spacing=14))

    def _build_sessions(self) -> ListAndForm[Session]:
        say = self.words.say
        columns: list[Column[Session]] = [
            Column(say("Day"), self._day, lambda one: (str(one.day), one.start), width=130),
            Column(say("Time"), self._time, lambda one: one.start, width=105),
            Column(say("Topic"), self._topic),
        ]
        editors = {"trainer_ids": self._trainers}
        form = form_over(self.workplace, self.store.sessions, _SESSION, action="plan", editors=editors)
        made = ListAndForm(
            self.workplace.theme,
            columns,
            form,
            say("Sessions"),
            (say("Add a day"), self._add_day),
            (say("Remove the session"), self._remove_session),
        )
        made.table.let_rows_move()
        made.table.moved.connect(partial(planning.move_session, self.store, self.training_id))
        return made

    def _build_signatories(self) -> ListAndForm[Signatory]:
        say = self.words.say
        columns: list[Column[Signatory]] = [
            Column(say("Name"), lambda one: one.name_latin or one.name_arabic),
            Column(say("Position"), lambda one: self.words.of(one, "position")),
        ]
        form = form_over(self.workplace, self.store.signatories, _SIGNATORY, action="plan")
        return ListAndForm(
            self.workplace.theme,
            columns,
            form,
            say("Who signs the certificates"),
            (say("Add a person who signs"), self._add_signatory),
            (say("Remove"), self._remove_signatory),
        )

    def _day(self, one: Session) -> str:
        if one.day is None:
            return ""
        return f"{self.words.weekday(one.day)} {self.words.number(f'{one.day.day}/{one.day.month}')}"

    def _time(self, one: Session) -> str:
        return self.words.number(f"\u2066{one.start}–{one.end}\u2069") if one.start else ""

    def _topic(self, one: Session) -> str:
        topic = self.words.of(one, "title")
        return self.words.say("Cancelled: {topic}", topic=topic) if one.cancelled else topic

    def reload(self) -> None:
        found, training = self.workplace.roster(self.training_id), self.store.trainings.get(self.training_id)
        programmes = self.store.programmes.all()
        self._trainers.offer(
            (one.enrolment.id, one.participant.name_in(self.words.language)) for one in found.in_role(Role.TRAINER)
        )
        self._programmes.offer([(one.id, self.words.of(one, "title") or one.code or "–") for one in programmes])
        programme = self.store.programmes.find(training.programme_id)
        self._training.show_record(training)
        self._rule.show_record(programme)
        self._effect.show_roster(found)
        self._sessions.show_records(sessions_of(self.store, self.training_id))
        self._signatories.show_records(
            [
                signs
                for one in training.signatory_ids
                if (signs := self.store.signatories.find(one)) and not signs.removed
            ]
        )

    def start(self) -> None:
        self._training.editor("title_en").setFocus()

    def _on_shift(self) -> None:
        say = self.words.say
        question = say("By how many minutes? Earlier with a minus: -30")
        ask_text(self, say("Shift all times"), question, self._shift)

    def _shift(self, written: str) -> None:
        minutes = ascii_digits(written).replace("−", "-").replace("–", "-").strip()
        if not minutes.lstrip("+-").isdigit() or len(minutes) > len("-1440"):
            self.workplace.messages.show(self.words.say("Please type a whole number."))
            return
        moved = replanning.shift_times(self.store, self.training_id, int(minutes))
        self.workplace.messages.tell(self.words.count("{n} session moved", "{n} sessions moved", moved))

    def _on_calendar(self) -> None:
        code = self.store.trainings.get(self.training_id).code
        title = self.words.say("Save as a calendar")
        path = self.workplace.messages.file_to_write(title, f"{code}.ics", "iCalendar (*.ics)")
        if path is not None:
            path = path if path.suffix else path.with_suffix(".ics")
            replanning.save_calendar(self.store, self.training_id, path, self.words)
            self.workplace.messages.tell(self.words.say("Written: {path}", path=path.name))

    def _on_follow_up(self) -> None:
        say = self.words.say
        question = say(
            "First day of the follow-up training, such as 2016-02-14. Sessions and rule are copied, no people."
        )
        ask_text(self, say("Follow-up training"), question, self._follow_up)

    def _follow_up(self, written: str) -> None:
        try:
            start = date.fromisoformat(ascii_digits(written).strip())
        except ValueError:
            self.workplace.messages.show(self.words.say("Please type a day as 2016-02-14."))
            return
        made = replanning.follow_up(self.store, self.training_id, start)
        self.workplace.messages.tell(self.words.say("{code} was added to the trainings.", code=made.code))

    def _add_day(self) -> str:
        added = planning.add_day(self.store, self.training_id)
        return added[0].id if added else ""

    def _on_copy_day(self) -> None:
        """The day of the chosen session."""
        session = self._sessions.table.row
        added = planning.copy_day(self.store, self.training_id, session.id) if session is not None else []
        if added:
            self._sessions.table.choose(added[0].id)

    def _remove_session(self, session_id: str) -> None:
        planning.remove_session(self.store, session_id)

    def _add_signatory(self) -> str:
        training = self.store.trainings.get(self.training_id)
        programme = self.store.programmes.find(training.programme_id)
        made = Signatory(id=new_id(), issuer_id=programme.issuer_id if programme else "")
        self.workplace.save("plan", made, replace(training, signatory_ids=(*training.signatory_ids, made.id)))
        return made.id

    def _remove_signatory(self, signatory_id: str) -> None:
        training = self.store.trainings.get(self.training_id)
        left = tuple(one for one in training.signatory_ids if one != signatory_id)
        self.workplace.save("plan", replace(training, signatory_ids=left))
