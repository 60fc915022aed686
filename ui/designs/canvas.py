"""Canvas: the page of a draft as it will be printed, its elements to be moved and resized."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from models.certificates.designs import Element
from models.paper import PaperSize, page_size
from ui.designs.arranging import Guide, Handle, dragged, handles_of, is_hit, snapped
from ui.designs.draft import Draft
from ui.looks.theme import Colours

_REACH = 6  # pixels within which an element snaps
_HANDLE = 8  # pixels
_AROUND = 14  # pixels beside the page
_STEPS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
_FINE = 0.1
_GUIDE = "#d0308f"
_CURSORS = {
    Handle.TOP_LEFT: Qt.CursorShape.SizeFDiagCursor,
    Handle.BOTTOM_RIGHT: Qt.CursorShape.SizeFDiagCursor,
    Handle.TOP_RIGHT: Qt.CursorShape.SizeBDiagCursor,
    Handle.BOTTOM_LEFT: Qt.CursorShape.SizeBDiagCursor,
    Handle.LEFT: Qt.CursorShape.SizeHorCursor,
    Handle.RIGHT: Qt.CursorShape.SizeHorCursor,
    Handle.TOP: Qt.CursorShape.SizeVerCursor,
    Handle.BOTTOM: Qt.CursorShape.SizeVerCursor,
}


class Canvas(QWidget):
    """Paper has no direction of reading: nothing here is mirrored.

    :param describe: an element in words, for those who cannot see it
    """

    edit_wanted = Signal()
    """Somebody wants to change what the chosen element says."""

    def __init__(self, draft: Draft, colours: Colours, name: str, describe: Callable[[Element], str]) -> None:
        super().__init__()
        self._draft = draft
        self._colours = colours
        self._describe = describe
        self._page = QImage()
        self._scale = 2.0  # pixels per millimetre
        self._grip: tuple[Handle, QPointF, Element] | None = None
        self._guides: tuple[Guide, ...] = ()
        self.setAccessibleName(name)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        draft.changed.connect(self.update)
        draft.chosen.connect(self._on_chosen)

    @property
    def paper(self) -> tuple[float, float]:
        """Millimetres."""
        return page_size(PaperSize.A4, self._draft.orientation)

    def show_page(self, image: QImage | None) -> None:
        """None when it could not be made."""
        self._page = image or QImage()
        self.update()

    def fit(self, width: int, height: int, zoom: float) -> None:
        """As large as this room, times the zoom."""
        wide, high = self.paper
        fitting = min((width - 2 * _AROUND) / wide, (height - 2 * _AROUND) / high)
        self._scale = max(0.5, fitting) * zoom
        self.setFixedSize(round(wide * self._scale) + 2 * _AROUND, round(high * self._scale) + 2 * _AROUND)
        self.update()

    def _on_chosen(self) -> None:
        element = self._draft.element
        self.setAccessibleDescription(self._describe(element) if element else "")
        self.update()

    # Between pixels and millimetres

    def at(self, x: float, y: float) -> QPointF:
        """Where a place on the paper is in the widget."""
        return QPointF(x * self._scale + _AROUND, y * self._scale + _AROUND)

    def _on_paper(self, point: QPointF) -> tuple[float, float]:
        return (point.x() - _AROUND) / self._scale, (point.y() - _AROUND) / self._scale

    def _box(self, element: Element) -> QRectF:
        return QRectF(self.at(element.x, element.y), self.at(element.x + element.width, element.y + element.height))

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        page = QRectF(self.at(0, 0), self.at(*self.paper))
        painter.fillRect(page, QColor("#ffffff"))
        if not self._page.isNull():
            painter.drawImage(page, self._page)
        painter.setPen(QPen(QColor(self._colours.line), 1))
        painter.drawRect(page)
        painter.setPen(QPen(QColor("#8fb4cc"), 1, Qt.PenStyle.DotLine))
        for element in self._draft.elements:
            painter.drawRect(self._box(element))
        self._paint_guides(painter, page)
        if self._draft.element is not None:
            self._paint_chosen(painter, self._draft.element)

    def _paint_guides(self, painter: QPainter, page: QRectF) -> None:
        painter.setPen(QPen(QColor(_GUIDE), 1))
        for guide in self._guides:
            at = self.at(guide.at, guide.at)
            if guide.is_upright:
                painter.drawLine(QPointF(at.x(), page.top()), QPointF(at.x(), page.bottom()))
            else:
                painter.drawLine(QPointF(page.left(), at.y()), QPointF(page.right(), at.y()))

    def _paint_chosen(self, painter: QPainter, element: Element) -> None:
        accent = QColor("#14597f")
        style = Qt.PenStyle.SolidLine if self.hasFocus() else Qt.PenStyle.DashLine
        painter.setPen(QPen(accent, 2, style))
        painter.drawRect(self._box(element))
        painter.setPen(QPen(accent, 1))
        painter.setBrush(QColor("#ffffff"))
        for _, x, y in handles_of(element):
            at = self.at(x, y)
            painter.drawRect(QRectF(at.x() - _HANDLE / 2, at.y() - _HANDLE / 2, _HANDLE, _HANDLE))

    # Mouse

    def _handle_at(self, point: QPointF) -> Handle | None:
        """Of the chosen element."""
        element = self._draft.element
        if element is None:
            return None
        for handle, x, y in handles_of(element):
            distance = self.at(x, y) - point
            if max(abs(distance.x()), abs(distance.y())) <= _HANDLE:
                return handle
        return None

    def _place_at(self, point: QPointF) -> int | None:
        """The topmost element there; the chosen one, when it is there too."""
        x, y = self._on_paper(point)
        hit = [n for n, one in enumerate(self._draft.elements) if is_hit(one, x, y, 2 / self._scale)]
        return self._draft.place if self._draft.place in hit else hit[-1] if hit else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.setFocus()
        handle = self._handle_at(event.position())
        if handle is None:
            self._draft.choose(self._place_at(event.position()))
            handle = Handle.INSIDE
        if self._draft.element is not None:
            self._grip = (handle, event.position(), self._draft.element)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is None:
            handle = self._handle_at(event.position())
            inside = self._place_at(event.position()) is not None
            usual = Qt.CursorShape.SizeAllCursor if inside else Qt.CursorShape.ArrowCursor
            self.setCursor(_CURSORS.get(handle, usual) if handle else usual)
            return
        handle, start, element = self._grip
        by = (event.position() - start) / self._scale
        moved = dragged(element, handle, by.x(), by.y())
        self._guides = ()
        if not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            others = [one for n, one in enumerate(self._draft.elements) if n != self._draft.place]
            moved, self._guides = snapped(moved, handle, others, self.paper, _REACH / self._scale)
        self._draft.put(moved, "drag")
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip, self._guides = None, ()
        self._draft.end_gesture()
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._draft.element is not None:
            self.edit_wanted.emit()

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        element = self._draft.element
        if element is not None and key in _STEPS:
            self._nudge(element, key, event.modifiers())
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._draft.remove()
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self._choose_next(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and element is not None:
            self.edit_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _nudge(self, element: Element, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        """One millimetre, with Ctrl a tenth; with Shift the size changes."""
        across, down = _STEPS[key]
        by = _FINE if modifiers & Qt.KeyboardModifier.ControlModifier else 1.0
        handle = Handle.BOTTOM_RIGHT if modifiers & Qt.KeyboardModifier.ShiftModifier else Handle.INSIDE
        self._draft.put(dragged(element, handle, across * by, down * by), f"nudge{handle}")

    def _choose_next(self, by: int) -> None:
        count = len(self._draft.elements)
        if count:
            first = 0 if by > 0 else count - 1
            self._draft.choose(first if self._draft.place is None else (self._draft.place + by) % count)
