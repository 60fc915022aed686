"""A page of a PDF as a picture, as large as there is room for."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.store import Store
from ui.background import Background, Progress

T = TypeVar("T")
_PIXELS_WIDE = 1400


def picture_of(pdf: bytes, place: int = 0) -> QImage:
    """A page; called beside the window, and by one caller at a time, as PDFium demands."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        page: Any = document[min(place, len(document) - 1)]
        bitmap = page.render(scale=_PIXELS_WIDE / page.get_width(), rev_byteorder=True)
        size, stride = (bitmap.width, bitmap.height), bitmap.stride
        form = QImage.Format.Format_RGBA8888 if bitmap.n_channels == 4 else QImage.Format.Format_RGB888
        return QImage(bytes(bitmap.buffer), *size, stride, form).copy()  # QImage only borrows the bytes
    finally:
        document.close()


def page_count(pdf: bytes) -> int:
    """Called as ``picture_of``."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


class Drawing(QObject, Generic[T]):
    """Makes pictures beside the window, one at a time; of what was wanted meanwhile, only the last.

    :param show: called with each picture, in the window's thread; with None when it could not be made
    """

    def __init__(self, background: Background, owner: QObject, show: Callable[[T | None], object]) -> None:
        super().__init__(owner)
        self._background = background
        self._show = show
        self._next: Callable[[Store, Progress], T] | None = None
        self._is_busy = False

    def want(self, work: Callable[[Store, Progress], T]) -> None:
        """
        :param work: makes the picture, with a Store of its own
        """
        self._next = work
        if not self._is_busy:
            self._start()

    def _start(self) -> None:
        work, self._next = self._next, None
        if work is not None:
            self._is_busy = True
            self._background.run(self, work, self._on_picture, failed=self._on_failed)

    def _on_picture(self, image: T) -> None:
        self._is_busy = False
        if self._next is None:
            self._show(image)
        self._start()

    def _on_failed(self, problem: BaseException) -> None:
        """The outer door tells it; where the picture was, nothing is shown."""
        self._is_busy = False
        if self._next is None:
            self._show(None)
        self._start()
        raise problem


class Preview(QWidget):
    """Shows a page; a text while there is none."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setMinimumSize(240, 170)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._picture = QPixmap()
        self._text = ""

    @property
    def has_page(self) -> bool:
        return not self._picture.isNull()

    def show_page(self, image: QImage | None) -> None:
        """None stands for a page that could not be made."""
        self._picture, self._text = QPixmap.fromImage(image) if image else QPixmap(), ""
        self.update()

    def show_text(self, text: str) -> None:
        self._picture, self._text = QPixmap(), text
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._picture.isNull():
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(20, 20, -20, -20), flags, self._text)
            return
        ratio = self.devicePixelRatio()
        room = QSize(round((self.width() - 2) * ratio), round((self.height() - 2) * ratio))
        shown = self._picture.scaled(
            room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        shown.setDevicePixelRatio(ratio)
        width, height = round(shown.width() / ratio), round(shown.height() / ratio)
        left = (self.width() - width) // 2
        painter.drawPixmap(left, 1, shown)
        painter.setPen(self.palette().mid().color())
        painter.drawRect(left, 0, width, height + 1)
