"""Certificates on their way to a printer or into files: what is asked, what runs, what is told at the end."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from jobs.certificates.outcome_words import outcome_words
from jobs.certificates.printing import Printed, PrintOrder, gather, print_certificates, print_one_by_one
from models.records import Training
from models.store import Store
from ui.background import Progress
from ui.printers.printer import Sending, send
from ui.workplace import Workplace


class Printing(QObject):
    """:param title: of what asks where files are to be"""

    done = Signal()

    def __init__(self, workplace: Workplace, training: Training, title: str, owner: QObject) -> None:
        super().__init__(owner)
        self._workplace = workplace
        self._words = workplace.words
        self._training = training
        self._title = title

    def send(self, order: PrintOrder, sending: Sending) -> None:
        work = partial(_to_printer, self._training.id, order, sending)
        sent = partial(self._on_done, self._words.say("Sent to {printer}", printer=sending.printer), None)
        self._workplace.background.run(self, work, sent, self._words.say("Printing…"))

    def save(self, order: PrintOrder, pages: int) -> None:
        """All in one file."""
        name = f"{self._training.code}-{'certificates' if pages > 1 else 'certificate'}.pdf"
        path = self._workplace.messages.file_to_write(self._title, name, "PDF (*.pdf)")
        if path is not None:
            path = path if path.suffix else path.with_suffix(".pdf")
            work = partial(_to_file, self._training.id, order, path)
            done = partial(self._on_done, self._words.say("Written: {path}", path=path.name), path)
            self._workplace.background.run(self, work, done, self._words.say("Making the pages…"))

    def save_each(self, order: PrintOrder, *, with_names: bool) -> None:
        """Each in a file of its own."""
        folder = self._workplace.messages.folder(self._title)
        if folder is not None:
            work = partial(_to_folder, self._training.id, order, folder, with_names=with_names)
            done = partial(self._on_done, self._words.say("Written: {path}", path=folder.name), folder)
            self._workplace.background.run(self, work, done, self._words.say("Making the pages…"))

    def _on_done(self, news: str, path: Path | None, printed: Printed) -> None:
        self._workplace.messages.tell(news)
        if path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        for line in outcome_words(printed, self._words):
            self._workplace.messages.show(line, is_good=not (printed.outdated or printed.left_out))
        self.done.emit()


def _to_printer(training_id: str, order: PrintOrder, sending: Sending, store: Store, progress: Progress) -> Printed:
    batch = gather(store, training_id, order, progress)

    def note(places: range) -> None:
        batch.note(store, [batch.certificates[place] for place in places])

    send(batch.pdf(progress), sending, progress, note)
    return batch.done(store)


def _to_file(training_id: str, order: PrintOrder, path: Path, store: Store, progress: Progress) -> Printed:
    return print_certificates(store, training_id, path, progress, order)


def _to_folder(
    training_id: str, order: PrintOrder, folder: Path, store: Store, progress: Progress, *, with_names: bool
) -> Printed:
    return print_one_by_one(store, training_id, folder, progress, order, with_names=with_names)
