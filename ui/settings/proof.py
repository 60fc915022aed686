"""Checking certificates: one here, and what is handed out to those who check them elsewhere."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from jobs.certificates.verifying import hand_out_keys, hand_out_list, hand_out_page
from models.store import Store
from resources.words import Words
from ui.settings.keys import KeysDialog
from ui.settings.verifying import VerifyDialog
from ui.widgets import parts
from ui.widgets.card import Card
from ui.workplace import Workplace


class ProofCard(Card):
    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        say = self.words.say
        check_one = parts.button(say("Check a certificate…"), workplace.theme, "check")
        check_one.clicked.connect(lambda: VerifyDialog(workplace, self.window()).open())
        page = parts.button(say("Page that checks certificates…"), style="quiet")
        keys = parts.button(say("Public keys…"), style="quiet")
        trusted = parts.button(say("Keys of certificates…"), style="quiet")
        trusted.clicked.connect(lambda: KeysDialog(workplace, self.window()).open())
        numbers = parts.button(say("List of revoked numbers…"), style="quiet")
        page.clicked.connect(partial(self._hand_out, hand_out_page, "check-certificates.html", "HTML (*.html)"))
        keys.clicked.connect(partial(self._hand_out, hand_out_keys, "sijil-keys.json", "JSON (*.json)"))
        numbers.clicked.connect(partial(self._hand_out, hand_out_list, "sijil-revoked.txt", "Text (*.txt)"))
        text = say(
            "Whoever gets the page can check your certificates in any browser, without internet; "
            "a newer list of revoked numbers can be given later."
        )
        buttons = parts.flow(check_one, page, keys, numbers, trusted)
        self.frame(say("Checking certificates"), parts.label(text, "muted", wrap=True), buttons)

    def _hand_out(self, job: Callable[[Store, Path, Words], object], name: str, kinds: str) -> None:
        """A file for those who check certificates."""
        path = self.workplace.messages.file_to_write(self.words.say("Checking certificates"), name, kinds)
        if path is not None:
            job(self.store, path, self.words)
            self.workplace.messages.tell(self.words.say("Written: {path}", path=path.name))
