"""The page of a design as large as there is room for, or larger."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QScrollArea

from ui.designs.canvas import Canvas

_ZOOMS = (1.0, 1.5, 2.0, 3.0, 4.0)


class Zoomed(QScrollArea):
    def __init__(self, canvas: Canvas) -> None:
        super().__init__()
        self._canvas = canvas
        self._zoom = 0
        self.setWidget(canvas)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().installEventFilter(self)

    def zoom(self, by: int) -> None:
        """Some steps closer, or away."""
        self._zoom = min(max(self._zoom + by, 0), len(_ZOOMS) - 1)
        self.fit()

    def fit(self) -> None:
        room = self.viewport().size()
        self._canvas.fit(room.width(), room.height(), _ZOOMS[self._zoom])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.viewport() and event.type() == QEvent.Type.Resize:
            self.fit()
        return super().eventFilter(watched, event)
