"""Tests and feedback: results before and after, and what people thought, keyed from anonymous forms."""

from collections.abc import Sequence
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import QAbstractTableModel, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QGridLayout,
    QHeaderView,
    QProgressBar,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from jobs.results.feedback import MOST, Question, Result, add_feedback, comments_of, forms_of, results_of
from jobs.results.scoring import gain_of, put_scores, score_summaries
from models import typed
from models.errors import RatingUnclear
from models.records.codes import ScoreKind
from models.sorting import sorting_key
from models.store import Store
from models.training import counts
from models.training.roster import Attendee
from resources.words import N_, Words
from resources.words.codes import code_word
from resources.words.sentences import sentence
from ui.looks.sizes import px
from ui.training.tab import TrainingTab
from ui.widgets import parts
from ui.workplace import Workplace

Index = QModelIndex | QPersistentModelIndex
_KINDS = tuple(ScoreKind)
_HEADING_ROOM = 16
_NAMES_WIDTH, _CELL_WIDTH, _ROW_HEIGHT = 210, 60, 34
_SHOWN_COMMENTS = 200


class ScoresModel(QAbstractTableModel):
    """A row per participant; a column per test, and the gain."""

    def __init__(self, store: Store, words: Words) -> None:
        super().__init__()
        self._store = store
        self._words = words
        self.attendees: list[Attendee] = []

    def show_people(self, attendees: Sequence[Attendee]) -> None:
        """Cells change in place while the people stay the same, so that the cursor stays."""
        same = [one.participant.id for one in attendees] == [one.participant.id for one in self.attendees]
        if same and attendees:
            self.attendees = list(attendees)
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.attendees) - 1, len(_KINDS)))
            return
        self.beginResetModel()
        self.attendees = list(attendees)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.attendees)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(_KINDS) + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        return usual | Qt.ItemFlag.ItemIsEditable if index.column() < len(_KINDS) else usual

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return None
        one = self.attendees[index.row()]
        if index.column() == len(_KINDS):
            gain = gain_of(one)
            return "" if gain is None else self._words.number(f"\u2066{gain:+}\u2069")
        points = one.scores.get(_KINDS[index.column()])
        if points is None:
            return ""
        return str(points) if role == Qt.ItemDataRole.EditRole else self._words.number(points)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        return self.put([(index, str(value))])

    def put(self, cells: Sequence[tuple[Index, str]]) -> bool:
        """Results as typed; what is no percentage is left out. Whether anything was written."""
        scores: list[tuple[Attendee, ScoreKind, int | None]] = []
        for index, written in cells:
            if not index.isValid() or index.column() >= len(_KINDS):
                continue
            try:
                points = typed.percent(written.strip())
            except typed.NotUnderstood:
                continue
            one, kind = self.attendees[index.row()], _KINDS[index.column()]
            if points != one.scores.get(kind):
                scores.append((one, kind, points))
        if scores:
            put_scores(self._store, scores)
        return bool(scores)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            if role == Qt.ItemDataRole.DisplayRole:
                return self.attendees[section].participant.name_in(self._words.language)
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            say = self._words.say
            return (say("Before"), say("After"), say("Gain"))[section]
        return Qt.AlignmentFlag.AlignCenter if role == Qt.ItemDataRole.TextAlignmentRole else None


class ScoresGrid(QTableView):
    """Type a number, Enter, the next; a column of Excel is pasted at once."""

    def __init__(self, model: ScoresModel, words: Words) -> None:
        super().__init__()
        self.scores = model
        self.setModel(model)
        self.setAccessibleName(words.say("Test results (per cent)"))
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked
        )  # fmt: skip
        self.setTabKeyNavigation(False)
        names = self.verticalHeader()
        names.setFixedWidth(px(_NAMES_WIDTH))
        names.setDefaultSectionSize(px(_ROW_HEIGHT))
        names.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        widest = max(header.fontMetrics().horizontalAdvance(model.headerData(column, Qt.Orientation.Horizontal))
                     for column in range(model.columnCount()))  # fmt: skip
        header.setMinimumSectionSize(max(px(_CELL_WIDTH), widest + px(_HEADING_ROOM)))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            below = self.scores.index(self.currentIndex().row() + 1, self.currentIndex().column())
            if below.isValid():
                self.selectionModel().setCurrentIndex(below, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        cells = self.selectedIndexes()
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste(QGuiApplication.clipboard().text())
        elif event.matches(QKeySequence.StandardKey.Copy):
            rows = sorted((cell.row(), cell.column(), str(cell.data(Qt.ItemDataRole.EditRole) or "")) for cell in cells)
            lines: dict[int, list[str]] = {}
            for row, _, text in rows:
                lines.setdefault(row, []).append(text)
            QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines.values()))
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.scores.put([(cell, "") for cell in cells])
        else:
            super().keyPressEvent(event)

    def paste(self, text: str) -> None:
        """From the chosen cell on; an empty cell changes nothing."""
        start = self.currentIndex()
        self.scores.put(
            [
                (self.scores.index(start.row() + down, start.column() + across), written)
                for down, line in enumerate(text.rstrip("\n").split("\n"))
                for across, written in enumerate(line.split("\t"))
                if written.strip()
            ]
        )


class ScoresPage(TrainingTab):
    TITLE: ClassVar[str] = N_("Tests and feedback")
    KINDS: ClassVar[frozenset[str]] = frozenset(
        {"participant", "enrolment", "score", "same_person", "feedback", "programme"}
    )

    def __init__(self, workplace: Workplace, training_id: str) -> None:
        super().__init__(workplace, training_id)
        say = self.words.say
        self.grid = ScoresGrid(ScoresModel(self.store, self.words), self.words)
        self._means = parts.label("", "muted")
        self.ratings, self.comment = parts.field(say("Ratings")), parts.field(say("Comment"))
        self._problem = parts.problem_label()
        self._count = parts.label("", "muted")
        self._bars = QGridLayout()
        self._comments = parts.label("", wrap=True)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(parts.column(self._means, self.grid))
        splitter.addWidget(parts.scrolled(self._build_feedback(), both_ways=True))
        splitter.setSizes([470, 390])
        splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.addWidget(splitter)

    def _build_feedback(self) -> QFrame:
        say = self.words.say
        names = "\n".join(
            f"{self.words.number(place)}  {code_word(self.words, 'question', one)}"
            for place, one in enumerate(Question, start=1)
        )
        self.ratings.setPlaceholderText("\u2066545543\u2069")
        self.ratings.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        for field in (self.ratings, self.comment):
            field.returnPressed.connect(self.add_form)
        add = parts.button(say("Add the form"), self.workplace.theme, "add")
        add.clicked.connect(self.add_form)
        form = parts.button(say("Print the form…"), style="quiet")
        form.clicked.connect(partial(self.document_wanted.emit, "feedback"))
        hint = say("Key each form: a figure from 1 to 5 for each question, 0 for no answer. Nothing says whose it is.")
        bars = QWidget()
        bars.setLayout(self._bars)
        self._bars.setContentsMargins(0, 0, 0, 0)
        self._bars.setColumnStretch(1, 1)
        return parts.card(
            parts.row(parts.label(say("Feedback"), "heading"), None, form),
            parts.label(hint, "muted", wrap=True), parts.label(names, "muted"),
            parts.caption(self.ratings), self.ratings, parts.caption(self.comment), self.comment,
            parts.row(add, None), self._problem, self._count, bars, self._comments, None,
        )  # fmt: skip

    def reload(self) -> None:
        found = self.workplace.roster(self.training_id)
        language = self.words.language
        people = sorted(
            counts.taking_part(found), key=lambda one: sorting_key(one.participant.name_in(language), language)
        )
        self.grid.scores.show_people(people)
        means = [
            f"{code_word(self.words, 'score_kind', one.kind)}: {self.words.number(round(one.mean))} %"
            for one in score_summaries(people)
        ]
        say = self.words.say
        hint = (
            say("Type results in per cent; Enter goes down.")
            if people
            else say("There is nobody on the participants list.")
        )
        self._means.setText("   ".join(means) or hint)
        self._show_feedback()

    def _show_feedback(self) -> None:
        forms = forms_of(self.store, self.training_id)
        self._count.setText(self.words.count("{n} form", "{n} forms", len(forms)))
        while (item := self._bars.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for row, result in enumerate(results_of(self.store, self.training_id)):
            for column, widget in enumerate(self._bar(result)):
                self._bars.addWidget(widget, row, column)
        comments = comments_of(self.store, self.training_id)[:_SHOWN_COMMENTS]
        self._comments.setText("\n".join(f"• {one}" for one in comments))

    def _bar(self, result: Result) -> tuple[QWidget, ...]:
        name = code_word(self.words, "question", result.question)
        bar = QProgressBar()
        bar.setRange(0, MOST * 10)
        bar.setValue(round(result.mean * 10))
        bar.setTextVisible(False)
        bar.setFixedHeight(12)
        bar.setAccessibleName(name)
        mean = self.words.number(f"{result.mean:.1f}")
        return parts.label(name), bar, parts.label(f"{mean} ({self.words.number(result.answers)})")

    def start(self) -> None:
        self.grid.setFocus()
        if not self.grid.currentIndex().isValid() and self.grid.scores.rowCount():
            self.grid.setCurrentIndex(self.grid.scores.index(0, 0))

    def add_form(self) -> None:
        """Save a form; the field is ready for the next."""
        try:
            add_feedback(self.store, self.training_id, self.ratings.text(), self.comment.text())
        except RatingUnclear as problem:
            self._problem.setText(sentence(self.words, "RatingUnclear", problem.values))
            self._problem.show()
            self.ratings.setFocus()
            return
        self._problem.hide()
        self.ratings.clear()
        self.comment.clear()
        self.ratings.setFocus()
