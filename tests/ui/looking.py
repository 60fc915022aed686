"""What somebody sees, and what a screen reader is told, of a page."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QWidget,
)

_Role = QAccessible.Role
CONTROLS = {
    _Role.Button, _Role.ButtonMenu, _Role.CheckBox, _Role.RadioButton, _Role.EditableText, _Role.ComboBox,
    _Role.Table, _Role.List, _Role.Tree, _Role.PageTab, _Role.PageTabList, _Role.SpinBox, _Role.Slider,
    _Role.Graphic, _Role.Link, _Role.MenuItem, _Role.Dial,
}  # fmt: skip
_INNER = {"qt_spinbox_lineedit", "QtComboBoxPrivateContainer", "ScrollLeftButton", "ScrollRightButton"}
_SLACK = 1  # pixels


def shown(page: QWidget) -> list[QWidget]:
    return [one for one in page.findChildren(QWidget) if one.isVisibleTo(page)]


def texts(page: QWidget) -> set[str]:
    """All words on a page but those that somebody typed."""
    found: set[str] = set()
    for one in shown(page):
        found.add(one.toolTip())
        match one:
            case QLabel() | QAbstractButton():
                found.add(one.text())
            case QLineEdit():
                found.add(one.placeholderText())
            case QComboBox():
                found |= {one.itemText(place) for place in range(one.count())}
            case QTabBar():
                found |= {one.tabText(place) for place in range(one.count())}
            case QHeaderView() if one.orientation() == Qt.Orientation.Horizontal:
                found |= set(_heads(one))
        if not isinstance(one, QLineEdit | QPlainTextEdit):
            found.add(one.accessibleName())
    return found


def _heads(header: QHeaderView) -> list[str]:
    model = header.model()
    return [str(model.headerData(n, Qt.Orientation.Horizontal) or "") for n in range(header.count())] if model else []


def cut_off(page: QWidget) -> list[str]:
    """Words that have less room than they need, and what reaches beyond what holds it."""
    return [text for one in shown(page) for text in (*_cut(one), *_outside(one, page), *_beyond(one))]


def _beyond(one: QWidget) -> Iterator[str]:
    """Content wider than an area that cannot be scrolled to it."""
    if isinstance(one, QScrollArea) and one.widget() is not None:
        never = one.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        needs, room = one.widget().minimumSizeHint().width(), one.viewport().width()
        if never and needs > room:
            yield f"{type(one).__name__}: {needs} pixels in {room}"


def out_of_sight(page: QWidget) -> list[str]:
    """What can be read only by scrolling sideways."""
    areas = [one for one in shown(page) if isinstance(one, QScrollArea)]
    return [
        f"{area.horizontalScrollBar().maximum()} pixels of {type(area.widget()).__name__}"
        for area in areas
        if area.horizontalScrollBar().maximum() > 0
    ]


def _cut(one: QWidget) -> Iterator[str]:
    match one:
        case QLabel() | QAbstractButton() if one.text():
            if _is_squeezed(one):
                yield f"{type(one).__name__} {one.text()!r}"
        case QComboBox() if one.toolTip() != one.currentText() and _width(one, one.currentText()) > _field_of(one):
            yield f"choice {one.currentText()!r}"  # of what somebody wrote, the rest is told by pointing at it
        case QLineEdit() if not one.text() and _width(one, one.placeholderText()) > one.contentsRect().width():
            yield f"placeholder {one.placeholderText()!r}"
        case QHeaderView() if one.orientation() == Qt.Orientation.Horizontal:
            sizes = [(text, one.sectionSize(place)) for place, text in enumerate(_heads(one))]
            yield from (f"heading {text!r}" for text, room in sizes if _width(one, text) > room)
        case QTabBar():
            tabs = [(one.tabText(place), one.tabRect(place).width()) for place in range(one.count())]
            yield from (f"tab {text!r}" for text, room in tabs if _width(one, text) > room)


def _width(one: QWidget, text: str) -> int:
    return max(map(one.fontMetrics().horizontalAdvance, text.split("\n")))


def _is_squeezed(one: QLabel | QAbstractButton) -> bool:
    if isinstance(one, QAbstractButton):
        return one.minimumSizeHint().width() > one.width() + _SLACK or one.fontMetrics().height() > one.height()
    needs = one.heightForWidth(one.width()) if one.wordWrap() else one.sizeHint().height()
    wide = one.minimumSizeHint().width() if one.wordWrap() else one.sizeHint().width()
    return needs > one.height() + _SLACK or wide > one.width() + _SLACK


def _field_of(one: QComboBox) -> int:
    option = QStyleOptionComboBox()
    one.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    return one.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, one).width()


def _outside(one: QWidget, page: QWidget) -> Iterator[str]:
    holder = one.parentWidget()
    if one is page or holder is page or not isinstance(one, QLabel | QAbstractButton) or not one.text():
        return
    if isinstance(holder, QAbstractScrollArea) or isinstance(holder.parentWidget(), QAbstractScrollArea):
        return
    around = holder.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK)
    if not around.contains(one.geometry()):
        yield f"outside {one.text()!r}"


def nameless(page: QWidget) -> list[str]:
    """Controls of which a screen reader could only say what they are."""
    root = QAccessible.queryAccessibleInterface(page)
    assert root is not None
    return [_described(one) for one in _tree(root) if one.role() in CONTROLS and not _name(one)]


def _tree(one: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """What is not hidden. Cells of tables are left to the tests of their models."""
    state = one.state()
    widget = one.object()
    if state.invisible or (widget is not None and widget.objectName() in _INNER):
        return
    yield one
    if one.role() in {_Role.Table, _Role.List, _Role.ComboBox, _Role.SpinBox}:
        return
    for place in range(one.childCount()):
        child = one.child(place)
        if child is not None and child.isValid():
            yield from _tree(child)


def _name(one: QAccessibleInterface) -> str:
    return one.text(QAccessible.Text.Name).strip()


def _described(one: QAccessibleInterface) -> str:
    return f"{one.role().name} {type(one.object()).__name__}"
