"""The certificates before they are printed, a page at a time."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobs.certificates.printing import PrintOrder, preview_certificate
from models.store import Store
from models.training.roster import Attendee, Roster
from ui.background import Progress
from ui.widgets import parts
from ui.widgets.leafing import leafing
from ui.widgets.preview import Drawing, Preview, picture_of
from ui.workplace import Workplace


class CertificatePages(QWidget):
    turned = Signal()
    """Somebody else's page is wanted."""

    def __init__(self, workplace: Workplace, training_id: str) -> None:
        super().__init__()
        self._workplace = workplace
        self._words = workplace.words
        self._training_id = training_id
        self._people: list[Attendee] = []
        self._place = 0
        self.preview = Preview(self._words.say("Preview of the certificate"))
        self._drawing: Drawing[QImage] = Drawing(workplace.background, self, self.preview.show_page)
        self._at = parts.label("", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(leafing(self._words, workplace.theme, self.preview, self._at, self._turn, by_keys=True))

    def show_people(self, people: list[Attendee]) -> None:
        """The page of the first of them."""
        self._people, self._place = people, 0
        self._show_place()

    def draw(self, order: PrintOrder) -> None:
        """The page that is open, as it would be printed."""
        if self._people:
            shown = self._people[self._place].enrolment.id
            found = self._workplace.roster(self._training_id)
            self._drawing.want(partial(_preview, found, shown, order))

    def _turn(self, by: int) -> None:
        self._place = min(max(self._place + by, 0), max(len(self._people) - 1, 0))
        self._show_place()

    def _show_place(self) -> None:
        words = self._words
        if not self._people:
            self._at.setText("")
            self.preview.show_text(words.say("There is nobody to print for yet. Nothing was written."))
            return
        name = self._people[self._place].participant.name_in(words.language)
        of = {"page": words.number(self._place + 1), "pages": words.number(len(self._people))}
        self._at.setText(f"{words.say('{page} of {pages}', **of)}  ·  {name}")
        self.turned.emit()


def _preview(found: Roster, enrolment_id: str, order: PrintOrder, store: Store, progress: Progress) -> QImage:
    return picture_of(preview_certificate(store, found, enrolment_id, order))
