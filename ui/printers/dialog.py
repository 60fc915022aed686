"""PrintDialog: certificates before they are printed, and where and how they are printed."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from jobs.certificates.issuing import note_printed
from jobs.certificates.printing import (
    Printed,
    PrintOrder,
    due,
    gather,
    preview_certificate,
    print_certificates,
    print_one_by_one,
)
from jobs.papers.page_ranges import chosen_pages
from models.errors import PagesUnclear
from models.paper import Placing
from models.records import Enrolment
from models.records.codes import CertificateState
from models.store import Store
from models.training.roster import Attendee
from resources.words.codes import code_word
from ui.background import Progress
from ui.looks.sizes import px
from ui.printers.calibration import CalibrationDialog
from ui.printers.feeding import FeedingDialog
from ui.printers.printer import (
    Correction,
    Sending,
    Sides,
    can_print_both_sides,
    correction_of,
    printers,
    remember,
    send,
)
from ui.widgets import parts
from ui.widgets.choice_field import ChoiceField
from ui.widgets.dialogs import Dialog
from ui.widgets.leafing import leafing
from ui.widgets.preview import Drawing, Preview, picture_of
from ui.workplace import Workplace

PDF, EACH, SHOP = "pdf", "each", "shop"
_FILES = (PDF, EACH, SHOP)
_RIM = 10.0  # millimetres around the pages of the copy shop
_MOST_COPIES = 20
_SIZE = (940, 560)


class PrintDialog(Dialog):
    """:param order: whom to print for; where and how is chosen here"""

    printed = Signal(object)

    def __init__(self, workplace: Workplace, training_id: str, order: PrintOrder, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._words = workplace.words
        self._training = workplace.store.trainings.get(training_id)
        self._order = order
        self._people = due(workplace.store, training_id, order)
        self._place = 0
        self.setWindowTitle(self._words.say("Print the certificates"))
        self.resize(*_SIZE)
        self._build()
        self._show_target()
        self._show_place()
        self._print.setFocus()

    # Building

    def _build(self) -> None:
        say = self._words.say
        self.preview = Preview(say("Preview of the certificate"))
        self._drawing: Drawing[QImage] = Drawing(self._workplace.background, self, self.preview.show_page)
        self._at = parts.label("", "muted")
        theme = self._workplace.theme
        left = leafing(self._words, theme, self.preview, self._at, self._turn, by_keys=True)
        right = parts.column(self._build_form(), None)
        right.setFixedWidth(px(350))
        layout = QVBoxLayout(self.room)
        both = parts.row(left, right, spacing=16)
        layout.addWidget(both, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._print = buttons.addButton(say("Print"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._print.setProperty("primary", True)
        self._print.setDefault(True)
        self._print.clicked.connect(self._on_print)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    def _build_form(self) -> QWidget:
        say, words = self._words.say, self._words
        waiting = sum(is_waiting(one) for one in self._people)
        self.who = ChoiceField(
            [
                ("all", words.count("All: {n} page", "All: {n} pages", len(self._people))),
                ("waiting", words.count("Not printed yet: {n}", "Not printed yet: {n}", waiting)),
            ]
        )
        self.who.show_value("waiting" if 0 < waiting < len(self._people) else "all")
        self.who.edited.connect(self._on_people)
        self.pages = parts.field(say("Pages"))
        self.pages.setPlaceholderText(say("all, or for example 1-3, 7"))
        self.pages.textEdited.connect(self._on_pages)
        self._problem = parts.problem_label()
        self.target = ChoiceField(self._targets())
        known = [one for one, _ in self._targets()]
        last = self._workplace.preferences.get("printer")
        self.target.show_value(last if last in known else known[0])
        self.target.edited.connect(self._show_target)
        self.copies = QSpinBox()
        self.copies.setLocale(QLocale.c())
        self.copies.setRange(1, _MOST_COPIES)
        self.sides = ChoiceField([(one, code_word(words, "sides", one)) for one in Sides])
        self.feed = QCheckBox(say("Feed the sheets one by one (card stock)"))
        self.names = QCheckBox(say("Names of people in the names of the files"))
        self.right, self.down, self.percent = _number(0, 50, "mm"), _number(0, 50, "mm"), _number(100, 50, "%")
        self._measure = parts.button(say("Test page…"), style="quiet")
        self._measure.clicked.connect(self._on_measure)
        box = QWidget()
        self._form = QFormLayout(box)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        captions: list[tuple[str, QWidget]] = [
            (say("Who"), self.who),
            (say("Pages"), self.pages),
            ("", self._problem),
            (say("Where to"), self.target),
            (say("Copies"), self.copies),
            (say("Sides"), self.sides),
            ("", self.feed),
            ("", self.names),
            (say("Move right"), self.right),
            (say("Move down"), self.down),
            (say("Scale"), self.percent),
            ("", self._measure),
        ]
        for text, field in captions:
            if text:
                field.setAccessibleName(text)
            self._form.addRow(text, field)
        for number in (self.right, self.down, self.percent):
            number.valueChanged.connect(self._make_preview)
        return box

    def _targets(self) -> list[tuple[str, str]]:
        found = [(name, f"\u2068{name}\u2069") for name in printers()]
        return found + [(one, code_word(self._words, "print_target", one)) for one in _FILES]

    # What is shown

    @property
    def people(self) -> list[Attendee]:
        """Those whose pages are offered."""
        return [one for one in self._people if self.who.value() == "all" or is_waiting(one)]

    @property
    def chosen(self) -> list[Attendee]:
        """Those whose pages are printed.

        :raises PagesUnclear: when the pages are not named well
        """
        people = self.people
        return [people[place] for place in chosen_pages(self.pages.text(), len(people))] if people else []

    def _on_people(self) -> None:
        self._place = 0
        self._on_pages()
        self._show_place()

    def _on_pages(self) -> None:
        try:
            chosen: Sequence[Attendee] = self.chosen
            problem = ""
        except PagesUnclear:
            chosen = []
            problem = self._words.say("Write for example 1-3, 7.")
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self._print.setEnabled(bool(chosen))

    def _turn(self, by: int) -> None:
        self._place = min(max(self._place + by, 0), max(len(self.people) - 1, 0))
        self._show_place()

    def _show_place(self) -> None:
        people, words = self.people, self._words
        if not people:
            self._at.setText("")
            self.preview.show_text(words.say("There is nobody to print for yet. Nothing was written."))
            self._print.setEnabled(False)
            return
        name = people[self._place].participant.name_in(words.language)
        page = words.say("{page} of {pages}", page=words.number(self._place + 1), pages=words.number(len(people)))
        self._at.setText(f"{page}  ·  {name}")
        self._make_preview()

    def _show_target(self) -> None:
        target = self.target.value()
        is_printer = target not in _FILES
        for field in (self.copies, self.feed, self._measure):
            self._form.setRowVisible(field, is_printer)
        self._form.setRowVisible(self.sides, is_printer and can_print_both_sides(target))
        self._form.setRowVisible(self.names, target == EACH)
        for number in (self.right, self.down, self.percent):
            self._form.setRowVisible(number, target != SHOP)
        self._show_correction(correction_of(self._workplace.preferences, target))
        self._print.setText(self._words.say("Print") if is_printer else self._words.say("Save…"))

    def _show_correction(self, known: Correction) -> None:
        self.right.setValue(known.right)
        self.down.setValue(known.down)
        self.percent.setValue(known.percent)

    @property
    def correction(self) -> Correction:
        return Correction(right=self.right.value(), down=self.down.value(), percent=self.percent.value())

    @property
    def _placing(self) -> Placing:
        if self.target.value() == SHOP:
            return Placing(rim=_RIM)
        now = self.correction
        return Placing(right=now.right, down=now.down, scale=now.percent / 100)

    def _make_preview(self) -> None:
        people = self.people
        if people:
            order = replace(self._order, placing=self._placing)
            self._drawing.want(partial(_preview, self._training.id, people[self._place].enrolment.id, order))

    # What somebody does

    def _on_measure(self) -> None:
        dialog = CalibrationDialog(
            self._workplace, self._sending(), self._training.paper, self._training.orientation, self
        )
        dialog.accepted.connect(self._show_target)
        dialog.open()

    def _sending(self) -> Sending:
        return Sending(
            printer=self.target.value(),
            copies=self.copies.value(),
            sides=self.sides.value(),
        )

    def _on_print(self) -> None:
        chosen, target = self.chosen, self.target.value()
        ids = tuple(own_id for one in chosen for own_id in one.enrolment_ids)
        order = replace(self._order, enrolment_ids=ids, placing=self._placing)
        self._workplace.preferences.set("printer", target)
        if target != SHOP:
            remember(self._workplace.preferences, target, self.correction)
        acts: dict[str, Callable[[PrintOrder], None]] = {PDF: self._save, SHOP: self._save, EACH: self._save_each}
        if target not in acts and self.feed.isChecked():
            self._feed(order, chosen)
            return
        acts.get(target, self._send)(order)

    def _send(self, order: PrintOrder) -> None:
        work = partial(_to_printer, self._training.id, order, self._sending())
        sent = partial(self._on_done, self._words.say("Sent to {printer}", printer=self.target.value()), None)
        self._workplace.background.run(self, work, sent, self._words.say("Printing…"))

    def _feed(self, order: PrintOrder, people: list[Attendee]) -> None:
        sending = replace(self._sending(), copies=1, sides=Sides.ONE)
        dialog = FeedingDialog(self._workplace, self._training.id, order, sending, people, self.parentWidget() or self)
        self.accept()
        dialog.open()

    def _save(self, order: PrintOrder) -> None:
        name = f"{self._training.code}-{'certificates' if len(self.chosen) > 1 else 'certificate'}.pdf"
        path = self._workplace.messages.file_to_write(self.windowTitle(), name, "PDF (*.pdf)")
        if path is not None:
            path = path if path.suffix else path.with_suffix(".pdf")
            work = partial(_to_file, self._training.id, order, path)
            done = partial(self._on_done, self._words.say("Written: {path}", path=path.name), path)
            self._workplace.background.run(self, work, done, self._words.say("Making the pages…"))

    def _save_each(self, order: PrintOrder) -> None:
        folder = self._workplace.messages.folder(self.windowTitle())
        if folder is not None:
            work = partial(_to_folder, self._training.id, order, folder, with_names=self.names.isChecked())
            done = partial(self._on_done, self._words.say("Written: {path}", path=folder.name), folder)
            self._workplace.background.run(self, work, done, self._words.say("Making the pages…"))

    def _on_done(self, news: str, path: Path | None, printed: Printed) -> None:
        self._workplace.messages.tell(news)
        if path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        self.printed.emit(printed)
        self.accept()


def print_certificate_of(workplace: Workplace, enrolment: Enrolment, parent: QWidget) -> None:
    """Just this one."""
    PrintDialog(workplace, enrolment.training_id, PrintOrder(enrolment_ids=(enrolment.id,)), parent).open()


def is_waiting(attendee: Attendee) -> bool:
    """Whether there is no sheet of it yet, or not of what it says now."""
    return attendee.certificate is None or attendee.certificate.state is CertificateState.PREPARED


def _number(usual: float, most: float, unit: str) -> QDoubleSpinBox:
    field = QDoubleSpinBox()
    field.setLocale(QLocale.c())
    field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    field.setRange(usual - most, usual + most)
    field.setDecimals(1)
    field.setSingleStep(0.5)
    field.setSuffix(f" {unit}")
    field.setValue(usual)
    return field


def _preview(training_id: str, enrolment_id: str, order: PrintOrder, store: Store, progress: Progress) -> QImage:
    return picture_of(preview_certificate(store, training_id, enrolment_id, order))


def _to_printer(training_id: str, order: PrintOrder, sending: Sending, store: Store, progress: Progress) -> Printed:
    batch = gather(store, training_id, order)

    def note(places: range) -> None:
        note_printed(store, [batch.certificates[place] for place in places], datetime.now(UTC).date())

    send(batch.pdf(progress), sending, progress, note)
    return batch.done(store)


def _to_file(training_id: str, order: PrintOrder, path: Path, store: Store, progress: Progress) -> Printed:
    return print_certificates(store, training_id, path, progress, order)


def _to_folder(
    training_id: str, order: PrintOrder, folder: Path, store: Store, progress: Progress, *, with_names: bool
) -> Printed:
    return print_one_by_one(store, training_id, folder, progress, order, with_names=with_names)
