"""A nominee list comes in: first what it would do, then, on a yes, doing it."""

from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from jobs.lists.importing import ImportReport, import_list
from jobs.lists.unclear_words import unclear_lines
from models.store import Store
from resources.words import Words
from resources.words.codes import code_word
from ui.background import Progress
from ui.widgets import parts
from ui.widgets.dialogs import Dialog
from ui.workplace import Workplace


class ImportDialog(Dialog):
    """What was understood of a list, before anything is changed."""

    SIZE: ClassVar[tuple[int, int]] = (560, 420)

    def __init__(self, workplace: Workplace, training_id: str, file: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._training_id = training_id
        self._file = file
        words = workplace.words
        self.setWindowTitle(words.say("Import a nominee list"))
        self._counts = parts.label("", "heading", wrap=True)
        self._details = QPlainTextEdit()
        self._details.setReadOnly(True)
        self._details.setTabChangesFocus(True)
        parts.read_from(self._details, rtl=words.is_rtl)
        self._details.setAccessibleName(words.say("What the list says"))
        self._likely = QCheckBox(words.say("Join those who are very likely the same person"))
        self._import = parts.button(words.say("Import"), workplace.theme, "import", style="primary")
        self._import.setDefault(True)
        cancel = parts.button(words.say("Cancel"))
        self._import.clicked.connect(self._on_import)
        cancel.clicked.connect(self.reject)
        layout = QVBoxLayout(self.room)
        layout.setSpacing(10)
        name = parts.label(f"\u2068{file.name}\u2069", "muted")
        for part in (name, self._counts, self._details, self._likely):
            layout.addWidget(part)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self._import)
        self.foot.addLayout(buttons)

    def look(self) -> None:
        """Read the list beside the window, then show what it would do."""
        self._workplace.background.run(
            self,
            partial(_import, self._file, self._training_id, dry_run=True, accept_likely=False),
            self._show,
            self._workplace.words.say("Reading the list…"),
        )

    def _show(self, report: ImportReport) -> None:
        words = self._workplace.words
        counts = [
            words.count("{n} row", "{n} rows", report.rows),
            words.count("{n} new person", "{n} new people", report.people_new),
            words.count("{n} person known already", "{n} people known already", report.people_known),
        ]
        self._counts.setText("  ·  ".join(counts))
        self._details.setPlainText("\n".join(details(report, words)))
        self._likely.setVisible(bool(report.proposals))
        self._import.setEnabled(report.rows > 0)
        self.open()

    def _on_import(self) -> None:
        likely = self._likely.isChecked()
        self.accept()
        self._workplace.background.run(
            self._workplace,
            partial(_import, self._file, self._training_id, dry_run=False, accept_likely=likely),
            self._on_imported,
            self._workplace.words.say("Importing the list…"),
        )

    def _on_imported(self, report: ImportReport) -> None:
        words = self._workplace.words
        count = report.people_new + report.people_known
        self._workplace.messages.tell(words.count("{n} person imported", "{n} people imported", count))


def _import(
    file: Path, training_id: str, store: Store, progress: Progress, *, dry_run: bool, accept_likely: bool
) -> ImportReport:
    return import_list(store, file, training_id, dry_run=dry_run, accept_likely=accept_likely, progress=progress)


def details(report: ImportReport, words: Words) -> list[str]:
    """Columns, look-alikes, new institutions and skipped rows, in words."""
    lines = [words.say("Columns that were recognised:")]
    lines += [
        words.say(
            # Translators: a heading of the list and what it is kept as; the arrow points in the direction of reading
            "  {heading} → {column}",
            heading=f"\u2068{heading}\u2069",
            column=code_word(words, "column", column),
        )
        for heading, column in report.columns.items()
    ]
    if report.unclear:
        lines += ["", words.say("What was not understood, and is not kept:")]
        lines += [f"  {line}" for line in unclear_lines(report, words)]
    if report.proposals:
        lines += ["", words.say("Perhaps the same person:")]
        for one in report.proposals:
            because = words.listed(code_word(words, "agreement", part) for part in one.because)
            second = one.second.name_in(words.language) if one.second else ""
            lines.append(f"  \u2068{one.first.name_in(words.language)}\u2069 = \u2068{second}\u2069 ({because})")
    open_ones = [one for one in report.institutions_new if one.incomplete]
    if open_ones:
        lines += ["", words.say("Institutions that are not in the reference list, kept as written:")]
        lines += [f"  \u2068{one.name}\u2069" for one in open_ones]
    if report.cleaned:
        rows = words.listed(map(words.number, report.cleaned))
        lines += ["", words.say("Signs that nobody can see were removed from rows: {rows}", rows=rows)]
    if report.skipped:
        lines += ["", words.say("Rows that were skipped:")]
        lines += [f"  {words.number(one.row)}: {code_word(words, 'skipped', one.reason)}" for one in report.skipped]
    return lines
