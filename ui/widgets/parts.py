"""Small parts that every page is made of."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.looks.sizes import px
from ui.looks.theme import ICON_GAP, ICON_SIZE, Theme

_Part = QWidget | QBoxLayout | None


class WrappingLabel(QLabel):
    """Needs the height of all its lines; Qt's own gives way and is cut off where there is little room."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)

    def setText(self, text: str) -> None:
        super().setText(text)
        if self.isVisible():  # before, its width is none
            self._need_lines()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._need_lines()

    def _need_lines(self) -> None:
        self.setMinimumHeight(self.heightForWidth(self.width()) if self.text() else 0)


def label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """A text; ``role`` is one of the style sheet: title, heading, muted, problem, good, code."""
    made = WrappingLabel() if wrap else QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)  # else Qt takes a typed < for the beginning of HTML
    made.setText(text)
    if role:
        made.setProperty("role", role)
    return made


def wide_label(role: str = "") -> QLabel:
    """A text that takes the room that others leave, and wraps where that is little."""
    made = label("", role, wrap=True)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return made


def problem_label() -> QLabel:
    """The sentence below a field; hidden until there is something to say."""
    made = label("", "problem", wrap=True)
    made.hide()
    return made


def field(name: str) -> QLineEdit:
    """A line to type in, outside of any record."""
    made = QLineEdit()
    made.setAccessibleName(name)
    return made


def secret_field(name: str) -> QLineEdit:
    made = field(name)
    made.setEchoMode(QLineEdit.EchoMode.Password)
    made.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    return made


def direction(*, rtl: bool) -> Qt.LayoutDirection:
    return Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight


def read_from(text: QPlainTextEdit, *, rtl: bool) -> None:
    """Every paragraph in the direction of the window, also one that begins with a word of another script."""
    option = text.document().defaultTextOption()
    option.setTextDirection(direction(rtl=rtl))
    text.document().setDefaultTextOption(option)


def caption(of: QWidget) -> QLabel:
    """The name of a field, above it."""
    made = label(of.accessibleName(), wrap=True)
    made.setBuddy(of)
    return made


def button(text: str, theme: Theme | None = None, icon: str = "", *, style: str = "") -> QPushButton:
    """A button; ``style`` is one of the style sheet: primary, quiet, slim, door, choice, section, warning."""
    made = QPushButton(text)
    made.setAutoDefault(False)  # else Enter in a field of a dialog would press one
    if style:
        made.setProperty(style, True)
    if icon and theme:
        made.setIcon(theme.icon_with_gap(icon, colour=theme.colours.on_accent if style == "primary" else ""))
        made.setIconSize(QSize(px(ICON_SIZE + ICON_GAP), px(ICON_SIZE)))
    return made


def let_choose(made: QPushButton, menu: QMenu) -> None:
    """The button opens a menu, and says so by an arrow at its end."""
    made.setProperty("menu", True)
    made.setMenu(menu)


def row(*parts: _Part, spacing: int = 8) -> QWidget:
    """Beside each other; None stretches."""
    return _box(QHBoxLayout(), parts, spacing)


def flow(*parts: QWidget, spacing: int = 8) -> QWidget:
    """Beside each other, and in the next line where there is no more room."""
    from ui.widgets.flow import FlowLayout  # the first page is painted without it

    box = QWidget()
    layout = FlowLayout(spacing)
    for part in parts:
        layout.addWidget(part)
    box.setLayout(layout)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    box.setSizePolicy(policy)
    return box


def column(*parts: _Part, spacing: int = 8) -> QWidget:
    """Below each other; None stretches."""
    return _box(QVBoxLayout(), parts, spacing)


def _box(layout: QBoxLayout, parts: tuple[_Part, ...], spacing: int) -> QWidget:
    box = QWidget()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, QBoxLayout):
            layout.addLayout(part)
        else:
            layout.addWidget(part)
    box.setLayout(layout)
    return box


def card(*parts: _Part, spacing: int = 8) -> QFrame:
    """A framed group."""
    frame = QFrame()
    frame.setProperty("card", True)
    inside = QVBoxLayout(frame)
    inside.setContentsMargins(16, 14, 16, 14)
    inside.addWidget(column(*parts, spacing=spacing))
    return frame


def notice(text: QLabel, *buttons: QPushButton, is_slim: bool = False) -> QFrame:
    """Something that waits for the person, with what they can do about it."""
    frame = QFrame()
    frame.setProperty("notice", True)
    inside = QHBoxLayout(frame)
    inside.setContentsMargins(*((16, 2, 16, 2) if is_slim else (12, 6, 8, 6)))
    text.setWordWrap(True)
    inside.addWidget(text, 1)
    for one in buttons:
        inside.addWidget(one)
    return frame


def line(*, upright: bool = False) -> QFrame:
    frame = QFrame()
    frame.setProperty("upright" if upright else "line", True)
    return frame


class Stack(QStackedWidget):
    """Pages one upon the other; it needs the room of the one that is shown, not of the largest."""

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else super().minimumSizeHint()


def scrolled(inside: QWidget, *, both_ways: bool = False) -> QScrollArea:
    """Content that may be taller than the window, and, if so said, wider."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(inside)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # else Tab would stop at it between the fields
    if not both_ways:
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


def empty(title: str, text: str, *buttons: QPushButton) -> QWidget:
    """What a page without content says: what to do next."""
    heading = label(title, "heading")
    heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
    advice = label(text, "muted", wrap=True)
    advice.setAlignment(Qt.AlignmentFlag.AlignCenter)
    advice.setMaximumWidth(px(520))
    return column(None, heading, row(None, advice, None), row(None, *buttons, None), None, spacing=12)
