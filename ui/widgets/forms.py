"""A form over one record: every field saves itself on leaving it or on Enter, one change per field."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from models.errors import SijilError
from models.fields import Record, field_of, names_of, value_of
from models.names.letters import has_unseen
from models.record_table import RecordTable
from models.store import News
from models.typed import NotUnderstood
from resources.words import Words
from resources.words.fields import field_word, from_newer
from resources.words.sentences import sentence
from ui.looks.sizes import px
from ui.widgets import parts
from ui.widgets.announcing import announce
from ui.widgets.editors import ChoiceEditor, Editor, LongTextEditor, SwitchEditor, TextEditor, Unread, editor_for
from ui.workplace import Workplace

R = TypeVar("R", bound=Record)
_MOST_WIDTH = 560


class Form(QWidget, Generic[R]):
    """Fields of a record, in the order given, made from the record's own declaration; a text in every language.

    What cannot be read or saved stays in its field, marked, with a sentence below it. What a newer version said
    and this one does not understand is said to be so, and replaced only when somebody picks another value.

    :param find: the record of an id, as the form shows it
    :param save: called with the id, a field's name and its new value
    :param editors: for fields whose declaration does not say how to edit them
    :param labels: of fields that are no fields of the record itself
    :param shown: what a field shows of the record
    """

    saved = Signal(str)
    """The field's name."""

    def __init__(
        self,
        workplace: Workplace,
        record_type: type[R],
        names: tuple[str, ...],
        find: Callable[[str], R | None],
        save: Callable[[str, str, Any], object],
        editors: Mapping[str, Editor] | None = None,
        labels: Mapping[str, str] | None = None,
        shown: Callable[[R, str], Any] = value_of,
    ) -> None:
        super().__init__()
        self._workplace = workplace
        self._labels = labels or {}
        self._shown = shown
        self._type = record_type
        self._find = find
        self._save = save
        self._record: R | None = None
        self._editors: dict[str, Editor] = {}
        self._problems: dict[str, QLabel] = {}
        self._notes: dict[str, QLabel] = {}
        self._newer = Unread(from_newer(workplace.words))
        self._layout = QFormLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._layout.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        for name in names_of(record_type, names):
            given = (editors or {}).get(name)
            self._add(name, given or editor_for(workplace.words, record_type.KIND, field_of(record_type, name)))
        workplace.changed.connect(self._on_changed)
        self.setEnabled(False)

    def _add(self, name: str, editor: Editor) -> None:
        label = self._labels.get(name) or field_word(self._workplace.words, self._type.KIND, name)
        editor.setAccessibleName(label)
        editor.committed.connect(partial(self._on_committed, name))
        problem, note = parts.problem_label(), parts.label(str(self._newer), "muted")
        note.hide()
        caption = QLabel("" if isinstance(editor, SwitchEditor) else label)
        caption.setBuddy(editor)
        box = parts.column(editor, note, problem, spacing=2)
        box.setMaximumWidth(px(_MOST_WIDTH))  # of the box: a right-to-left field would go to the other side
        self._layout.addRow(caption, box)
        self._editors[name] = editor
        self._problems[name] = problem
        self._notes[name] = note

    def editor(self, name: str) -> Editor:
        return self._editors[name]

    def show_record(self, record: R | None) -> None:
        """Another record, or none. Of the same one as before, what somebody is in the middle of stays as it is."""
        if record is not None and self._record is not None and record.id == self._record.id:
            self._freshen(record)
            return
        self.commit()
        self._record = record
        self.setEnabled(record is not None)
        for name in self._editors:
            self._tell(name, "")
            self._show(name, record or self._type(id=""))

    def commit(self) -> None:
        """Save what somebody is in the middle of."""
        for name, editor in self._editors.items():
            if editor.is_touched:
                self._on_committed(name)

    def _on_changed(self, news: News) -> None:
        if self._record is None or self._type.KIND not in news:
            return
        fresh = self._find(self._record.id)
        if fresh is not None:
            self._freshen(fresh)

    def _freshen(self, fresh: R) -> None:
        for name, editor in self._editors.items():
            is_other = self._record is None or self._value(fresh, name) != self._value(self._record, name)
            if not editor.is_touched and (is_other or not editor.hasFocus()):
                self._show(name, fresh)
        self._record = fresh

    def _on_committed(self, name: str) -> None:
        if self._record is None:
            return
        editor = self._editors[name]
        try:
            value = editor.value()
        except NotUnderstood as problem:
            self._tell(name, hint_words(problem, self._workplace.words))
            return
        self._tell(name, "")
        fresh = self._find(self._record.id) or self._record
        if value is not self._newer and value != self._value(fresh, name):
            try:
                self._save(fresh.id, name, value)
            except SijilError as problem:
                self._tell(name, sentence(self._workplace.words, type(problem).__name__, problem.values))
                return
            self.saved.emit(name)
        if isinstance(editor, TextEditor | LongTextEditor) and has_unseen(editor.text()):
            say = self._workplace.words.say
            self._workplace.messages.tell(say("Signs that nobody can see were removed from what you typed."))
        if self._record is None or self._record.id != fresh.id:
            return  # saving made the page show another record
        self._record = self._find(fresh.id) or fresh
        self._show(name, self._record)

    def _value(self, record: R, name: str) -> Any:
        """What the field shows: among choices no wrong one stands for what is not understood."""
        is_unread = name in record.unread and isinstance(self._editors[name], ChoiceEditor)
        return self._newer if is_unread else self._shown(record, name)

    def _show(self, name: str, record: R) -> None:
        value = self._value(record, name)
        self._editors[name].show_value(value)
        self._notes[name].setVisible(name in record.unread and value is not self._newer)

    def _tell(self, name: str, problem: str) -> None:
        editor = self._editors[name]
        self._problems[name].setText(problem)
        self._problems[name].setVisible(bool(problem))
        if editor.property("invalid") != bool(problem):
            editor.setProperty("invalid", bool(problem))
            editor.style().unpolish(editor)  # only then is the style sheet asked about the property again
            editor.style().polish(editor)
            editor.setAccessibleDescription(problem)
            announce(editor, problem, is_urgent=True)


def hint_words(problem: NotUnderstood, words: Words) -> str:
    """What to type instead."""
    return words.say(problem.hint, **{name: words.number(value) for name, value in problem.numbers.items()})


def form_over(
    workplace: Workplace,
    table: RecordTable[R],
    names: tuple[str, ...],
    *,
    action: str = "edit",
    editors: Mapping[str, Editor] | None = None,
) -> Form[R]:
    """A form whose fields are saved as they are, one step each."""

    def save(record_id: str, name: str, value: Any) -> None:
        workplace.change(action, table.record_type, record_id, {name: value})

    return Form(workplace, table.record_type, names, table.find, save, editors)
