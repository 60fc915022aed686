"""A list of records with the form of the chosen one beside it, and buttons to add and remove."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.fields import Record
from ui.looks.sizes import px
from ui.widgets import parts
from ui.widgets.forms import Form
from ui.widgets.record_list import Column, RecordList
from ui.workplace import Workplace

R = TypeVar("R", bound=Record)
_LIST_HEIGHT = 330


class ListAndForm(QWidget, Generic[R]):
    """
    :param add: makes a record and gives its id; empty when none could be made
    :param remove: takes the record of an id away; Undo brings it back
    """

    def __init__(
        self,
        workplace: Workplace,
        columns: Sequence[Column[R]],
        form: Form[R],
        name: str,
        add: tuple[str, Callable[[], str]],
        remove: tuple[str, Callable[[str], None]],
    ) -> None:
        super().__init__()
        self._add, self._remove = add[1], remove[1]
        self.table: RecordList[R] = RecordList(columns, name, lambda one: one.id, workplace.words.language)
        self.table.setMinimumHeight(px(_LIST_HEIGHT))
        self.table.chosen.connect(self._on_chosen)
        self.form = form
        add_button = parts.button(add[0], workplace.theme, "add")
        self._remove_button = parts.button(remove[0], workplace.theme, "remove", style="quiet")
        add_button.clicked.connect(self._on_add)
        self._remove_button.clicked.connect(self._on_remove)
        QShortcut(
            QKeySequence(Qt.Key.Key_Delete), self.table, self._on_remove, context=Qt.ShortcutContext.WidgetShortcut
        )
        left = parts.column(self.table, parts.row(add_button, self._remove_button, None))
        right = parts.column(form, None)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        both = parts.row(left, right, spacing=18)
        inside = both.layout()
        assert inside is not None
        for place in (0, 1):
            inside.setStretch(place, 1)  # type: ignore[attr-defined]
        layout.addWidget(both)

    def show_records(self, records: Sequence[R]) -> None:
        self.table.show_rows(records)
        if self.table.row is None and records:
            self.table.choose_place(0)
        self._remove_button.setEnabled(bool(records))
        if not records:
            self.form.show_record(None)

    def _on_chosen(self) -> None:
        self.form.show_record(self.table.row)

    def _on_add(self) -> None:
        made = self._add()
        if made:
            self.table.choose(made)
            self.form.setFocus()

    def _on_remove(self) -> None:
        if self.table.row is not None:
            self._remove(self.table.row.id)
