"""PicturesDialog: the logos, stamp and signatures that certificates show."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialogButtonBox, QGridLayout, QVBoxLayout, QWidget

from jobs.trainings import pictures
from models.fields import Record
from models.store import News
from resources.words.fields import field_word
from ui.messages import PICTURE_FILES
from ui.widgets import parts
from ui.widgets.dialogs import Dialog
from ui.workplace import Workplace

_HEIGHT, _WIDTH = 44, 150


class PicturesDialog(Dialog):
    def __init__(self, workplace: Workplace, training_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._training_id = training_id
        self.setWindowTitle(workplace.words.say("Logos, stamp and signatures"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        layout = QVBoxLayout(self.room)
        layout.addLayout(self._grid)
        hint = workplace.words.say("A signature or a stamp is printed only by designs that have a place for it.")
        layout.addWidget(parts.label(hint, "muted", wrap=True))
        self.foot.addWidget(close)
        workplace.changed.connect(self._on_changed)
        self.reload()

    def _on_changed(self, news: News) -> None:
        if news.keys() & {"issuer", "programme", "signatory", "picture", "training"}:
            self.reload()

    def _owners(self) -> list[tuple[str, Record, str]]:
        """What it is called, whose it is, and its field."""
        store, words = self._workplace.store, self._workplace.words
        training = store.trainings.get(self._training_id)
        programme = store.programmes.find(training.programme_id)
        issuer = store.issuers.find(programme.issuer_id) if programme else None
        found: list[tuple[str, Record, str]] = []
        if issuer is not None:
            found += [(field_word(words, "issuer", name), issuer, name) for name in ("logo_id", "stamp_id")]
        if programme is not None:
            found.append((field_word(words, "programme", "emblem_id"), programme, "emblem_id"))
        for signatory_id in training.signatory_ids:
            one = store.signatories.find(signatory_id)
            if one is not None and not one.removed:
                name = words.fitting(one.name_latin, one.name_arabic)
                found.append((words.say("Signature of {name}", name=name), one, "signature_id"))
        return found

    def reload(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for row, (label, owner, field) in enumerate(self._owners()):
            for column, widget in enumerate(self._line(label, owner, field)):
                self._grid.addWidget(widget, row, column)

    def _line(self, label: str, owner: Record, field: str) -> tuple[QWidget, ...]:
        say = self._workplace.words.say
        shown = self._picture(getattr(owner, field))
        choose = parts.button(say("Choose…"))
        remove = parts.button(say("Remove"), style="quiet")
        choose.setAccessibleName(f"{label}: {say('Choose…')}")
        remove.setAccessibleName(f"{label}: {say('Remove')}")
        choose.clicked.connect(partial(self._on_choose, label, owner, field))
        remove.clicked.connect(partial(pictures.drop_picture, self._workplace.store, owner, field))
        remove.setEnabled(bool(getattr(owner, field)))
        absent = say("not here yet") if getattr(owner, field) else say("none")
        picture = parts.label("" if shown else absent, "" if shown else "muted")
        picture.setMinimumHeight(_HEIGHT + 4)
        if shown:
            picture.setPixmap(shown)
            picture.setAccessibleName(label)
        return parts.label(label), picture, choose, remove

    def _picture(self, picture_id: str) -> QPixmap | None:
        shown = QPixmap()
        if not shown.loadFromData(pictures.png_of(self._workplace.store, picture_id)):
            return None
        keep = Qt.AspectRatioMode.KeepAspectRatio
        return shown.scaled(_WIDTH, _HEIGHT, keep, Qt.TransformationMode.SmoothTransformation)

    def _on_choose(self, label: str, owner: Record, field: str) -> None:
        path = self._workplace.messages.file_to_open(label, PICTURE_FILES)
        if path is not None:
            pictures.set_picture(self._workplace.store, owner, field, path)
