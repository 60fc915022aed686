"""Certificates: who has earned one, and if not, why; what it will look like; print, hand over, replace, end."""

from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QMenu,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from jobs.certificates import afterwards, entitlement, issuing, twice
from jobs.certificates.printing import PrintOrder, preview_certificate
from jobs.certificates.verdict_words import is_good, state_words, verdict_words, why_words
from models.certificates.states import CertificateState
from models.records import Certificate
from models.sorting import sorting_key
from models.store import Store
from models.training import counts
from models.training.roster import Attendee, Roster
from models.wall_clock import today_at
from resources.words import N_
from ui.background import Progress
from ui.designs.gallery import DesignsDialog
from ui.printers.dialog import PrintDialog
from ui.training.tab import TrainingTab
from ui.widgets import parts
from ui.widgets.asking import ask_text
from ui.widgets.editors import SwitchEditor
from ui.widgets.preview import Drawing, Preview, picture_of
from ui.widgets.record_list import Column, RecordList
from ui.workplace import Workplace


class CertificatesPage(TrainingTab):
    TITLE: ClassVar[str] = N_("Certificates")
    KINDS: ClassVar[frozenset[str]] = frozenset(
        {"participant", "enrolment", "mark", "session", "same_person", "programme", "training", "certificate",
         "signatory", "issuer", "score", "picture", "design", "wording"}
    )  # fmt: skip

    def __init__(self, workplace: Workplace, training_id: str) -> None:
        super().__init__(workplace, training_id)
        self._summary = parts.wide_label("muted")
        self._table = self._build_table()
        self._preview = Preview(self.words.say("Preview of the certificate"))
        self._why = parts.label("", wrap=True)
        self._stack = QStackedWidget()
        self._drawing: Drawing[QImage] = Drawing(workplace.background, self, self._preview.show_page)
        self._early = SwitchEditor(self.words.say("Also who will have earned it by the end"))
        self._early.setToolTip(self.words.say("Prints the evening before, for ink and stamp."))
        self._early.clicked.connect(self.reload)
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
                    width=80,
                ),
                Column(
                    say("Certificate"),
                    lambda one: verdict_words(one, words),
                    colour=lambda one: QColor(colours.good if is_good(one) else colours.muted),
                    width=150,
                ),
                Column(say("State"), lambda one: state_words(one, words), width=88),
            ],
            say("Certificates"),
            lambda one: one.participant.id,
            words.language,
        )
        table.chosen.connect(self._on_chosen)
        return table

    def _build(self) -> None:
        say = self.words.say
        self._print = parts.button(say("Issue and print"), self.workplace.theme, "print", style="primary")
        self._print.clicked.connect(self._on_print)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self._table)
        splitter.addWidget(self._build_right())
        splitter.setSizes([540, 440])
        splitter.setChildrenCollapsible(False)
        self._twice_text = parts.label("", wrap=True)
        show_twice = parts.button(say("Show the next one"))
        show_twice.clicked.connect(self._on_show_twice)
        self._twice = parts.notice(self._twice_text, show_twice)
        people = parts.button(say("Go to the participants list"))
        people.clicked.connect(partial(self.tab_wanted.emit, "participants"))
        self._stack.addWidget(splitter)
        self._stack.addWidget(
            parts.empty(say("No certificates yet"), say("There is nobody on the participants list."), people)
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.addWidget(parts.row(self._summary, self._early, self._build_more(), self._print))
        layout.addWidget(self._twice)
        layout.addWidget(self._stack, 1)

    def _build_right(self) -> QWidget:
        say, theme = self.words.say, self.workplace.theme
        actions = {
            "one": (say("Print just this one"), "print", self._on_print_one),
            "over": (say("Handed over"), "check", self._on_hand_over),
            "reissue": (say("Reissue"), "add", self._on_reissue),
            "exception": (say("Exception…"), "file", self._on_exception),
            "end": (say("Revoke…"), "remove", self._on_end),
            "second": ("", "remove", self._on_end_second),
        }
        self._actions = {
            name: parts.button(text, theme, icon, style="quiet") for name, (text, icon, _) in actions.items()
        }
        for name, (_, _, act) in actions.items():
            self._actions[name].clicked.connect(act)
        own = list(self._actions.values())
        right = parts.column(self._preview, self._why, parts.flow(*own))
        inside = right.layout()
        assert inside is not None
        inside.setContentsMargins(8, 0, 8, 0)  # the same on both sides, so that it mirrors
        return parts.scrolled(right)

    def _build_more(self) -> QWidget:
        """Lists, and what is done to all at once."""
        say = self.words.say
        more = parts.button(say("More"))
        menu = QMenu(more)
        menu.addAction(say("Design and paper…")).triggered.connect(self._on_design)
        menu.addAction(say("All printed ones are handed over")).triggered.connect(self._on_hand_over_all)
        menu.addSeparator()
        for text, key in (
            (say("List to sign for them…"), "collection"),
            (say("Register of certificates…"), "register"),
        ):
            menu.addAction(text).triggered.connect(partial(self.document_wanted.emit, key))
        parts.let_choose(more, menu)
        return more

    def reload(self) -> None:
        found = self.workplace.roster(self.training_id)
        language = self.words.language
        people = sorted(
            found.attendees, key=lambda one: (not one.counts, sorting_key(one.participant.name_in(language), language))
        )
        self._stack.setCurrentIndex(0 if people else 1)
        self._table.show_rows(people)
        self._summarise(found)
        self._show_twice(twice.held_twice(found))
        if self._table.row is None and people:
            self._table.choose_place(0)
        self._on_chosen()

    def _summarise(self, found: Roster) -> None:
        words = self.words
        earned, issued = counts.earned(found), counts.certified(found.participants)
        handed = [one for one in issued if one.certificate and one.certificate.state is CertificateState.HANDED_OVER]
        self._summary.setText(
            "  ·  ".join(
                [
                    words.count("{n} earned", "{n} earned", len(earned)),
                    words.count("{n} issued", "{n} issued", len(issued)),
                    words.count("{n} handed over", "{n} handed over", len(handed)),
                ]
            )
        )
        due = [
            one
            for one in found.participants
            if entitlement.is_due(one, early=self._early.value()) and not entitlement.was_revoked(one)
        ]
        self._print.setEnabled(bool(due))
        self._print.setText(words.count("Print {n} certificate", "Print {n} certificates", len(due)))

    def _show_twice(self, people: list[Attendee]) -> None:
        self._twice.setVisible(bool(people))
        self._twice_text.setText(twice.twice_words(people, self.words) if people else "")

    def _on_show_twice(self) -> None:
        """The next of them below the chosen one, then from above again."""
        shown = self._table.shown_rows()
        here = shown.index(self._table.row) + 1 if self._table.row in shown else 0
        following = next((one for one in (*shown[here:], *shown[:here]) if one.other_valid), None)
        if following is not None:
            self._table.choose(following.participant.id)

    def start(self) -> None:
        self._table.setFocus()

    # Preview

    def _on_chosen(self) -> None:
        one = self._table.row
        self._show_actions(one)
        self._why.setText(why_words(one, self.words) if one else "")
        self._make_preview()

    def _show_actions(self, one: Attendee | None) -> None:
        """Only what can be done to this one."""
        has = one.certificate if one else None
        surplus = twice.offered(one) if one else None
        is_over = has is not None and has.state is CertificateState.HANDED_OVER
        shown = {
            "one": one is not None and (has is not None or entitlement.is_due(one, early=self._early.value())),
            "over": has is not None and not is_over,
            "reissue": is_over,
            "exception": one is not None and one.counts and (not one.verdict.earned or one.verdict.by_exception),
            "end": has is not None,
            "second": surplus is not None,
        }
        for name, is_shown in shown.items():
            self._actions[name].setVisible(is_shown)
        if surplus is not None:
            self._actions["second"].setText(self.words.say("End {number}…", number=f"\u2066{surplus.number}\u2069"))
        self._actions["end"].setText(self.words.say("Revoke…") if is_over else self.words.say("Void…"))

    def _make_preview(self) -> None:
        one = self._table.row
        if one is None or not self.isVisible():
            return
        if not (one.participant.printed_latin or one.participant.printed_arabic):
            self._preview.show_text(self.words.say("No name has been confirmed yet."))
            return
        self._drawing.want(partial(_preview, self.workplace.roster(self.training_id), one.enrolment.id))

    # Printing

    def _on_print(self) -> None:
        self._open_print(PrintOrder(early=self._early.value()))

    def _on_print_one(self) -> None:
        one = self._table.row
        if one is not None:
            self._open_print(PrintOrder(enrolment_ids=one.enrolment_ids, early=self._early.value()))

    def _open_print(self, order: PrintOrder) -> None:
        PrintDialog(self.workplace, self.training_id, order, self.window()).open()

    def _on_design(self) -> None:
        DesignsDialog(self.workplace, self.training_id, self.window()).open()

    # What becomes of one

    @property
    def _certificate(self) -> Certificate | None:
        return self._table.row.certificate if self._table.row else None

    def _hand_over(self, certificates: list[Certificate]) -> None:
        found = self.workplace.roster(self.training_id)
        afterwards.hand_over(self.store, found, [one.id for one in certificates], today_at(found.training.zone))

    def _on_hand_over(self) -> None:
        if self._certificate is not None:
            self._hand_over([self._certificate])

    def _on_hand_over_all(self) -> None:
        found = self.workplace.roster(self.training_id)
        due = [one.certificate for one in found.attendees if one.certificate and entitlement.is_due(one)]
        self._hand_over([one for one in due if one.state is CertificateState.PRINTED])

    def _on_reissue(self) -> None:
        if self._certificate is not None:
            found = self.workplace.roster(self.training_id)
            issuing.reissue(self.store, found, self._certificate.id, today_at(found.training.zone))

    def _on_exception(self) -> None:
        one = self._table.row
        if one is None:
            return
        if one.verdict.by_exception:
            entitlement.allow(self.store, one.enrolment.id, "", "")
            return
        question = self.words.say(
            "Why does {name} get a certificate against the rule? The reason and your name stand in the register.",
            name=one.participant.name_in(self.words.language),
        )
        ask_text(self, self.words.say("Exception to the rule"), question, partial(self._except_because, one))

    def _except_because(self, one: Attendee, reason: str) -> None:
        by = self.store.who or self.words.say("somebody at this desk")
        entitlement.allow(self.store, one.enrolment.id, by, reason)

    def _on_end(self) -> None:
        if self._certificate is not None:
            self._ask_to_end(self._certificate)

    def _on_end_second(self) -> None:
        surplus = twice.offered(self._table.row) if self._table.row else None
        if surplus is not None:
            self._ask_to_end(surplus)

    def _ask_to_end(self, one: Certificate) -> None:
        say = self.words.say
        question = say("Why is {number} revoked? The number is never used again.", number=one.number)
        if one.state is not CertificateState.HANDED_OVER:
            question = say("Why does nobody get {number}? The number is never used again.", number=one.number)
        ask_text(self, say("End the certificate"), question, partial(self._end_because, one))

    def _end_because(self, certificate: Certificate, reason: str) -> None:
        end = afterwards.revoke if certificate.state is CertificateState.HANDED_OVER else afterwards.void
        end(self.store, certificate.id, reason)


def _preview(found: Roster, enrolment_id: str, store: Store, progress: Progress) -> QImage:
    return picture_of(preview_certificate(store, found, enrolment_id))
