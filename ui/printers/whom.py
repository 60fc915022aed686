"""Whom certificates are printed for: everybody, or those who have none on paper yet, and which of their pages."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFormLayout

from jobs.papers.page_ranges import chosen_pages
from models.certificates.states import CertificateState
from models.errors import PagesUnclear
from models.training.roster import Attendee
from resources.words import Words
from ui.widgets import parts
from ui.widgets.choice_field import ChoiceField


class Whom(QObject):
    """Rows of a form."""

    people_changed = Signal()
    pages_chosen = Signal(bool)
    """Whether any are left."""

    def __init__(self, words: Words, everybody: list[Attendee], form: QFormLayout) -> None:
        super().__init__(form)
        self._words = words
        self._everybody = everybody
        say, waiting = words.say, sum(is_waiting(one) for one in everybody)
        self.who = ChoiceField(
            [
                ("all", words.count("All: {n} page", "All: {n} pages", len(everybody))),
                ("waiting", words.count("Not printed yet: {n}", "Not printed yet: {n}", waiting)),
            ]
        )
        self.who.show_value("waiting" if 0 < waiting < len(everybody) else "all")
        self.who.setAccessibleName(say("Who"))
        self.who.edited.connect(self._on_people)
        self.pages = parts.field(say("Pages"))
        self.pages.setPlaceholderText(say("all, or for example 1-3, 7"))
        self.pages.textEdited.connect(self.look_at_pages)
        self._problem = parts.problem_label()
        form.addRow(say("Who"), self.who)
        form.addRow(say("Pages"), self.pages)
        form.addRow("", self._problem)

    @property
    def people(self) -> list[Attendee]:
        """Those whose pages are offered."""
        return [one for one in self._everybody if self.who.value() == "all" or is_waiting(one)]

    @property
    def chosen(self) -> list[Attendee]:
        """Those whose pages are printed.

        :raises PagesUnclear: when the pages are not named well
        """
        people = self.people
        return [people[place] for place in chosen_pages(self.pages.text(), len(people))] if people else []

    def _on_people(self) -> None:
        self.people_changed.emit()
        self.look_at_pages()

    def look_at_pages(self) -> None:
        """Say what is wrong with what is typed, if anything."""
        try:
            has_pages, problem = bool(self.chosen), ""
        except PagesUnclear:
            has_pages, problem = False, self._words.say("Write for example 1-3, 7.")
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self.pages_chosen.emit(has_pages)


def is_waiting(attendee: Attendee) -> bool:
    """Whether there is no sheet of it yet, or not of what it says now."""
    return attendee.certificate is None or attendee.certificate.state is CertificateState.PREPARED
