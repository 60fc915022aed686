"""Signing on the screen, by mouse, finger or pen."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from models.strokes import HIGH, WIDE, Point, Strokes
from ui.widgets import parts
from ui.widgets.dialogs import Dialog
from ui.workplace import Workplace

_INK = "#17305c"


def draw_strokes(painter: QPainter, box: QRectF, strokes: Strokes, colour: str = _INK) -> None:
    """As large as fits the box."""
    scale = min(box.width() / WIDE, box.height() / HIGH)
    origin = box.center() - QPointF(WIDE, HIGH) * scale / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(colour), max(1.2, 5 * scale))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    for stroke in strokes:
        points = [origin + QPointF(x, y) * scale for x, y in stroke]
        painter.drawPolyline(QPolygonF(points if len(points) > 1 else [*points, points[0] + QPointF(0.5, 0.5)]))
    painter.restore()


class SignaturePad(QWidget):
    """White as paper in every appearance, with a line to sign on; the same for both directions of writing."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._strokes: list[list[Point]] = []
        self.setAccessibleName(name)
        self.setMinimumSize(500, 200)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def sizeHint(self) -> QSize:
        return QSize(700, 280)

    @property
    def strokes(self) -> Strokes:
        return tuple(map(tuple, self._strokes))

    def show_strokes(self, strokes: Strokes) -> None:
        self._strokes = [list(stroke) for stroke in strokes]
        self.update()

    def clear(self) -> None:
        self.show_strokes(())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._strokes.append([self._point(event)])
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._strokes:
            self._strokes[-1].append(self._point(event))
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("white"))
        painter.setPen(QPen(QColor("#c3cad6"), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        line = int(self.height() * 0.74)
        painter.drawLine(24, line, self.width() - 24, line)
        draw_strokes(painter, QRectF(self.rect()), self.strokes)

    def _point(self, event: QMouseEvent) -> Point:
        scale = min(self.width() / WIDE, self.height() / HIGH)
        place = (event.position() - QRectF(self.rect()).center()) / scale + QPointF(WIDE, HIGH) / 2
        return (max(0, min(WIDE, round(place.x()))), max(0, min(HIGH, round(place.y()))))


class SignDialog(Dialog):
    """
    :param then: called with what was drawn, which may be nothing
    """

    def __init__(self, workplace: Workplace, name: str, then: Callable[[Strokes], None], parent: QWidget) -> None:
        super().__init__(parent)
        say = workplace.words.say
        self._then = then
        self.setWindowTitle(say("Signature"))
        self.pad = SignaturePad(say("Sign here"))
        again = parts.button(say("Clear"))
        done = parts.button(say("Done"), workplace.theme, "check", style="primary")
        again.clicked.connect(self.pad.clear)
        done.clicked.connect(self._on_done)
        heading: QLabel = parts.label(say("{name}, please sign here", name=f"\u2068{name}\u2069"), "heading", wrap=True)
        layout = QVBoxLayout(self.room)
        layout.setSpacing(12)
        layout.addWidget(heading)
        layout.addWidget(self.pad, 1)
        self.foot.addWidget(parts.row(again, None, done))

    def _on_done(self) -> None:
        self._then(self.pad.strokes)
        self.accept()
