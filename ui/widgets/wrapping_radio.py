"""WrappingRadio: a choice whose words take as many lines as they need; Qt's own keep to one and are cut off."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QStyle

from ui.widgets import parts


class WrappingRadio(QRadioButton):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.setAccessibleName(text)
        self.words = parts.label(text, wrap=True)
        self.words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        metric, style = QStyle.PixelMetric, self.style()
        beside = style.pixelMetric(metric.PM_ExclusiveIndicatorWidth)
        self._beside = QHBoxLayout(self)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(0)
        self._beside.addSpacing(beside + style.pixelMetric(metric.PM_RadioButtonLabelSpacing))
        self._beside.addWidget(self.words, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def text(self) -> str:
        return self.words.text()

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def sizeHint(self) -> QSize:
        return self._beside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._beside.minimumSize()
