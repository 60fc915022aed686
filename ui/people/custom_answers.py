"""What a programme asks beyond the usual, below a person's other fields; every answer saves itself."""

from functools import partial

from PySide6.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget

from jobs.trainings.own_questions import answer, label, questions_of
from models.records import CustomField
from models.training.roster import Attendee
from ui.looks.sizes import px
from ui.widgets import parts
from ui.widgets.editors import ChoiceEditor, TextEditor
from ui.workplace import Workplace

_MOST_WIDTH = 560


class CustomAnswers(QWidget):
    """Hidden where the programme asks nothing of its own."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._enrolment_id = ""
        self._questions: tuple[CustomField, ...] = ()
        self._editors: dict[str, TextEditor | ChoiceEditor] = {}
        self._fields = QWidget()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._fields)

    def show_attendee(self, attendee: Attendee | None) -> None:
        self.commit()
        self._enrolment_id = attendee.enrolment.id if attendee else ""
        questions = self._questions_for(attendee)
        if questions != self._questions:
            self._questions = questions
            self._build()
        self.setVisible(bool(questions))
        for question_id, editor in self._editors.items():
            editor.show_value(attendee.answers.get(question_id, "") if attendee else "")

    def commit(self) -> None:
        """Save what somebody is in the middle of."""
        for question_id, editor in self._editors.items():
            if editor.is_touched:
                self._on_committed(question_id)

    def _questions_for(self, attendee: Attendee | None) -> tuple[CustomField, ...]:
        store = self._workplace.store
        training = store.trainings.find(attendee.enrolment.training_id) if attendee else None
        return questions_of(store, training.programme_id) if training else ()

    def _build(self) -> None:
        fresh = QWidget()
        form = QFormLayout(fresh)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._editors.clear()
        for question in self._questions:
            text = label(question, self._workplace.words)
            choices = [("", "–"), *((choice, choice) for choice in question.choices)]
            editor = ChoiceEditor(choices) if question.choices else TextEditor()
            editor.setAccessibleName(text)
            editor.committed.connect(partial(self._on_committed, question.id))
            caption = QLabel(text)
            caption.setWordWrap(True)
            caption.setBuddy(editor)
            box = parts.column(editor)
            box.setMaximumWidth(px(_MOST_WIDTH))
            form.addRow(caption, box)
            self._editors[question.id] = editor
        self._layout.replaceWidget(self._fields, fresh)
        self._fields.deleteLater()
        self._fields = fresh

    def _on_committed(self, question_id: str) -> None:
        editor = self._editors[question_id]
        if self._enrolment_id:
            answer(self._workplace.store, self._enrolment_id, question_id, editor.value())
        if isinstance(editor, TextEditor):
            editor.setModified(False)
