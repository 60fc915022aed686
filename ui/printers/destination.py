"""Where certificates go: to a printer, with what it is told, or into files."""

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QSpinBox, QWidget

from models.paper import Placing
from resources.words.codes import code_word
from ui.printers.adjusting import Adjusting
from ui.printers.printer import Sending, Sides, can_print_both_sides, correction_of, printers, remember
from ui.widgets import parts
from ui.widgets.choice_field import ChoiceField
from ui.widgets.wheel import leave_wheel_to_page
from ui.workplace import Workplace

PDF, EACH, SHOP = "pdf", "each", "shop"
_FILES = (PDF, EACH, SHOP)
_RIM = 10.0  # millimetres around the pages of the copy shop
_MOST_COPIES = 20


class Destination(QObject):
    """Rows of a form; only those that the chosen printer or file needs are shown."""

    chosen = Signal()

    def __init__(self, workplace: Workplace, form: QFormLayout) -> None:
        super().__init__(form)
        self._workplace = workplace
        self._form = form
        say, words = workplace.words.say, workplace.words
        self.target = self._build_target()
        self.copies = QSpinBox()
        self.copies.setLocale(QLocale.c())
        self.copies.setRange(1, _MOST_COPIES)
        leave_wheel_to_page(self.copies)
        self.sides = ChoiceField([(one, code_word(words, "sides", one)) for one in Sides])
        self.feed = QCheckBox(say("Feed the sheets one by one (card stock)"))
        self.names = QCheckBox(say("Names of people in the names of the files"))
        self.measure = parts.button(say("Test page…"), style="quiet")
        self._add(say("Where to"), self.target)
        self._add(say("Copies"), self.copies)
        self._add(say("Sides"), self.sides)
        form.addRow("", self.feed)
        form.addRow("", self.names)
        self.adjusting = Adjusting(words, form)
        form.addRow("", self.measure)

    def _build_target(self) -> ChoiceField:
        offered = [(name, f"\u2068{name}\u2069") for name in printers()]
        offered += [(one, code_word(self._workplace.words, "print_target", one)) for one in _FILES]
        made = ChoiceField(offered)
        last = self._workplace.preferences.get("printer")
        made.show_value(last if last in made.values else made.values[0])
        made.edited.connect(self.show_target)
        return made

    def _add(self, text: str, field: QWidget) -> None:
        field.setAccessibleName(text)
        self._form.addRow(text, field)

    def show_target(self) -> None:
        """What is asked for it, and what is known of it."""
        target, is_printer = self.target.value(), self.is_printer
        for field in (self.copies, self.feed, self.measure):
            self._form.setRowVisible(field, is_printer)
        self._form.setRowVisible(self.sides, is_printer and can_print_both_sides(target))
        self._form.setRowVisible(self.names, target == EACH)
        self.adjusting.set_visible(is_visible=target != SHOP)
        self.adjusting.show_correction(correction_of(self._workplace.preferences, target))
        self.chosen.emit()

    @property
    def is_printer(self) -> bool:
        return self.target.value() not in _FILES

    @property
    def sending(self) -> Sending:
        return Sending(printer=self.target.value(), copies=self.copies.value(), sides=self.sides.value())

    @property
    def placing(self) -> Placing:
        if self.target.value() == SHOP:
            return Placing(rim=_RIM)
        now = self.adjusting.correction
        return Placing(right=now.right, down=now.down, scale=now.percent / 100)

    def remember(self) -> None:
        """For the next time."""
        target, preferences = self.target.value(), self._workplace.preferences
        preferences.set("printer", target)
        if target != SHOP:
            remember(preferences, target, self.adjusting.correction)
