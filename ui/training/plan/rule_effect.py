"""The certificate rule in words, and what it means for the people of this training as the marks are now."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobs.attendance.prospects import Prospects, prospects
from models.training.roster import Roster
from resources.words import Words
from ui.widgets import parts

_MOST_NAMES = 12


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
        self._effect.setVisible(bool(found.participants))
        self.setVisible(any(not one.cancelled for one in found.sessions))
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


def rule_words(found: Roster, words: Words) -> str:
    """At least 6 of 8 sessions, and 60 % or more in the test after the training. Leave does not count."""
    programme = found.programme
    held = sum(not one.cancelled for one in found.sessions)
    numbers = {"needed": words.number(min(max(programme.rule_sessions, 1), held)), "held": words.number(held)}
    if programme.rule_score is None:
        rule = words.say("At least {needed} of {held} sessions.", **numbers)
    else:
        score = f"\u2068{words.number(programme.rule_score)} %\u2069"
        rule = words.say(
            "At least {needed} of {held} sessions, and {score} or more in the test after the training.",
            score=score,
            **numbers,
        )
    leave = words.say("Leave counts.") if programme.rule_excused_counts else words.say("Leave does not count.")
    return f"{rule} {leave}"


def lost_words(effect: Prospects, words: Words) -> str:
    """The names of those who can no longer earn it; of many, the first."""
    names = [f"\u2068{one.participant.name_in(words.language)}\u2069" for one in effect.lost[:_MOST_NAMES]]
    if len(effect.lost) > _MOST_NAMES:
        names.append("…")
    return words.say("Can no longer earn it: {names}", names=words.say(", ").join(names))
