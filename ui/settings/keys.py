"""KeysDialog: the keys that sign certificates, and which of them are trusted."""

from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QDialogButtonBox, QVBoxLayout, QWidget

from jobs.certificates.signing_keys import KnownKey, decide_key, known_keys
from models.records.codes import Standing
from resources.words.codes import code_word
from ui.widgets import parts
from ui.widgets.dialogs import Dialog
from ui.widgets.record_list import Column, RecordList
from ui.workplace import Workplace


class KeysDialog(Dialog):
    SIZE: ClassVar[tuple[int, int]] = (780, 380)

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = workplace
        say = workplace.words.say
        self.setWindowTitle(say("Keys of certificates"))
        self.table = self._table()
        self._trust = parts.button(say("Trust this key"), style="quiet")
        self._withdraw = parts.button(say("No longer trust it"), style="quiet")
        self._trust.clicked.connect(partial(self._decide, Standing.TRUSTED))
        self._withdraw.clicked.connect(partial(self._decide, Standing.WITHDRAWN))
        self.table.chosen.connect(self._offer)
        explain = say(
            "Compare the fingerprint with whoever signs with the key, for instance on the telephone, "
            "before you trust it. Certificates signed with other keys are shown as unknown."
        )
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        layout = QVBoxLayout(self.room)
        layout.addWidget(parts.label(explain, "muted", wrap=True))
        layout.addWidget(self.table)
        layout.addWidget(parts.flow(self._trust, self._withdraw))
        self.foot.addWidget(close)
        self._show()

    def _table(self) -> RecordList[KnownKey]:
        words, store = self._workplace.words, self._workplace.store
        say = words.say

        def issuer(one: KnownKey) -> str:
            found = store.issuers.find(one.issuer_id)
            return " · ".join(filter(None, (words.of(found) if found else "", say("this one") if one.is_own else "")))

        return RecordList(
            [
                Column(say("Fingerprint"), lambda one: f"\u2066{one.fingerprint}\u2069", width=300),
                Column(say("Issuer"), issuer),
                Column(say("Made on"), lambda one: words.short_date(one.made_on), width=100),
                Column(say("Decision"), lambda one: code_word(words, "standing", one.standing), width=130),
            ],
            say("Keys of certificates"),
            lambda one: one.public,
            words.language,
        )

    def _show(self) -> None:
        self.table.show_rows(known_keys(self._workplace.store))
        self._offer()

    def _offer(self) -> None:
        chosen = self.table.row
        self._trust.setEnabled(chosen is not None and chosen.standing is not Standing.TRUSTED)
        self._withdraw.setEnabled(chosen is not None and chosen.standing is not Standing.WITHDRAWN)

    def _decide(self, standing: Standing) -> None:
        chosen = self.table.row
        if chosen is not None:
            decide_key(self._workplace.store, chosen.public, standing)
            self._show()
