"""CalendarPopup: a month to pick a day from."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QSizePolicy, QTableView, QToolButton, QVBoxLayout, QWidget

from resources.words import Words
from resources.words.calendar import WEEKEND, weekdays
from ui.looks.sizes import px
from ui.widgets import parts

_FIRST = 6  # Sunday, as date.weekday() counts: the weekend stands together at the end


class CalendarPopup(QFrame):
    """Arrows, Page Up and Page Down go through the days, Enter picks one. Names of months and days are our own."""

    picked = Signal(object)

    def __init__(self, words: Words, day: date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._words = words
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setLayoutDirection(parts.direction(rtl=words.is_rtl))  # its field is written from the left
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.calendar = self._build_calendar(day)
        self._month = parts.label("", "heading")
        self._month.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setSpacing(4)
        layout.addWidget(self._build_head())
        layout.addWidget(self._build_weekdays())
        layout.addWidget(self.calendar)
        self.setMinimumWidth(px(340 if words.speaks.is_latin else 560))
        self._show_month()
        self.setFocusProxy(self.calendar)

    def _build_calendar(self, day: date) -> QCalendarWidget:
        made = QCalendarWidget()
        made.setLocale(QLocale(self._words.speaks.locale))
        made.setNavigationBarVisible(False)
        made.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        made.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.NoHorizontalHeader)
        made.setFirstDayOfWeek(Qt.DayOfWeek(_FIRST + 1))
        made.setAccessibleName(self._words.say("Calendar"))
        for number in range(7):
            made.setWeekdayTextFormat(Qt.DayOfWeek(number + 1), self._format(is_free=number in WEEKEND))
        grid = made.findChild(QTableView)
        assert grid is not None
        grid.horizontalHeader().setMinimumSectionSize(1)  # else the style makes columns too wide for seven
        made.setSelectedDate(QDate(day.year, day.month, day.day))
        made.activated.connect(self._on_picked)
        made.clicked.connect(self._on_picked)
        made.currentPageChanged.connect(self._show_month)
        return made

    def _format(self, *, is_free: bool) -> QTextCharFormat:
        made = QTextCharFormat()
        palette = self.palette()
        made.setForeground(palette.highlight() if is_free else palette.text())
        return made

    def _build_head(self) -> QWidget:
        arrows = [Qt.ArrowType.LeftArrow, Qt.ArrowType.RightArrow]
        if self._words.is_rtl:
            arrows.reverse()
        earlier = self._arrow(arrows[0], self._words.say("Earlier month"))
        later = self._arrow(arrows[1], self._words.say("Later month"))
        earlier.clicked.connect(self.calendar.showPreviousMonth)
        later.clicked.connect(self.calendar.showNextMonth)
        return parts.row(earlier, None, self._month, None, later)

    @staticmethod
    def _arrow(arrow: Qt.ArrowType, name: str) -> QToolButton:
        made = QToolButton()
        made.setArrowType(arrow)
        made.setAutoRaise(True)
        made.setAccessibleName(name)
        made.setToolTip(name)
        return made

    def _build_weekdays(self) -> QWidget:
        row = parts.row(spacing=0)
        inside = row.layout()
        assert inside is not None
        names = weekdays(self._words.language)
        for name in names[_FIRST:] + names[:_FIRST]:
            label = parts.label(name[:3] if self._words.speaks.is_latin else name, "muted")
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # as wide as its column
            inside.addWidget(label)
        for place in range(7):
            inside.setStretch(place, 1)  # type: ignore[attr-defined]
        return row

    def _show_month(self) -> None:
        shown = date(self.calendar.yearShown(), self.calendar.monthShown(), 1)
        self._month.setText(f"{self._words.month(shown)} {self._words.number(shown.year)}")

    def _on_picked(self, day: QDate) -> None:
        self.picked.emit(date(day.year(), day.month(), day.day()))
        self.close()
