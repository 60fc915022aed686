"""A page of a PDF as a picture, as large as there is room for."""

from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

_PIXELS_WIDE = 1400


def picture_of(pdf: bytes) -> QImage:
    """The first page; called beside the window, and by one caller at a time, as PDFium demands."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        page: Any = document[0]
        bitmap = page.render(scale=_PIXELS_WIDE / page.get_width(), rev_byteorder=True)
        size, stride = (bitmap.width, bitmap.height), bitmap.stride
        form = QImage.Format.Format_RGBA8888 if bitmap.n_channels == 4 else QImage.Format.Format_RGB888
        return QImage(bytes(bitmap.buffer), *size, stride, form).copy()
    finally:
        document.close()


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

    def show_page(self, image: QImage) -> None:
        self._picture, self._text = QPixmap.fromImage(image), ""
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
