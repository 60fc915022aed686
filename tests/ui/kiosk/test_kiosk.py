"""The kiosk: people find, correct and sign for themselves; only the passphrase leads out."""

from datetime import datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QLabel, QMessageBox, QPushButton

from models.badges import badge_number
from models.records import Training
from models.records.codes import Consent, EnrolmentState, MarkState
from models.training import roster
from tests.ui.test_first_run import click
from tests.ui.test_work import dialog_of
from ui.kiosk.kiosk import Kiosk
from ui.window.program import Program

SECRET = "correct horse"


@pytest.fixture
def kiosk(program: Program, training_here, open_tab, monkeypatch) -> Kiosk:
    """Started from the desk; the training takes signatures."""
    monkeypatch.setattr("ui.training.desk.session_choice.now_at", lambda _: datetime(2015, 9, 13, 9, 5))
    store = program.workplace.store
    store.safekeeping.set_passphrase(SECRET)
    with store.step() as step:
        step.change(Training, training_here.id, {"has_kiosk": True, "takes_signatures": True})
    click(open_tab("desk"), "Start the kiosk…")
    return dialog_of(program, Kiosk)


def register(kiosk: Kiosk, language: str, name: str):
    """Up to the page with one's own data."""
    kiosk.choose(language)
    visit = kiosk.visit
    visit.field.setText(name)
    QApplication.processEvents()
    door = next(
        one
        for one in visit.findChildren(QPushButton)
        if one.property("choice") and one.isVisible() and not one.isCheckable()
    )
    door.click()
    return visit


def press(visit, text: str) -> None:
    next(one for one in visit.findChildren(QPushButton) if one.text() == text and one.isVisible()).click()


def draw(visit) -> None:
    QTest.mousePress(visit.pad, Qt.MouseButton.LeftButton, pos=QPoint(100, 80))
    for x in range(110, 300, 10):
        QTest.mouseMove(visit.pad, QPoint(x, 60 + x % 40))
    QTest.mouseRelease(visit.pad, Qt.MouseButton.LeftButton, pos=QPoint(300, 80))


def test_a_person_registers_themself(program: Program, kiosk: Kiosk, training_here):
    store = program.workplace.store
    someone = next(one for one in roster.load(store, training_here.id).participants if one.participant.printed_latin)
    visit = register(kiosk, "en", someone.participant.printed_latin)
    visit._editors["phone"].setText("0750 999 88 77")
    visit._editors["phone"].setModified(True)
    press(visit, "Next")
    assert any("These data are used" in one.text() for one in visit.findChildren(QLabel))
    next(one for one in visit.findChildren(QPushButton) if one.accessibleName().startswith("May photographs")).click()
    press(visit, "Next")
    press(visit, "Next")
    assert any("sign" in one.text() for one in visit.findChildren(QLabel) if one.property("role") == "problem")
    draw(visit)
    press(visit, "Next")
    found = roster.load(store, training_here.id).attendee(someone.enrolment.id)
    assert found.enrolment.state is EnrolmentState.CAME
    assert MarkState.PRESENT in found.marks.values()
    assert found.participant.phone == "+9647509998877"
    assert (found.enrolment.consent_photo, found.enrolment.consent_share) == (Consent.YES, Consent.UNKNOWN)
    assert store.signatures.all()[0].strokes
    assert {store.worker_name(change.worker) for change in store.history(found.enrolment.id)} >= {"Kiosk"}
    press(visit, "Done")
    assert kiosk.visit is None


def test_a_few_letters_show_nobody(kiosk: Kiosk):
    kiosk.choose("en")
    kiosk.visit.field.setText("ka")
    assert not [one for one in kiosk.visit.findChildren(QPushButton) if one.property("choice") and one.isVisible()]


def test_whoever_is_on_no_list_is_put_on_it(program: Program, kiosk: Kiosk, training_here):
    kiosk.choose("ckb")
    visit = kiosk.visit
    visit.field.setText("زریان فەرهاد قادر")
    press(visit, "ناوم لە لیستەکەدا نییە")
    assert visit._editors["name_arabic"].text() == "زریان فەرهاد قادر"
    assert kiosk.layoutDirection() is Qt.LayoutDirection.RightToLeft
    names = [one.participant.name_arabic for one in roster.load(program.workplace.store, training_here.id).attendees]
    assert "زریان فەرهاد قادر" in names


def test_a_part_of_a_name_is_put_on_no_list(program: Program, kiosk: Kiosk, training_here):
    count = program.workplace.store.participants.count()
    kiosk.choose("en")
    kiosk.visit.field.setText("hewx")
    press(kiosk.visit, "I am not on the list")
    assert program.workplace.store.participants.count() == count
    assert any(one.text() == "Please type your whole name." for one in kiosk.visit.findChildren(QLabel))


def test_what_cannot_be_read_is_told_and_not_saved(program: Program, kiosk: Kiosk, training_here):
    store = program.workplace.store
    someone = next(one for one in roster.load(store, training_here.id).participants if one.participant.printed_latin)
    visit = register(kiosk, "en", someone.participant.printed_latin)
    for name, wrong in (("email", "nobody"), ("name_latin", "")):
        kept = visit._editors[name].text()
        visit._editors[name].setText(wrong)
        visit._editors[name].setModified(True)
        if name == "name_latin":
            visit._editors["name_arabic"].setText("")
        press(visit, "Next")
        assert visit._stack.currentIndex() == 1
        visit._editors[name].setText(kept)
    assert store.participants.get(someone.participant.id).email == someone.participant.email


def test_a_badge_is_enough_to_be_found(program: Program, kiosk: Kiosk, training_here):
    someone = roster.load(program.workplace.store, training_here.id).participants[3]
    kiosk._on_scanned(badge_number(someone.enrolment.id))
    assert kiosk.visit is not None
    assert kiosk.visit._editors["name_latin"].text() == someone.participant.name_latin


def test_whoever_goes_away_is_forgotten(kiosk: Kiosk, qtbot):
    register(kiosk, "ar", "محمد")
    assert kiosk._idle.isActive()
    kiosk._idle.timeout.emit()
    assert kiosk.visit is None


def test_only_the_passphrase_leads_out(program: Program, kiosk: Kiosk):
    QTest.keyClick(kiosk, Qt.Key.Key_Escape)
    kiosk.close()
    assert kiosk.isVisible()
    for secret in ("wrong", SECRET):
        click(kiosk, "Leave the kiosk…")
        question = next(one for one in kiosk.findChildren(QInputDialog) if one.isVisible())
        question.setTextValue(secret)
        question.accept()
        if secret == "wrong":
            assert kiosk.isVisible()
            dialog_of(program, QMessageBox).accept()
            QApplication.processEvents()
    assert not kiosk.isVisible()
    assert program.workplace.store.who != "Kiosk"


def test_without_a_passphrase_the_kiosk_does_not_start(program: Program, training_here, open_tab):
    with program.workplace.store.step() as step:
        step.change(Training, training_here.id, {"has_kiosk": True})
    click(open_tab("desk"), "Start the kiosk…")
    assert "passphrase" in dialog_of(program, QMessageBox).text()
    assert not [one for one in program.window.findChildren(Kiosk) if one.isVisible()]
