"""PersonCard: one person; every field saves itself."""

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from jobs.people import editing
from models.fields import Use, fields_of
from models.people.entries import person
from models.records import Participant
from models.store import News
from ui.widgets import parts
from ui.widgets.forms import Form
from ui.workplace import Workplace

_FRAME = 4


class PersonCard(QScrollArea):
    """Scrolls within itself, so that it fits beside any list."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._words = workplace.words
        self._store = workplace.store
        self._participant_id = ""
        self._name = parts.label("", "heading", wrap=True)
        self._other_name = parts.label("", "", wrap=True)
        self._person: Form[Participant] = Form(
            workplace,
            Participant,
            tuple(field.name for field in fields_of(Participant, Use.FORM)),
            partial(person, self._store),
            partial(editing.edit_participant, self._store),
        )
        self._inside = QVBoxLayout()
        self._build()
        workplace.changed.connect(self._on_changed)
        PersonCard.show_person(self, None)

    def _build(self) -> None:
        say = self._words.say
        right = parts.button(say("The names are right"), self._workplace.theme, "check")
        wrong = parts.button(say("Remove the made name"), style="quiet")
        right.clicked.connect(self._on_right)
        wrong.clicked.connect(self._on_wrong)
        text = parts.label(say("One name was made by rule. It is not printed before you confirm it."), wrap=True)
        self._notice = parts.card(text, parts.row(right, None), parts.row(wrong, None), spacing=4)
        self._notice.setProperty("card", None)
        self._notice.setProperty("notice", True)
        inside = self._content = QWidget()
        inside.setLayout(self._inside)
        self._inside.setContentsMargins(14, 12, 14, 12)
        self._inside.setSpacing(10)
        for part in (parts.column(self._name, self._other_name, spacing=2), self._notice, self._person):
            self._inside.addWidget(part)
        self._inside.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("card", True)

    def minimumSizeHint(self) -> QSize:
        """As wide as its fields need, which cannot be scrolled to."""
        wide = self._content.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width() + _FRAME
        return QSize(wide, super().minimumSizeHint().height())

    def add_below(self, *below: QWidget) -> None:
        """More about the person, below the fields."""
        for part in below:
            self._inside.insertWidget(self._inside.count() - 1, part)

    def add_below_name(self, part: QWidget) -> None:
        self._inside.insertWidget(1, part)

    def show_person(self, participant: Participant | None) -> None:
        self._participant_id = participant.id if participant else ""
        self._person.show_record(participant)
        self._show_head(participant)
        self._person.setVisible(participant is not None)

    def _show_head(self, participant: Participant | None) -> None:
        language = self._words.language
        self._name.setText(participant.name_in(language) if participant else "")
        self._other_name.setText(participant.other_name_in(language) if participant else "")
        self._notice.setVisible(participant is not None and participant.has_open_name)

    def start(self) -> None:
        self._person.editor("name_latin").setFocus()

    def commit(self) -> None:
        """Save what somebody is in the middle of."""
        self._person.commit()

    def _on_changed(self, news: News) -> None:
        if self._participant_id and news.keys() & {"participant", "same_person"}:
            self._show_head(person(self._store, self._participant_id))

    def _on_right(self) -> None:
        editing.confirm_names(self._store, self._participant_id)

    def _on_wrong(self) -> None:
        editing.drop_proposed_names(self._store, self._participant_id)
