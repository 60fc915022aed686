"""How the window looks: three palettes, one short style sheet, icons in the palette's colours."""

from dataclasses import asdict, dataclass
from functools import cache
from string import Template

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

import resources
from ui.looks import fonts
from ui.looks.sizes import USUAL_POINTS, px

APPEARANCES = ("system", "light", "dark", "contrast")
ICON_SIZE = 20
ICON_GAP = 6
_OUTLINE_DARKER = 140  # per cent, in Fusion
_LETTERS = {"size_title": 17.0, "size_large": 15.0, "size_heading": 12.0}  # points


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

    def __init__(self, colours: Colours, text_size: int) -> None:
        self.colours = colours
        self.text_size = text_size

    def icon(self, name: str, *, mirrored: bool = False, colour: str = "") -> QIcon:
        """An icon of ``resources/icons``; arrows are mirrored in right-to-left windows."""
        return _icon(name, colour or self.colours.text, mirrored, 0, px(ICON_SIZE))

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
        gap = px(ICON_GAP)
        return _icon(name, colour or self.colours.text, False, -gap if rtl else gap, px(ICON_SIZE))


@cache
def _icon(name: str, colour: str, mirrored: bool, gap: int, size: int) -> QIcon:
    from PySide6.QtSvg import QSvgRenderer

    source = resources.path("icons", f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(source.encode()))
    icon = QIcon()
    for scale in (1, 2, 3):
        picture = QPixmap(QSize(size + abs(gap), size) * scale)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        renderer.render(painter, QRectF(max(-gap, 0) * scale, 0, size * scale, size * scale))
        painter.end()
        if mirrored:
            picture = QPixmap.fromImage(picture.toImage().flipped(Qt.Orientation.Horizontal))
        picture.setDevicePixelRatio(scale)
        icon.addPixmap(picture)
    return icon


def application(program: str = "sijil") -> QApplication:
    """The application, or the one there is. Its style is asked for here: to Python, a style costs its hundred enums."""
    known = QApplication.instance()
    if isinstance(known, QApplication):
        return known
    return QApplication([program, "-style", "Fusion"])


def load_fonts() -> None:
    """The window's letters are the paper's letters."""
    families = [fonts.load(name) for name in ("NotoSansArabic-Regular", "NotoSansArabic-Bold")]
    font = QFont(families[:1])
    font.setPointSizeF(USUAL_POINTS)
    QApplication.setFont(font)


def colours_of(appearance: str) -> Colours:
    """``system`` follows the desktop."""
    return {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}.get(appearance) or _system_colours()


def apply(app: QApplication, colours: Colours, text_size: int = 100) -> Theme:
    """Put colours and the size of the letters in force. Costs as much as there are widgets: only when they change.

    :param text_size: per cent of the usual
    """
    font = app.font()
    font.setPointSizeF(USUAL_POINTS * text_size / 100)
    app.setFont(font)
    palette = _palette(colours)
    app.setPalette(palette)
    for kind in ("QCheckBox", "QRadioButton"):
        app.setPalette(_with_outline(palette, colours.muted), kind)  # type: ignore[arg-type]  # PySide takes no bytes here
    sheet = resources.path("style.qss").read_text(encoding="utf-8")
    sizes = {name: f"{points * text_size / 100:g}pt" for name, points in _LETTERS.items()}
    app.setStyleSheet(Template(sheet).substitute(asdict(colours) | sizes))
    return Theme(colours, text_size)


def _with_outline(palette: QPalette, colour: str) -> QPalette:
    """Fusion draws the outline of a box darker than the window: in a dark one nobody sees it."""
    outlined = QPalette(palette)
    outlined.setColor(QPalette.ColorRole.Window, QColor(colour).lighter(_OUTLINE_DARKER))
    return outlined


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
