"""Somebody with two valid certificates is told on the page, and one is ended there, by keys alone."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QPushButton

from jobs.certificates.issuing import prepare
from jobs.certificates.twice import held_twice
from jobs.desk.registering import mark
from jobs.people.joining import join
from models.people import proposals
from models.records.codes import MarkState
from models.training import roster
from tests.ui.looking import cut_off, nameless, texts
from ui import tour
from ui.window.program import Program


@pytest.fixture
def joined(program: Program, training_here) -> Program:
    store = program.workplace.store
    found = roster.load(store, training_here.id)
    mark(store, [(one, session.id, MarkState.PRESENT) for one in found.attendees for session in found.sessions])
    proposals.accept(store, *proposals.waiting(store))
    prepare(store, roster.load(store, training_here.id), datetime.now(UTC).date())
    first, second = (one.participant.id for one in found.attendees[5:7])
    join(store, first, second, {})
    return program


def test_one_of_two_is_ended_by_keys_alone(joined: Program, open_tab, training_here):
    store = joined.workplace.store
    page = open_tab("certificates")
    assert "1 person has two valid certificates: end one of them." in texts(page)
    show = next(one for one in page.findChildren(QPushButton) if one.text() == "Show the next one")
    assert show.focusPolicy() & Qt.FocusPolicy.TabFocus
    QTest.keyClick(show, Qt.Key.Key_Space)
    tour.settle(joined)
    one = page._table.row
    surplus = one.other_valid[0]
    assert f"\u2066{surplus.number}\u2069" in page._why.text()
    end = next(found for found in page.findChildren(QPushButton) if surplus.number in found.text())
    assert end.isVisible()
    QTest.keyClick(end, Qt.Key.Key_Space)
    dialog = next(found for found in page.findChildren(QInputDialog) if found.isVisible())
    dialog.setTextValue("came twice")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    tour.settle(joined)
    assert store.certificates.get(surplus.id).reason == "came twice"
    assert store.certificates.get(one.certificate.id).state.is_valid
    assert held_twice(roster.load(store, training_here.id)) == []
    assert not show.isVisible()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_page_is_whole_in_a_small_window(joined: Program, open_tab, language: str):
    joined.choose_language(language)
    joined.window.resize(1024, 600)
    page = open_tab("certificates")
    page._on_show_twice()
    tour.settle(joined)
    assert cut_off(joined.window) == []
    assert nameless(joined.window) == []
