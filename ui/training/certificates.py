"""Certificates: who has earned one, and if not, why; what it will look like; print and revoke."""

from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QInputDialog, QSplitter, QStackedWidget, QVBoxLayout

from jobs.issuing import revoke
from jobs.printing import preview_certificate, print_certificates
from models import roster
from models.records import Certificate
from models.roster import Attendee, sorting_key
from models.store import Store
from resources.words import Words
from ui import parts
from ui.background import Progress
from ui.preview import Preview, picture_of
from ui.printing import save_paper
from ui.tables import Column, RecordList
from ui.training.tab import TrainingTab
from ui.workplace import Workplace

_CALM = 150  # milliseconds of standing still before a preview is made


class CertificatesPage(TrainingTab):
    KINDS: ClassVar[frozenset[str]] = frozenset(
        {"participant", "enrolment", "mark", "session", "same_person", "programme", "training", "certificate",
         "signatory", "issuer", "score", "picture"}
    )  # fmt: skip

    def __init__(self, workplace: Workplace, training_id: str) -> None:
        super().__init__(workplace, training_id)
        self._wanted = ""
        self._summary = parts.label("", "muted")
        self._table = self._build_table()
        self._preview = Preview(self.words.say("Preview of the certificate"))
        self._why = parts.label("", wrap=True)
        self._stack = QStackedWidget()
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM)
        self._calm.timeout.connect(self._make_preview)
        self._build()

    def _build_table(self) -> RecordList[Attendee]:
        say, words = self.words.say, self.words
        colours = self.workplace.theme.colours
        table: RecordList[Attendee] = RecordList(
            [
                Column(say("Name"), lambda one: one.participant.name_in(words.language)),
                Column(
                    say("Sessions"),
                    lambda one: words.number(f"\u2066{one.verdict.attended}/{one.verdict.held}\u2069"),
                    lambda one: one.verdict.attended,
                    width=90,
                ),
                Column(
                    say("Certificate"),
                    lambda one: verdict_words(one, words),
                    colour=lambda one: QColor(colours.good if _is_good(one) else colours.muted),
                    width=170,
                ),
            ],
            say("Certificates"),
            lambda one: one.participant.id,
        )
        table.chosen.connect(self._on_chosen)
        return table

    def _build(self) -> None:
        say, theme = self.words.say, self.workplace.theme
        self._print = parts.button(say("Issue and print"), theme, "print", style="primary")
        self._print.clicked.connect(self._on_print)
        self._revoke = parts.button(say("Revoke…"), theme, "remove", style="quiet")
        self._revoke.clicked.connect(self._on_revoke)
        right = parts.column(self._preview, self._why, parts.row(None, self._revoke))
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self._table)
        splitter.addWidget(right)
        splitter.setSizes([500, 460])
        splitter.setChildrenCollapsible(False)
        people = parts.button(say("Go to the participants list"))
        people.clicked.connect(partial(self.tab_wanted.emit, "participants"))
        self._stack.addWidget(splitter)
        self._stack.addWidget(
            parts.empty(say("No certificates yet"), say("There is nobody on the participants list."), people)
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.addWidget(parts.row(self._summary, None, self._print))
        layout.addWidget(self._stack, 1)

    def reload(self) -> None:
        found = roster.load(self.store, self.training_id)
        people = sorted(found.participants, key=lambda one: sorting_key(one.participant.name_in(self.words.language)))
        self._stack.setCurrentIndex(0 if people else 1)
        self._table.show_rows(people)
        earned = [one for one in people if one.verdict.earned or one.certificate]
        issued = [one for one in people if one.certificate]
        words = self.words
        self._summary.setText(
            "  ·  ".join(
                [
                    words.count("{n} earned", "{n} earned", len(earned)),
                    words.count("{n} issued", "{n} issued", len(issued)),
                    words.count("{n} not earned", "{n} not earned", len(people) - len(earned)),
                ]
            )
        )
        self._print.setEnabled(bool(earned))
        self._print.setText(words.count("Print {n} certificate", "Print {n} certificates", len(earned)))
        if self._table.row is None and people:
            self._table.choose_place(0)
        self._on_chosen()

    def start(self) -> None:
        self._table.setFocus()

    # Preview

    def _on_chosen(self) -> None:
        one = self._table.row
        self._revoke.setVisible(one is not None and one.certificate is not None)
        self._why.setText(why_words(one, self.words) if one else "")
        self._calm.start()

    def _make_preview(self) -> None:
        one = self._table.row
        if one is None or not self.isVisible():
            return
        if not (one.participant.printed_latin or one.participant.printed_arabic):
            self._preview.show_text(self.words.say("No name has been confirmed yet."))
            return
        self._wanted = one.enrolment.id
        work = partial(_preview, self.training_id, one.enrolment.id)
        show = partial(self._show_preview, one.enrolment.id)
        self.workplace.background.run(self, work, show, failed=self._on_no_preview)

    def _show_preview(self, enrolment_id: str, image: QImage) -> None:
        if enrolment_id == self._wanted:
            self._preview.show_page(image)

    def _on_no_preview(self, problem: BaseException) -> None:
        self._preview.show_text(self.words.say("No preview."))
        raise problem

    # Printing and revoking

    def _on_print(self) -> None:
        code = self.store.trainings.get(self.training_id).code
        save_paper(
            self.workplace,
            self.words.say("Print the certificates"),
            f"{code}-certificates.pdf",
            partial(_print, self.training_id),
        )

    def _on_revoke(self) -> None:
        one = self._table.row
        if one is None or one.certificate is None:
            return
        say = self.words.say
        dialog = QInputDialog(self)
        dialog.setWindowTitle(say("Revoke the certificate"))
        dialog.setLabelText(
            say("Why is {number} revoked? The number is never used again.", number=one.certificate.number)
        )
        dialog.textValueSelected.connect(partial(self._revoke_because, one.certificate))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _revoke_because(self, certificate: Certificate, reason: str) -> None:
        if reason.strip():
            revoke(self.store, certificate.id, reason.strip())


def _print(training_id: str, path: Path, store: Store, progress: Progress) -> int:
    return len(print_certificates(store, training_id, path, progress))


def _preview(training_id: str, enrolment_id: str, store: Store, progress: Progress) -> QImage:
    return picture_of(preview_certificate(store, training_id, enrolment_id))


def _is_good(one: Attendee) -> bool:
    return one.certificate is not None or one.verdict.earned


def verdict_words(one: Attendee, words: Words) -> str:
    """The number, or that it is earned, or in short why not."""
    if one.certificate is not None:
        return f"\u2066{one.certificate.number}\u2069"
    verdict = one.verdict
    if verdict.earned:
        return words.say("earned")
    if verdict.attended + verdict.unmarked >= max(verdict.needed, 1) and verdict.unmarked:
        return words.say("not yet")
    return words.say("not earned")


def why_words(one: Attendee, words: Words) -> str:
    """The numbers behind the verdict."""
    verdict = one.verdict
    lines = [
        words.say(
            "{attended} of {held} sessions attended; the rule asks for {needed}.",
            attended=words.number(verdict.attended),
            held=words.number(verdict.held),
            needed=words.number(max(verdict.needed, 1)),
        )
    ]
    if verdict.unmarked:
        lines.append(
            words.count("{n} session is not marked yet.", "{n} sessions are not marked yet.", verdict.unmarked)
        )
    if verdict.score_needed is not None:
        score = words.number(verdict.score) if verdict.score is not None else "–"
        needed = words.number(verdict.score_needed)
        lines.append(words.say("Test: {score} %; the rule asks for {needed} %.", score=score, needed=needed))
    if one.participant.has_open_name:
        lines.append(words.say("One form of the name is not confirmed and is not printed."))
    return "\n".join(lines)
