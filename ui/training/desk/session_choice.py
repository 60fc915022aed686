"""SessionChoice: in which session people are marked present; the clock says, until somebody does."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobs.desk.finding import session_now, training_day
from models.records import Session
from models.training import counts
from models.training.roster import Roster
from models.wall_clock import now_at
from ui.training.desk.session_words import day_words, session_words
from ui.training.future import ask_future, is_future
from ui.widgets import parts
from ui.widgets.editors import ChoiceEditor
from ui.workplace import Workplace


class SessionChoice(QWidget):
    """On a day without a session nobody is marked unless somebody chooses one, and another day is never silent."""

    chosen = Signal()
    """Somebody chose another session."""

    def __init__(self, workplace: Workplace, *beside: QWidget) -> None:
        """
        :param beside: what stands in the same line
        """
        super().__init__()
        self._workplace = workplace
        self._words = workplace.words
        say = self._words.say
        self._roster: Roster | None = None
        self._picked: tuple[str, date] | None = None
        """The session that somebody chose, and the day on which it holds."""
        self.choice = ChoiceEditor(())
        self.choice.setAccessibleName(say("Session"))
        self.choice.setMinimumContentsLength(34)
        self.choice.committed.connect(self._on_chosen)
        caption = parts.label(say("Session"))
        caption.setBuddy(self.choice)
        self._count = parts.label("", "muted")
        self._day = parts.label("", wrap=True)
        self._notice = parts.notice(self._day)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(parts.row(caption, self.choice, self._count, *beside))
        layout.addWidget(self._notice)

    def show_roster(self, found: Roster) -> None:
        self._roster = found
        self.look_at_the_clock()

    def look_at_the_clock(self) -> str:
        """The id of the session that is chosen now; empty for none. The window may have stood open since yesterday."""
        assert self._roster is not None
        now, say = now_at(self._roster.training.zone), self._words.say
        today = session_now(self._roster, now)
        picked = self._picked[0] if self._picked and self._picked[1] == now.date() else None
        held = {one.id: session_words(one, self._words) for one in self._roster.held_sessions}
        none = [] if today else [("", say("None: nobody is marked"))]
        self.choice.offer([*none, *held.items()])
        self.choice.show_value(picked if picked in held else today.id if today else "")
        self._show_day(training_day(self._roster, now))
        self._show_count()
        return self.session.id if self.session else ""

    @property
    def session(self) -> Session | None:
        own_id = self.choice.value()
        return next((one for one in self._roster.sessions if one.id == own_id), None) if self._roster else None

    def choose(self, session_id: str) -> None:
        """It holds for today, also if it is one of another day."""
        assert self._roster is not None
        self._picked = (session_id, now_at(self._roster.training.zone).date())
        self.look_at_the_clock()
        self.chosen.emit()

    def _on_chosen(self) -> None:
        """A future session is chosen only by somebody who means it."""
        assert self._roster is not None
        session = self.session
        choose = partial(self.choose, session.id if session else "")
        if session is not None and is_future(session, now_at(self._roster.training.zone).date()):
            self.look_at_the_clock()
            ask_future(self._workplace, [session], choose)
        else:
            choose()

    def _show_day(self, today: date) -> None:
        session, say = self.session, self._words.say
        text = ""
        if session is None:
            text = say("There is no session today. Whoever is registered is not marked; choose a session to mark them.")
        elif session.day != today:
            text = say("Not today: you mark people present on {day}.", day=day_words(session, self._words))
        self._day.setText(text)
        self._notice.setVisible(bool(text))

    def _show_count(self) -> None:
        session, number = self.session, self._words.number
        if self._roster is None or session is None:
            self._count.setText("")
            return
        present, everybody = counts.present_in(self._roster, session), counts.taking_part(self._roster)
        self._count.setText(
            self._words.say("{present} of {all} present", present=number(len(present)), all=number(len(everybody)))
        )
