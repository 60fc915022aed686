"""The keys of certificates: seen, trusted and no longer trusted from the settings."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from jobs.certificates.signing_keys import fingerprint, known_keys
from models.records import SigningKey
from models.records.codes import Standing
from tests.ui.test_work import dialog_of
from ui import tour
from ui.settings.keys import KeysDialog
from ui.settings.proof import ProofCard
from ui.window.program import Program
from ui.window.where import Where

FOREIGN = "ab" * 32


def opened(program: Program) -> KeysDialog:
    program.shell.go(Where(section="settings"))
    tour.settle(program)
    card = program.shell.findChild(ProofCard)
    button(card, "Keys of certificates…").click()
    return dialog_of(program, KeysDialog)


def button(holder, text: str) -> QPushButton:
    return next(one for one in holder.findChildren(QPushButton) if one.text() == text)


def test_a_key_that_arrived_is_trusted_by_keyboard_and_withdrawn_again(program: Program, qtbot):
    store = program.workplace.store
    with store.step() as step:
        step.add(SigningKey(id="k", public=FOREIGN))
    dialog = opened(program)
    trust, withdraw = button(dialog, "Trust this key"), button(dialog, "No longer trust it")
    assert not trust.isEnabled()
    dialog.table.setFocus()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    dialog.table.choose(FOREIGN)
    shown = {dialog.table.model().index(0, column).data() for column in range(4)}
    assert {f"\u2066{fingerprint(FOREIGN)}\u2069", "Not decided"} <= shown
    qtbot.keyClick(trust, Qt.Key.Key_Space)
    assert [one.standing for one in known_keys(store)] == [Standing.TRUSTED]
    assert not trust.isEnabled()
    qtbot.keyClick(withdraw, Qt.Key.Key_Space)
    assert [one.standing for one in known_keys(store)] == [Standing.WITHDRAWN]
    assert "Withdrawn" in {dialog.table.model().index(0, column).data() for column in range(4)}
