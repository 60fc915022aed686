"""Certificates in a file are not on paper: they stay prepared until somebody says that they printed them."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from jobs.certificates.printing import EVERYBODY
from jobs.desk.registering import mark
from models.certificates.states import CertificateState
from models.people import proposals
from models.records.codes import MarkState
from models.training import roster
from ui import tour
from ui.printers.printing import Printing


@pytest.fixture
def saved(program, training_here, tmp_path: Path, monkeypatch):
    store = program.workplace.store
    found = roster.load(store, training_here.id)
    mark(store, [(one, session.id, MarkState.PRESENT) for one in found.attendees for session in found.sessions])
    proposals.accept(store, *proposals.waiting(store))
    monkeypatch.setattr("ui.printers.printing.QDesktopServices.openUrl", lambda url: True)
    monkeypatch.setattr(program.workplace.messages, "file_to_write", lambda *asked: tmp_path / "c.pdf")
    Printing(program.workplace, training_here, "Print", program.window).save(EVERYBODY, 2)
    tour.settle(program)
    return program


def states(program) -> set[CertificateState]:
    return {one.state for one in program.workplace.store.certificates.all()}


def answer(program, text: str) -> None:
    (box,) = [one for one in program.window.findChildren(QMessageBox) if one.isVisible()]
    assert "prepared" in box.text()
    next(one for one in box.buttons() if one.text().replace("&", "") == text).click()
    tour.settle(program)


def test_they_stay_prepared(saved):
    assert states(saved) == {CertificateState.PREPARED}
    answer(saved, "Cancel")
    assert states(saved) == {CertificateState.PREPARED}


def test_somebody_says_that_they_are_printed(saved):
    answer(saved, "I have printed them")
    assert states(saved) == {CertificateState.PRINTED}


def test_it_can_be_said_later(saved, open_tab):
    answer(saved, "Cancel")
    page = open_tab("certificates")
    (action,) = [
        one for one in page.findChildren(object) if getattr(one, "text", str)() == "All prepared ones are printed"
    ]
    action.trigger()
    assert states(saved) == {CertificateState.PRINTED}
