"""DateEditor: a day as people write it, with its weekday beside it and a calendar behind it."""

from datetime import date, timedelta

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QToolButton

from models import typed
from models.typed import NotUnderstood
from models.wall_clock import today_here
from resources.words import Words
from ui.widgets import parts
from ui.widgets.calendar_popup import CalendarPopup
from ui.widgets.line_edit import LineEdit

_BETWEEN = 6
_OPENS = (Qt.Key.Key_F4, Qt.Key.Key_Down)


class DateEditor(LineEdit):
    """Any spelling of a day is read; shown is 2015-09-13, from left to right in every language.

    Up and Down go a day on or back, F4 or Alt+Down opens the calendar.
    """

    committed = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setPlaceholderText("–")
        self._weekday = parts.label("", "muted")
        self._weekday.setParent(self)
        self._weekday.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.calendar_button = self._build_button()
        self.textChanged.connect(self._show_weekday)
        self.editingFinished.connect(self.committed)

    def _build_button(self) -> QToolButton:
        made = QToolButton(self)
        made.setArrowType(Qt.ArrowType.DownArrow)
        made.setAutoRaise(True)
        made.setCursor(Qt.CursorShape.ArrowCursor)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setAccessibleName(self._words.say("Calendar"))
        made.setToolTip(self._words.say("Choose in the calendar (F4)"))
        made.clicked.connect(self.open_calendar)
        return made

    def show_value(self, value: date | None) -> None:
        self.setText(value.isoformat() if value else "")
        self.setCursorPosition(0)

    def value(self) -> date | None:
        """
        :raises NotUnderstood: when it is no day
        """
        return typed.day(self.text())

    @property
    def is_touched(self) -> bool:
        return self.isModified()

    def open_calendar(self) -> None:
        popup = CalendarPopup(self._words, self._day() or today_here(), self)
        popup.picked.connect(self._on_picked)
        popup.adjustSize()
        popup.move(self.mapToGlobal(QPoint(0, self.height())))
        popup.show()
        popup.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, is_alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key in _OPENS and is_alt == (key == Qt.Key.Key_Down):
            self.open_calendar()
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down} and (day := self._day()):
            self._put(day + timedelta(days=1 if key == Qt.Key.Key_Up else -1))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _day(self) -> date | None:
        try:
            return self.value()
        except NotUnderstood:
            return None

    def _put(self, day: date) -> None:
        self.setText(day.isoformat())
        self.setModified(True)

    def _on_picked(self, day: date) -> None:
        self._put(day)
        self.committed.emit()

    def _show_weekday(self) -> None:
        day = self._day()
        self._weekday.setText(self._words.weekday(day) if day else "")
        self.setToolTip(self._words.full_date(day) if day else "")
        self.setAccessibleDescription(self.toolTip())
        self._place()

    def _place(self) -> None:
        button, word = self.calendar_button.sizeHint(), self._weekday.sizeHint()
        height, right = self.height(), self.width() - 2
        self.calendar_button.setGeometry(right - button.width(), 2, button.width(), height - 4)
        left = right - button.width() - _BETWEEN - word.width()
        self._weekday.setGeometry(left, 0, word.width(), height)
        self.setTextMargins(0, 0, self.width() - left, 0)
