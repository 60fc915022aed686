"""How the window looks: three palettes, one short style sheet, icons in the palette's colours."""

from dataclasses import asdict, dataclass
from functools import cache
from string import Template

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

import resources
from ui import fonts

APPEARANCES = ("system", "light", "dark", "contrast")
ICON_SIZE = 20
ICON_GAP = 6
_POINTS = 10.5


@dataclass(frozen=True, slots=True)
class Colours:
    window: str
    base: str
    stripe: str
    text: str
    muted: str
    line: str
    accent: str
    on_accent: str
    tint: str
    good: str
    late: str
    leave: str
    bad: str
    good_tint: str
    late_tint: str
    leave_tint: str
    bad_tint: str


LIGHT = Colours(
    window="#f4f6f9", base="#ffffff", stripe="#f8fafc", text="#17202e", muted="#586474", line="#d5dce5",
    accent="#14597f", on_accent="#ffffff", tint="#e1edf5", good="#116b3a", late="#85560a", leave="#51489e",
    bad="#ab2430", good_tint="#dff3e6", late_tint="#fbeecd", leave_tint="#e9e7fa", bad_tint="#fbe1e3",
)  # fmt: skip
DARK = Colours(
    window="#171b22", base="#1f252e", stripe="#232a34", text="#e8ecf2", muted="#a3afbf", line="#3a4452",
    accent="#7cc0ea", on_accent="#0d1a24", tint="#27394a", good="#7fd9a2", late="#eec36f", leave="#bdb6f5",
    bad="#f59aa2", good_tint="#1d3a2a", late_tint="#3e321a", leave_tint="#302d4d", bad_tint="#472428",
)  # fmt: skip
CONTRAST = Colours(
    window="#000000", base="#000000", stripe="#000000", text="#ffffff", muted="#ffffff", line="#ffffff",
    accent="#ffe600", on_accent="#000000", tint="#2b2b00", good="#6dff9c", late="#ffd34d", leave="#d3ccff",
    bad="#ff9aa2", good_tint="#000000", late_tint="#000000", leave_tint="#000000", bad_tint="#000000",
)  # fmt: skip


class Theme:
    """The colours in force; meaning is never carried by them alone."""

    def __init__(self, colours: Colours) -> None:
        self.colours = colours

    def icon(self, name: str, *, mirrored: bool = False, colour: str = "") -> QIcon:
        """An icon of ``resources/icons``; arrows are mirrored in right-to-left windows."""
        return _icon(name, colour or self.colours.text, mirrored, 0)

    def own_mark(self, size: int) -> QPixmap:
        """The program's mark, so many pixels high."""
        from PySide6.QtSvg import QSvgRenderer

        picture = QPixmap(QSize(size, size) * 2)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        QSvgRenderer(str(resources.path("icons", "sijil.svg"))).render(painter)
        painter.end()
        picture.setDevicePixelRatio(2)
        return picture

    def icon_with_gap(self, name: str, *, colour: str = "") -> QIcon:
        """An icon with room between it and the text that follows, on the side where that is."""
        rtl = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return _icon(name, colour or self.colours.text, False, -ICON_GAP if rtl else ICON_GAP)


@cache
def _icon(name: str, colour: str, mirrored: bool, gap: int) -> QIcon:
    from PySide6.QtSvg import QSvgRenderer

    source = resources.path("icons", f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(source.encode()))
    icon = QIcon()
    for scale in (1, 2):
        picture = QPixmap(QSize(ICON_SIZE + abs(gap), ICON_SIZE) * scale)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        renderer.render(painter, QRectF(max(-gap, 0) * scale, 0, ICON_SIZE * scale, ICON_SIZE * scale))
        painter.end()
        if mirrored:
            picture = QPixmap.fromImage(picture.toImage().flipped(Qt.Orientation.Horizontal))
        picture.setDevicePixelRatio(scale)
        icon.addPixmap(picture)
    return icon


def load_fonts() -> None:
    """The window's letters are the paper's letters."""
    families = [fonts.load(name) for name in ("NotoSansArabic-Regular", "NotoSansArabic-Bold")]
    font = QFont(families[:1])
    font.setPointSizeF(_POINTS)
    QApplication.setFont(font)


def colours_of(appearance: str) -> Colours:
    """``system`` follows the desktop."""
    return {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}.get(appearance) or _system_colours()


def apply(app: QApplication, colours: Colours) -> Theme:
    """Put colours in force. Costs as much as there are widgets: only when they change."""
    if app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    app.setPalette(_palette(colours))
    sheet = resources.path("style.qss").read_text(encoding="utf-8")
    app.setStyleSheet(Template(sheet).substitute(asdict(colours)))
    return Theme(colours)


def _system_colours() -> Colours:
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return CONTRAST
    return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT


def _palette(colours: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for place, value in {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.base,
        role.AlternateBase: colours.stripe,
        role.Text: colours.text,
        role.Button: colours.base,
        role.ButtonText: colours.text,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.PlaceholderText: colours.muted,
        role.ToolTipBase: colours.base,
        role.ToolTipText: colours.text,
        role.Link: colours.accent,
        role.Mid: colours.line,
        role.Midlight: colours.line,
        role.Dark: colours.line,
        role.Light: colours.base,
    }.items():
        palette.setColor(place, QColor(value))
    for place in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, place, QColor(colours.muted))
    return palette
