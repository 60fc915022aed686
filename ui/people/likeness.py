"""A person's photograph and signature on their card, where the training asks for them."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from jobs.attendance.signatures import drop_photo, photos, sign, signatures, take_photo
from jobs.people.joining import entries_of
from models.store import News
from models.strokes import Strokes
from models.training.roster import Attendee
from models.wall_clock import today_at
from ui.people.signing import SignDialog, draw_strokes
from ui.widgets import parts
from ui.workplace import Workplace

T = TypeVar("T")
_PHOTO, _SIGNATURE = (72, 90), (150, 60)
PICTURES = "PNG, JPEG (*.png *.jpg *.jpeg *.webp *.tif *.tiff *.bmp)"


class Likeness(QWidget):
    """A picture is chosen, or dropped here."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._attendee: Attendee | None = None
        self._shown = b""
        say = workplace.words.say
        self._photo = QLabel()
        self._photo.setAccessibleName(say("Photograph"))
        self._photo.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._signature = QLabel()
        self._signature.setAccessibleName(say("Signature"))
        choose = parts.button(say("Photograph…"), style="quiet")
        self._drop = parts.button(say("Remove the photograph"), style="quiet")
        signing = parts.button(say("Sign…"), style="quiet")
        choose.clicked.connect(self._on_choose)
        self._drop.clicked.connect(self._on_drop)
        signing.clicked.connect(self._on_sign)
        self._faces = parts.row(self._photo, parts.column(choose, self._drop, None, spacing=2), None)
        self._ink = parts.row(self._signature, signing, None)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._faces)
        layout.addWidget(self._ink)
        self.setAcceptDrops(True)
        workplace.changed.connect(self._on_changed)
        self.hide()

    def show_attendee(self, attendee: Attendee | None) -> None:
        self._attendee = attendee
        store = self._workplace.store
        training = store.trainings.find(attendee.enrolment.training_id) if attendee else None
        has_photo, has_ink = bool(training and training.takes_photos), bool(training and training.takes_signatures)
        self._faces.setVisible(has_photo)
        self._ink.setVisible(has_ink)
        self.setVisible(has_photo or has_ink)
        if attendee is not None and has_photo:
            self._show_photo(self._photo_of(attendee))
        if attendee is not None and has_ink:
            self._show_signature(_first(signatures(store, attendee.enrolment_ids)))

    def _photo_of(self, attendee: Attendee) -> bytes | None:
        return _first(photos(self._workplace.store, self._entries(attendee)))

    def _entries(self, attendee: Attendee) -> list[str]:
        return [one.id for one in entries_of(self._workplace.store, attendee.participant.id)]

    def _show_photo(self, png: bytes | None) -> None:
        """Empty stands for one that has not come to this laptop yet, None for none."""
        self._shown = png or b""
        self._drop.setVisible(png is not None)
        self._photo.setVisible(png is not None)
        picture = QPixmap()
        if picture.loadFromData(png or b""):
            self._photo.setPixmap(picture.scaled(*_PHOTO, Qt.AspectRatioMode.KeepAspectRatio,
                                                 Qt.TransformationMode.SmoothTransformation))  # fmt: skip
        else:
            self._photo.setText(self._workplace.words.say("not here yet"))

    def _show_signature(self, strokes: Strokes | None) -> None:
        """Empty stands for one that has not come to this laptop yet, None for none."""
        self._signature.setVisible(strokes is not None)
        if not strokes:
            self._signature.setText(self._workplace.words.say("not here yet"))
            return
        picture = QPixmap(*_SIGNATURE)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        draw_strokes(painter, QRectF(0, 0, *_SIGNATURE), strokes)
        painter.end()
        self._signature.setPixmap(picture)

    def _on_changed(self, news: News) -> None:
        if news.keys() & {"photo", "signature", "training"}:
            self.show_attendee(self._attendee)

    def _on_choose(self) -> None:
        path = self._workplace.messages.file_to_open(self._workplace.words.say("Choose a photograph"), PICTURES)
        if path is not None:
            self._take(path)

    def _take(self, path: Path) -> None:
        if self._attendee is not None:
            take_photo(self._workplace.store, self._attendee.participant.id, path)

    def _on_drop(self) -> None:
        if self._attendee is not None:
            try:
                drop_photo(self._workplace.store, self._entries(self._attendee), self._shown)
            finally:
                self.show_attendee(self._attendee)

    def _on_sign(self) -> None:
        if self._attendee is not None:
            name = self._attendee.participant.name_in(self._workplace.words.language)
            keep = partial(self._keep, self._attendee.enrolment.id)
            SignDialog(self._workplace, name, keep, self.window()).open()

    def _keep(self, enrolment_id: str, strokes: Strokes) -> None:
        store = self._workplace.store
        training = store.trainings.get(store.enrolments.get(enrolment_id).training_id)
        sign(store, enrolment_id, strokes, today_at(training.zone))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._faces.isVisible() and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls()[:1]:
            self._take(Path(url.toLocalFile()))


def _first(found: Mapping[str, T]) -> T | None:
    """Of several entries of a person; rather one that is here."""
    return next(filter(None, found.values()), next(iter(found.values()), None))
