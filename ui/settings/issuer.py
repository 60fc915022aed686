"""Who issues the certificates: the names, the logo."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap

from jobs.trainings.issuer import name_issuer, set_logo
from jobs.trainings.pictures import png_of
from models.records import Issuer
from ui.messages import PICTURE_FILES
from ui.widgets import parts
from ui.widgets.card import Card
from ui.widgets.forms import form_over
from ui.workplace import Workplace

_ISSUER = ("name",)
_LOGO_HEIGHT = 56


class IssuerCard(Card):
    KINDS: ClassVar[frozenset[str]] = frozenset({"issuer", "picture"})

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        say = self.words.say
        self._form = form_over(workplace, self.store.issuers, _ISSUER)
        self._logo = parts.label("")
        choose = parts.button(say("Choose a logo…"), workplace.theme, "file")
        choose.clicked.connect(self._on_logo)
        self.frame(say("Who issues the certificates"), self._form, parts.row(self._logo, choose, None, spacing=14))

    def reload(self) -> None:
        known = self.store.issuers.all()
        issuer = known[-1] if known else name_issuer(self.store, "", self.words.language)
        self._form.show_record(issuer)
        self._show_logo(issuer)

    def _show_logo(self, issuer: Issuer) -> None:
        shown = QPixmap()
        if shown.loadFromData(png_of(self.store, issuer.logo_id)):
            self._logo.setAccessibleName(self.words.say("Logo"))
            self._logo.setPixmap(shown.scaledToHeight(_LOGO_HEIGHT, Qt.TransformationMode.SmoothTransformation))
        else:
            self._logo.setAccessibleName("")
            self._logo.setText(self.words.say("not here yet") if issuer.logo_id else self.words.say("No logo yet"))

    def _on_logo(self) -> None:
        file = self.workplace.messages.file_to_open(self.words.say("Choose a logo"), PICTURE_FILES)
        if file is not None:
            set_logo(self.store, self.store.issuers.all()[-1], file)
