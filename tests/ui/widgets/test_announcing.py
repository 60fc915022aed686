"""A screen reader is told what appears without being asked for: mistakes at once, news when there is time."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtTest import QTest

from tests.ui.test_first_run import field
from ui.training.plan.page import PlanPage
from ui.widgets import announcing
from ui.window.program import Program

_Politeness = QAccessible.AnnouncementPoliteness


class Reader:
    """Stands where Qt hands events to a screen reader."""

    def __init__(self, *, is_there: bool = True) -> None:
        self.heard: list[tuple[str, _Politeness]] = []
        self.isActive = lambda: is_there
        self.AnnouncementPoliteness = _Politeness

    def updateAccessibility(self, event: QAccessibleAnnouncementEvent) -> None:
        self.heard.append((event.message(), event.politeness()))


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Reader:
    made = Reader()
    monkeypatch.setattr(announcing, "QAccessible", made)
    return made


def test_a_mistake_in_a_field_interrupts(program: Program, open_tab, reader: Reader):
    page: PlanPage = open_tab("plan")
    needed = field(page, "Sessions needed")
    needed.setText("many")
    QTest.keyClick(needed, Qt.Key.Key_Return)
    (told,) = reader.heard
    assert told[1] is _Politeness.Assertive
    assert "number" in told[0]
    assert needed.accessibleDescription() == told[0]


def test_who_was_registered_and_what_was_undone_is_told_politely(program: Program, open_tab, reader: Reader):
    desk = open_tab("desk")
    QTest.keyClicks(desk._field, "rebin m")
    QTest.keyClick(desk._field, Qt.Key.Key_Return)
    QTest.keyClick(desk._field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [politeness for _, politeness in reader.heard] == [_Politeness.Polite] * 2
    assert "Rebin Mohammed Mahmoud" in reader.heard[0][0]
    assert reader.heard[1][0].startswith("Undone")


def test_where_nobody_listens_nothing_is_told(monkeypatch: pytest.MonkeyPatch, program: Program):
    nobody = Reader(is_there=False)
    monkeypatch.setattr(announcing, "QAccessible", nobody)
    program.messages.tell("News")
    assert nobody.heard == []
