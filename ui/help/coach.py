"""Coach: on the first run a frame goes round five places of the window, and says in a sentence what each is for."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from resources.words import Words
from ui.looks.sizes import px
from ui.looks.theme import Theme
from ui.widgets import parts

Stop = tuple[QWidget, str]
"""A part of the window, and what it is for."""
_WIDTH, _GAP, _EDGE = 320, 12, 4


class Coach(QWidget):
    """Lies over the main view; what is below goes on working when it is gone.

    :param done: called once, when all was seen or somebody had enough
    """

    def __init__(
        self, words: Words, theme: Theme, stops: Sequence[Stop], done: Callable[[], object], over: QWidget
    ) -> None:
        super().__init__(over)
        self._over = over
        self._words, self._theme, self._stops, self._done = words, theme, list(stops), done
        self._place = 0
        self.setAccessibleName(words.say("Short tour"))
        self.setGeometry(over.rect())
        over.installEventFilter(self)
        self.bubble = QFrame(self)
        self.bubble.setProperty("card", True)
        self.bubble.setFixedWidth(px(_WIDTH))
        self.text: QLabel = parts.label("", wrap=True)
        self._count = parts.label("", "muted")
        self.next = parts.button("", theme, style="primary")
        self.next.clicked.connect(self._on_next)
        enough = parts.button(words.say("Enough"), style="quiet")
        enough.clicked.connect(self.leave)
        inside = self._inside = QVBoxLayout(self.bubble)
        inside.setContentsMargins(16, 14, 16, 12)
        inside.addWidget(self.text)
        inside.addWidget(parts.row(self._count, None, enough, self.next))

    def start(self) -> None:
        self.show()
        self.raise_()
        self._show()

    def _show(self) -> None:
        say, number = self._words.say, self._words.number
        self.text.setText(self._stops[self._place][1])
        self._count.setText(say("{n} of {all}", n=number(self._place + 1), all=number(len(self._stops))))
        is_last = self._place == len(self._stops) - 1
        self.next.setText(say("Begin") if is_last else say("Next"))
        self.next.setAccessibleDescription(self.text.text())
        self._put_bubble()
        self.next.setFocus()
        self.update()

    def _target(self) -> QRect:
        part = self._stops[self._place][0]
        return QRect(part.mapTo(self._over, QPoint(0, 0)), part.size())

    def _put_bubble(self) -> None:
        """Below what is shown, else above it; beside what is tall."""
        self._inside.activate()
        self.bubble.adjustSize()
        target, size = self._target(), self.bubble.size()
        top = target.bottom() + _GAP
        if top + size.height() > self.height():
            top = target.top() - size.height() - _GAP
        left = target.center().x() - size.width() // 2
        if target.height() > self.height() // 2:
            top = target.top() + _GAP
            is_left = target.center().x() < self.width() // 2
            left = target.right() + _GAP if is_left else target.left() - size.width() - _GAP
        left = max(_GAP, min(left, self.width() - size.width() - _GAP))
        self.bubble.move(left, max(_GAP, min(top, self.height() - size.height() - _GAP)))

    def _on_next(self) -> None:
        if self._place + 1 == len(self._stops):
            self.leave()
            return
        self._place += 1
        self._show()

    def leave(self) -> None:
        self.hide()
        self._over.removeEventFilter(self)
        self.deleteLater()
        self._done()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
            QTimer.singleShot(0, self, self._put_bubble)
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Everything else stands back."""
        painter = QPainter(self)
        target = self._target().adjusted(-_EDGE, -_EDGE, _EDGE, _EDGE)
        shade = QColor(0, 0, 0, 90)
        for part in (
            QRect(0, 0, self.width(), target.top()),
            QRect(0, target.bottom() + 1, self.width(), self.height() - target.bottom()),
            QRect(0, target.top(), target.left(), target.height()),
            QRect(target.right() + 1, target.top(), self.width() - target.right(), target.height()),
        ):
            painter.fillRect(part, shade)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.colours.accent), 3))
        painter.drawRoundedRect(target, 6, 6)
