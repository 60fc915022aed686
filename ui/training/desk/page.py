"""Registration: one field, always ready. Typing narrows, Enter registers and marks present."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QListView,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from jobs.desk.finding import (
    NAMED,
    Match,
    MatchKind,
    badge_owner,
    deputies,
    matches,
    send_deputy,
    take_in,
)
from jobs.desk.newcomers import is_whole
from jobs.desk.registering import check_in, walk_in
from models.errors import AlikeOnFile
from models.records import Participant
from models.records.enrolments import enrolment_id
from models.training.roster import Attendee, Roster
from resources.words import N_
from ui.kiosk.kiosk import Kiosk
from ui.looks.sizes import px
from ui.training.desk.matches import MatchDelegate, MatchLine, MatchModel, match_detail
from ui.training.desk.new_or_known import NewOrKnownDialog
from ui.training.desk.newcomer import NewcomerBar
from ui.training.desk.session_choice import SessionChoice
from ui.training.desk.similar import Similar
from ui.training.desk.who import WhoBar
from ui.training.participants.attendee_card import AttendeeCard
from ui.training.tab import TrainingTab
from ui.widgets import parts
from ui.widgets.announcing import announce
from ui.widgets.asking import ask_text
from ui.widgets.line_edit import LineEdit
from ui.workplace import Workplace

_CALM = 80  # milliseconds after the last key: then those of similar names are looked for
_ROOMY = 680  # pixels of the window: in a lower one the list needs them
_MOVING = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class DeskPage(TrainingTab):
    TITLE: ClassVar[str] = N_("Registration")
    KINDS: ClassVar[frozenset[str]] = frozenset(
        {"participant", "enrolment", "institution", "mark", "session", "same_person", "training"}
    )

    def __init__(self, workplace: Workplace, training_id: str) -> None:
        super().__init__(workplace, training_id)
        self._roster: Roster | None = None
        self._registered = ""
        """Whom the line below the field says to be here."""
        self._field = LineEdit()
        self._model = MatchModel()
        self._list = QListView()
        self._card = AttendeeCard(workplace)
        self._good = parts.label("", "good", wrap=True)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM)
        self._calm.timeout.connect(self._show_matches)
        self._similar = Similar(self.words)
        self._similar.chosen.connect(self._choose)
        self._beside = QStackedWidget()
        self._beside.addWidget(self._card)
        self._beside.addWidget(self._similar)
        self._build()

    def _build(self) -> None:
        say = self.words.say
        self._build_field()
        self._build_list()
        self._kiosk = parts.button(say("Start the kiosk…"), style="quiet")
        self._kiosk.clicked.connect(self._on_kiosk)
        self._session = SessionChoice(self.workplace, self._kiosk)
        self._session.chosen.connect(self._on_session)
        self._who = WhoBar(self.workplace)
        self._who.left.connect(self._field.setFocus)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self._build_left())
        splitter.addWidget(self._beside)
        splitter.setSizes([520, 440])
        splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.addWidget(self._session)
        layout.addWidget(self._who)
        layout.addWidget(splitter, 1)
        self._good.hide()

    def _build_field(self) -> None:
        say = self.words.say
        self._field.setPlaceholderText(say("Who is here?"))
        self._field.setAccessibleName(say("Who is here?"))
        self._field.setProperty("large", True)
        self._field.setClearButtonEnabled(True)
        self._field.textEdited.connect(self._on_typed)
        self._field.textChanged.connect(self._on_cleared)
        self._field.returnPressed.connect(self.register_chosen)
        self._field.installEventFilter(self)

    def _build_list(self) -> None:
        self._list.setModel(self._model)
        self._list.setItemDelegate(MatchDelegate(self.words, self.workplace.theme, self._list))
        self._list.setAccessibleName(self.words.say("People who match"))
        self._list.setUniformItemSizes(True)
        self._list.selectionModel().currentChanged.connect(self._on_current)
        self._list.pressed.connect(self._calm.stop)
        self._list.doubleClicked.connect(self.register_chosen)
        self._list.installEventFilter(self)

    def _build_left(self) -> QWidget:
        say = self.words.say
        self._hint = parts.label(
            say(
                "Type a name, a phone number or an institution. Enter registers and marks present. "
                "Up and Down choose another person."
            ),
            "muted",
            wrap=True,
        )
        self._instead = parts.button(say("Somebody comes instead…"), style="quiet")
        self._instead.clicked.connect(self._on_instead)
        self._instead.hide()
        self._newcomer = NewcomerBar(self.workplace)
        self._newcomer.left.connect(self._field.setFocus)
        below = parts.row(self._hint, None, self._instead)
        return parts.column(self._field, self._good, self._newcomer, self._list, below, spacing=6)

    # What is shown

    def reload(self) -> None:
        self._roster = self.workplace.roster(self.training_id)
        self._session.show_roster(self._roster)
        self._kiosk.setVisible(self._roster.training.has_kiosk)
        self._who.ask()
        if self._registered and not self._has_come(self._registered):
            self._good.hide()  # what it says was undone
            self._registered = ""
        self._show_matches(keep=True)

    @property
    def has_chosen(self) -> bool:
        """Whether Enter would register somebody."""
        return self._list.currentIndex().isValid()

    def _has_come(self, person_id: str) -> bool:
        found = self._roster.attendees if self._roster else ()
        return any(one.participant.id == person_id and one.has_come for one in found)

    def _show_matches(self, *, keep: bool = False, quick: bool = False) -> None:
        """
        :param keep: who was chosen stays so, as somebody may be at work in the card beside
        :param quick: those of similar names follow when no key was pressed for a moment
        """
        if self._roster is None:
            return
        if quick:
            self._calm.start()
        else:
            self._calm.stop()
        line = self._model.line(self._list.currentIndex().row())
        chosen = line.match.participant.id if keep and line else ""
        found = matches(
            self.store, self._roster, self._field.text(), self.words.language, self._session.session, quick=quick
        )
        self._model.show_matches(
            [
                MatchLine(
                    one,
                    match_detail(one, self.words),
                    one.participant.name_in(self.words.language),
                    self._is_present(one),
                )
                for one in found
            ]
        )
        has_room = self.window().height() >= px(_ROOMY)
        self._hint.setVisible(has_room and not self._field.text().strip())
        ids = [one.participant.id for one in found]
        if chosen in ids:
            self._list.setCurrentIndex(self._model.index(ids.index(chosen)))
        elif found and self._field.text().strip() and found[0].kind in NAMED:
            self._list.setCurrentIndex(self._model.index(0))

    def _is_present(self, one: Match) -> bool:
        session = self._session.session
        return one.attendee is not None and session is not None and one.attendee.mark_in(session.id).was_there

    def start(self) -> None:
        self._field.setFocus()

    # What somebody does

    def choose_session(self, session_id: str) -> None:
        """As if somebody had chosen it."""
        self._session.choose(session_id)

    def _on_session(self) -> None:
        self._show_matches()
        self._field.setFocus()

    def _on_typed(self) -> None:
        self._good.hide()
        self._show_matches(quick=True)

    def type_text(self, text: str) -> None:
        """As if somebody, or a scanner, had typed it."""
        self._field.setText(text)
        self._on_typed()

    def _on_cleared(self, text: str) -> None:
        if not text:
            self._show_matches()

    def _on_current(self) -> None:
        line = self._model.line(self._list.currentIndex().row())
        attendee = line.match.attendee if line is not None else None
        self._instead.setVisible(attendee is not None and attendee.enrolment.is_expected)
        others = self._model.known() if line is not None and line.match.kind is MatchKind.NEW else []
        self._beside.setCurrentWidget(self._similar if others else self._card)
        if line is not None and others:
            self._similar.show_people(line.match.participant, others)
        if line is None or line.match.kind is MatchKind.NEW:
            self._card.show_attendee(None)
        elif line.match.attendee is not None:
            self._card.show_attendee(line.match.attendee)
        else:
            self._card.show_person(line.match.participant)

    def _choose(self, person_id: str) -> None:
        """Somebody on file is meant; Enter registers them."""
        place = self._model.place_of(person_id)
        if place >= 0:
            self._list.setCurrentIndex(self._model.index(place))
        self._field.setFocus()

    def register_chosen(self) -> None:
        """Register who is chosen and mark them present; the field is ready for the next. Nobody is chosen for them."""
        line = self._model.line(self._list.currentIndex().row())
        if line is None:
            self._finish_matching()
            if self._model.rowCount() and self._field.text().strip():
                self._say(self.words.say("Nobody is called so. Down chooses who is meant, or the new person."))
        elif line.match.kind is MatchKind.NEW and not is_whole(line.match.participant.name):
            question = self.words.say("Is “{name}” the whole name?", name=line.match.participant.name)
            take = partial(self._take, line.match, is_all=True)
            self.workplace.messages.ask(question, self.words.say("Register"), take)
        else:
            self._take(line.match)

    def _take(self, match: Match, *, is_all: bool = False) -> None:
        session_id = self._session.look_at_the_clock()
        person_id = match.attendee.participant.id if match.attendee else match.participant.id
        seen = [one.participant.id for one in self._model.known()]
        try:
            take_in(self.store, self.training_id, match, session_id, seen=seen, is_all=is_all)
        except AlikeOnFile:
            self._show_matches()  # they came on file meanwhile, or were not looked for yet
            self._choose(self._model.new_id())
            return
        name = match.participant.name_in(self.words.language)
        self._after(name, person_id)
        if match.kind is MatchKind.NEW:
            self._newcomer.ask(person_id, enrolment_id(person_id, self.training_id), name)

    def _finish_matching(self) -> None:
        """Nobody is taken for new before those of similar names were looked for."""
        if self._calm.isActive():
            self._show_matches()

    def scan(self, number: str) -> None:
        """Register whose badge it is; no key is needed."""
        attendee = badge_owner(self._roster, number) if self._roster else None
        if attendee is None:
            self._say(self.words.say("This badge is of another training; nobody was registered."))
            return
        check_in(self.store, attendee, self._session.look_at_the_clock())
        self._after(attendee.participant.name_in(self.words.language), attendee.participant.id)

    def _on_kiosk(self) -> None:
        """Only where a passphrase can lead out of it again."""
        if not self.store.safekeeping.has_passphrase:
            self.workplace.messages.show(
                self.words.say(
                    "The kiosk is left with the passphrase, and these training records have none. "
                    "Set one in the settings, then start the kiosk."
                )
            )
            return
        Kiosk(self.workplace, self.training_id, self._session.look_at_the_clock(), self.window()).showFullScreen()

    def _on_instead(self) -> None:
        """A deputy, who is written after the nominee."""
        line = self._model.line(self._list.currentIndex().row())
        if line is None or line.match.attendee is None:
            return
        say, absent = self.words.say, line.match.attendee
        name = absent.participant.name_in(self.words.language)
        question = say("Who comes instead of {name}? The institution stays the same.", name=name)
        ask_text(self, say("Somebody comes instead"), question, partial(self._deputy_named, absent))

    def _deputy_named(self, absent: Attendee, name: str) -> None:
        """Beside those on file who may be meant, and by a whole name."""
        new = walk_in(name)
        others = deputies(self.store, self.workplace.roster(self.training_id), new)
        send = partial(self._send_deputy, absent, seen=[one.participant.id for one in others])
        if others or not is_whole(new.name):
            NewOrKnownDialog(self.words, new, others, send, self.window()).open()
        else:
            send(new)

    def _send_deputy(self, absent: Attendee, person: Participant, seen: Sequence[str]) -> None:
        session_id = self._session.look_at_the_clock()
        made = send_deputy(self.store, self.training_id, absent, person, session_id, seen=seen, is_all=True)
        self._after(person.name_in(self.words.language), made.participant_id)

    def _after(self, name: str, person_id: str) -> None:
        """Say who is registered; the field is ready for the next."""
        self._field.setText("")  # forgets what was typed, so that Ctrl+Z undoes the registration
        is_marked = self._session.session is not None
        self._say(
            self.words.say("{name} is registered and present.", name=name)
            if is_marked
            else self.words.say("{name} is registered; nobody was marked.", name=name)
        )
        self._registered = person_id
        self._show_registered(person_id)
        self._field.setFocus()

    def _say(self, text: str) -> None:
        self._good.setText(text)
        self._good.show()
        announce(self._good, text)

    def _show_registered(self, person_id: str) -> None:
        found = self._roster.attendees if self._roster else ()
        attendee = next((one for one in found if one.participant.id == person_id), None)
        self._list.setCurrentIndex(QModelIndex())
        self._beside.setCurrentWidget(self._card)
        self._card.show_attendee(attendee)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows in the field move in the list; letters typed in the list go to the field."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self._field and event.key() in _MOVING:
                self._finish_matching()
                self._list.keyPressEvent(event)
                return True
            if watched is self._field and event.key() == Qt.Key.Key_Escape:
                self._field.clear()
                return True
            if watched is self._list and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.register_chosen()
                return True
            if watched is self._list and event.text().strip():
                self._field.setFocus()
                self.type_text(self._field.text() + event.text())
                return True
        return super().eventFilter(watched, event)
