"""WordingsDialog: what the certificates of a programme say, for each kind, in three languages."""

from typing import Any, ClassVar

from PySide6.QtWidgets import QDialogButtonBox, QVBoxLayout, QWidget

from jobs.certificates import wordings
from models.records import CertificateWording
from models.records.codes import CertificateKind
from models.texts import kept_as
from resources.words import LANGUAGES, words_for
from resources.words.codes import code_word
from resources.words.fields import field_word
from ui.widgets import parts
from ui.widgets.choice_field import ChoiceField
from ui.widgets.dialogs import Dialog
from ui.widgets.editors import LongTextEditor, TextEditor
from ui.widgets.forms import Form
from ui.workplace import Workplace

_NAMES = tuple(kept_as(part, language) for language in LANGUAGES for part in wordings.PARTS)


class WordingsDialog(Dialog):
    """An empty field shows the text that is printed without it."""

    SIZE: ClassVar[tuple[int, int]] = (780, 560)

    def __init__(self, workplace: Workplace, programme_id: str, kind: CertificateKind, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._programme_id = programme_id
        self._kind = kind
        words = workplace.words
        self.setWindowTitle(words.say("What the certificates say"))
        choice = ChoiceField([(one, code_word(words, "certificate_kind", one)) for one in CertificateKind])
        choice.setAccessibleName(field_word(words, "training", "certificate_kind"))
        choice.show_value(kind)
        choice.edited.connect(self.show_kind)
        self.form: Form[CertificateWording] = Form(
            workplace, CertificateWording, _NAMES, self._find, self._save
        )  # fmt: skip
        values = "  ".join(f"{label} \u2066{{{key}}}\u2069" for key, label in wordings.insertable(words))
        hint = words.say("An empty field stands for the grey text. Values that can stand in the text:")
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        inside = parts.column(
            self.form, parts.label(hint, "muted", wrap=True), parts.label(values, "muted", wrap=True), None
        )
        margins = inside.layout()
        assert margins is not None
        margins.setContentsMargins(2, 2, 12, 2)
        layout = QVBoxLayout(self.room)
        layout.addWidget(parts.row(parts.caption(choice), choice, None))
        layout.addWidget(parts.scrolled(inside), 1)
        self.foot.addWidget(close)
        self.show_kind(kind)

    def show_kind(self, kind: CertificateKind) -> None:
        self.form.commit()
        self._kind = kind
        all_words = {language: words_for(language) for language in LANGUAGES}
        for name in _NAMES:
            editor = self.form.editor(name)
            if isinstance(editor, TextEditor | LongTextEditor):
                editor.setPlaceholderText(wordings.usual_text(name, kind, all_words))
        self.form.show_record(wordings.own_wording(self._workplace.store, self._programme_id, kind))

    def _find(self, record_id: str) -> CertificateWording | None:
        shown = wordings.own_wording(self._workplace.store, self._programme_id, self._kind)
        return shown if shown.id == record_id else None

    def _save(self, record_id: str, name: str, value: Any) -> None:
        wordings.edit_wording(self._workplace.store, self._programme_id, self._kind, name, value)

    def done(self, result: int) -> None:
        self.form.commit()
        super().done(result)
