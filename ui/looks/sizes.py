"""Sizes that grow and shrink with the letters."""

from PySide6.QtWidgets import QApplication

USUAL_POINTS = 10.5
TEXT_SIZES = (80, 90, 100, 110, 125, 150, 175, 200)  # per cent


def px(pixels: int) -> int:
    """So many pixels where the letters have their usual size, more where they are larger."""
    return round(pixels * QApplication.font().pointSizeF() / USUAL_POINTS)
