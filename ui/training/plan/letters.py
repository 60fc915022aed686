"""Letters of nomination of a training, each with its scan."""

from typing import ClassVar

from jobs.attendance.scans import attach_letter
from models.ids import new_id
from models.records import Nomination
from ui.messages import SCAN_FILES
from ui.training.plan.card import PlanCard
from ui.training.plan.institutions import institution_choices, institution_name
from ui.training.plan.short_list import short_list
from ui.widgets import parts
from ui.widgets.editors import ChoiceEditor
from ui.widgets.forms import form_over
from ui.widgets.list_and_form import ListAndForm
from ui.widgets.record_list import Column
from ui.workplace import Workplace

_LETTER = ("institution_id", "number", "letter_date")


class PlanLetters(PlanCard):
    KINDS: ClassVar[frozenset[str]] = frozenset({"nomination", "institution"})

    def __init__(self, workplace: Workplace, training_id: str) -> None:
        super().__init__(workplace, training_id)
        say = self.words.say
        self._institutions = ChoiceEditor(())
        self._letters = self._build_letters()
        scan = parts.button(say("Add the scan of the letter…"), style="quiet")
        scan.clicked.connect(self._on_scan)
        self.frame(say("Letters of nomination"), self._letters, parts.row(scan, None))

    def _build_letters(self) -> ListAndForm[Nomination]:
        say, table = self.words.say, self.store.nominations
        columns: list[Column[Nomination]] = [
            Column(say("Institution"), lambda one: institution_name(self.workplace, one.institution_id)),
            Column(say("Number"), lambda one: f"\u2066{one.number}\u2069", width=130),
            Column(say("Scan"), lambda one: say("there") if one.scan_id else "–", width=70),
        ]
        editors = {"institution_id": self._institutions}
        form = form_over(self.workplace, table, _LETTER, action="plan", editors=editors)
        add = (say("Add a letter"), self._new_letter)
        return short_list(self.workplace, table, say("Letters of nomination"), columns, form, add)

    def _new_letter(self) -> Nomination:
        return Nomination(id=new_id(), training_id=self.training_id)

    def _on_scan(self) -> None:
        letter = self._letters.table.row
        if letter is not None:
            path = self.workplace.messages.file_to_open(self.words.say("Scan of the letter"), SCAN_FILES)
            if path is not None:
                attach_letter(self.store, letter.id, path)

    def reload(self) -> None:
        self._institutions.offer(institution_choices(self.workplace))
        self._letters.show_records(self.store.nominations.where(training_id=self.training_id))
