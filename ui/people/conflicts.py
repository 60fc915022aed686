"""Two answers: what two laptops said differently, and a person's choice between them."""

from typing import ClassVar

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from jobs.certificates.verdict_words import rules_in_short
from jobs.people.conflicts import Answer, TwoAnswers, settle, two_answers
from models.fields import record_from
from models.records import Programme
from resources.words import Words
from resources.words.codes import code_word
from resources.words.fields import field_word
from ui.widgets import parts
from ui.widgets.dialogs import Dialog
from ui.widgets.wrapping_radio import WrappingRadio
from ui.workplace import Workplace

_PICTURE = QSize(120, 90)


class ConflictsDialog(Dialog):
    """One question after the other, until none is left."""

    SIZE: ClassVar[tuple[int, int]] = (520, 0)

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._words = workplace.words
        self.setWindowTitle(self._words.say("Two answers – choose"))
        self._count = parts.label("", "muted")
        self._question = parts.label("", "heading", wrap=True)
        self._choices = QWidget()
        self._buttons: list[tuple[QRadioButton, Answer]] = []
        self._choose = parts.button(self._words.say("This one is right"), workplace.theme, "check", style="primary")
        later = parts.button(self._words.say("Later"))
        self._choose.clicked.connect(self._on_choose)
        later.clicked.connect(self.reject)
        self._layout = QVBoxLayout(self.room)
        self._layout.setSpacing(12)
        for part in (self._count, self._question, self._choices, parts.row(None, later, self._choose)):
            self._layout.addWidget(part)
        self._open: list[TwoAnswers] = []
        self.reload()

    def reload(self) -> None:
        """The next question; closes when nothing is left to choose."""
        self._open = two_answers(self._workplace.store)
        if not self._open:
            self.accept()
            return
        one = self._open[0]
        self._count.setText(self._words.count("{n} question is left.", "{n} questions are left.", len(self._open)))
        field = field_word(self._words, one.kind, one.field)
        self._question.setText(f"\u2068{one.about}\u2069 – {field}")
        self._show_answers(one)

    def _show_answers(self, one: TwoAnswers) -> None:
        box = QWidget()
        layout = QVBoxLayout(box)
        self._buttons.clear()
        for answer in one.answers:
            text = f"\u2068{answer_words(answer, one, self._words)}\u2069"
            button = QRadioButton(text) if answer.blob else WrappingRadio(text)
            who = answer.who or self._words.say("somebody")
            button.setToolTip(self._words.listed((who, f"\u2066{answer.day}\u2069")))
            button.setChecked(answer.is_shown)
            self._show_picture(button, answer)
            layout.addWidget(button)
            layout.addWidget(parts.label(f"{who} · \u2066{answer.day}\u2069", "muted"))
            self._buttons.append((button, answer))
        self._layout.replaceWidget(self._choices, box)
        self._choices.deleteLater()
        self._choices = box

    def _show_picture(self, button: QRadioButton, answer: Answer) -> None:
        picture = QPixmap()
        if picture.loadFromData(self._workplace.store.blobs.find(answer.blob)):
            button.setIcon(QIcon(picture))
            button.setIconSize(_PICTURE)

    def _on_choose(self) -> None:
        for button, answer in self._buttons:
            if button.isChecked():
                try:
                    settle(self._workplace.store, self._open[0], answer)
                finally:
                    self.reload()
                return


def answer_words(answer: Answer, one: TwoAnswers, words: Words) -> str:
    """A stored value as somebody would say it."""
    if answer.is_unread:
        return words.say("from a newer version: {value}", value=f"\u2068{answer.text}\u2069")
    if isinstance(answer.value, bool):
        return words.say("yes") if answer.value else words.say("no")
    if not answer.text:
        return words.say("nothing")
    if answer.blob:
        size = words.say("{size} KB", size=words.number(-(-answer.blob.length // 1024)))
        return words.listed((field_word(words, one.kind, one.field), size))
    if (one.kind, one.field) == (Programme.KIND, "rules"):
        return rules_in_short(record_from(Programme, one.record_id, {one.field: answer.value}).rules, words)
    return code_word(words, one.code_kind, answer.text) if one.code_kind else answer.text
