"""The certificate rule in words, and what it means for the people of this training as the marks are now."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobs.certificates.prospects import Prospects, prospects
from jobs.certificates.verdict_words import lost_words, rule_words
from models.training.roster import Roster
from resources.words import Words
from ui.widgets import parts


class RuleEffect(QWidget):
    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._rule = parts.label("", "heading", wrap=True)
        self._effect = parts.label("", wrap=True)
        self._lost = parts.label("", "problem", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for part in (self._rule, self._effect, self._lost):
            layout.addWidget(part)

    def show_roster(self, found: Roster) -> None:
        effect = prospects(found)
        self._rule.setText(rule_words(found, self._words))
        self._effect.setText(self._counts(effect))
        self._effect.setVisible(bool(found.participants and found.programme.judged_by))
        self.setVisible(bool(found.held_sessions))
        self._lost.setText(lost_words(effect, self._words))
        self._lost.setVisible(bool(effect.lost))

    def _counts(self, effect: Prospects) -> str:
        count = self._words.count
        return " · ".join(
            (
                count("{n} has earned it", "{n} have earned it", len(effect.earned)),
                count("{n} may still earn it", "{n} may still earn it", len(effect.still_open)),
                count("{n} can no longer earn it", "{n} can no longer earn it", len(effect.lost)),
            )
        )
