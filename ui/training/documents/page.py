"""Documents: everything that a training has on paper, with its options and a preview; print or save."""

from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QListWidget, QSplitter, QVBoxLayout, QWidget

from jobs.certificates.left_out import LeftOut, left_out_words
from jobs.papers.kinds import PaperKind
from jobs.papers.payments import changed_since
from jobs.papers.registry import KINDS
from models.errors import MissingGlyph, NobodyPrintable
from resources.words import LANGUAGES, N_
from resources.words.sentences import sentence
from ui.looks.sizes import px
from ui.printers.simple import PrinterDialog
from ui.training.documents.choices import choices_of
from ui.training.documents.given_out import GivenOutDialog
from ui.training.documents.making import Shown, Wanted
from ui.training.documents.options_form import OptionsForm
from ui.training.documents.remembered import remember, remembered
from ui.training.tab import TrainingTab
from ui.widgets import parts
from ui.widgets.choice_field import ChoiceField
from ui.widgets.leafing import leafing
from ui.widgets.preview import Drawing, Preview
from ui.workplace import Workplace

_FEW = 6
_OTHER_FILES = {
    ".xlsx": "Excel (*.xlsx)",
    ".csv": "CSV (*.csv)",
    ".json": "JSON (*.json)",
    ".docx": "Word (*.docx)",
}


class DocumentsPage(TrainingTab):
    TITLE: ClassVar[str] = N_("Documents")
    KINDS: ClassVar[frozenset[str]] = frozenset(
        {"participant", "enrolment", "mark", "session", "same_person", "programme", "training", "certificate",
         "issuer", "institution", "score", "picture", "signatory", "rate", "agreed_step"}
    )  # fmt: skip

    def __init__(self, workplace: Workplace, training_id: str) -> None:
        super().__init__(workplace, training_id)
        say = self.words.say
        self._kind: PaperKind = KINDS[0]
        self._page, self._pages = 0, 1
        self.list = QListWidget()
        self.list.setAccessibleName(say("Documents"))
        self.list.addItems([say(one.label) for one in KINDS])
        self.list.setMinimumWidth(px(205))
        self.language = ChoiceField(
            [(one, LANGUAGES[one].name) for one in sorted(LANGUAGES, key=lambda one: one != self.words.language)]
        )
        self.language.setAccessibleName(say("Language of the document"))
        self.recipient, self.purpose = parts.field(say("Given to")), parts.field(say("Purpose"))
        self._warning = parts.label("", "problem", wrap=True)
        self._warning.hide()
        self._options: OptionsForm | None = None
        self.preview = Preview(say("Preview"))
        self._drawing: Drawing[Shown] = Drawing(workplace.background, self, self._show_picture)
        self._build()
        self.list.currentRowChanged.connect(self._on_kind)
        self.language.edited.connect(self._changed)

    def _build(self) -> None:
        say, theme = self.words.say, self.workplace.theme
        self._print = parts.button(say("Print…"), theme, "print", style="primary")
        self._save = parts.button(say("Save as PDF…"))
        self._other = parts.button("")
        given = parts.button(say("Given out…"), style="quiet")
        self._print.clicked.connect(self._on_print)
        self._save.clicked.connect(partial(self._on_save, ".pdf"))
        self._other.clicked.connect(self._on_other)
        given.clicked.connect(lambda: GivenOutDialog(self.workplace, self.training_id, self.window()).open())
        self._inside = QVBoxLayout()
        self._inside.setContentsMargins(0, 0, 0, 0)
        box = QWidget()
        box.setLayout(self._inside)
        fields = parts.column(
            parts.caption(self.language), self.language, box,
            parts.caption(self.recipient), self.recipient, parts.caption(self.purpose), self.purpose, None, spacing=6,
        )  # fmt: skip
        inside = fields.layout()
        assert inside is not None
        inside.setContentsMargins(4, 2, 10, 2)
        form = parts.scrolled(fields)
        form.setMinimumWidth(px(250))
        splitter = QSplitter()
        splitter.addWidget(self.list)
        splitter.addWidget(form)
        splitter.addWidget(self._build_preview())
        splitter.setSizes([215, 265, 410])
        splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.addWidget(self._warning)
        layout.addWidget(splitter, 1)
        layout.addWidget(parts.row(given, None, self._other, self._save, self._print))

    def _build_preview(self) -> QWidget:
        self._at = parts.label("", "muted")
        made = leafing(self.words, self.workplace.theme, self.preview, self._at, self._turn)
        made.setContentsMargins(8, 0, 8, 0)
        return made

    # What is chosen

    def show_kind(self, key: str) -> None:
        """One of the documents, by its key."""
        self.list.setCurrentRow([one.key for one in KINDS].index(key))

    def _on_kind(self, row: int) -> None:
        if row >= 0:
            self._kind, self._page = KINDS[row], 0
            self._build_options()
            self._show_actions()
            self._draw()

    def _build_options(self) -> None:
        if self._options is not None:
            self._options.hide()
            self._options.deleteLater()
        found, known = self.workplace.roster(self.training_id), remembered(self.workplace.preferences, self._kind)
        self._options = OptionsForm(self.words, known, choices_of(found, self.words))
        self._options.edited.connect(self._changed)
        self._inside.addWidget(self._options)

    def _show_actions(self) -> None:
        ending = next(iter(self._kind.others), "")
        self._other.setVisible(bool(ending))
        texts = {".docx": self.words.say("Save for Word…"), ".xlsx": self.words.say("Save for Excel…")}
        self._other.setText(texts.get(ending, ending))

    def _changed(self) -> None:
        self._page = 0
        if self._options is not None:
            remember(self.workplace.preferences, self._kind, self._options.options())
        self._draw()

    @property
    def options(self) -> Any:
        return self._options.options() if self._options is not None else self._kind.options()

    @property
    def _wanted(self) -> Wanted:
        return Wanted(
            training_id=self.training_id,
            key=self._kind.key,
            language=self.language.value(),
            options=self.options,
            recipient=self.recipient.text().strip(),
            purpose=self.purpose.text().strip(),
        )

    def reload(self) -> None:
        if self._options is None:
            self.list.setCurrentRow(0)
        else:
            self._draw()

    def start(self) -> None:
        self.list.setFocus()

    # Preview

    def _warn(self) -> None:
        """A payment sheet was printed, and marks on which it rests were corrected since."""
        changed = []
        if self._kind.key == "payments":
            attendees = self.workplace.roster(self.training_id).attendees
            changed = changed_since(self.store, self.training_id, attendees)
        names = self.words.listed(one.participant.name_in(self.words.language) for one in changed[:_FEW])
        self._warning.setText(
            self.words.count(
                "Since the last payment sheet was printed, marks of {n} person were corrected: {names}",
                "Since the last payment sheet was printed, marks of {n} people were corrected: {names}",
                len(changed),
                names=names,
            )
        )
        self._warning.setVisible(bool(changed))

    def _draw(self) -> None:
        self._warn()
        self._drawing.want(partial(self._wanted.preview, self.workplace.roster(self.training_id), self._page))

    def _show_picture(self, shown: Shown | None) -> None:
        if shown is None or shown.problem is not None:
            text = self.words.say("There is nothing to print for this document yet.")
            if shown is not None and isinstance(shown.problem, MissingGlyph | NobodyPrintable):
                text = sentence(self.words, type(shown.problem).__name__, shown.problem.values)
            self.preview.show_text(text)
            self._at.setText("")
            self._enable(is_there=False)
            return
        self._pages = shown.pages
        self.preview.show_page(shown.image)
        words = self.words
        self._at.setText(
            words.say("{page} of {pages}", page=words.number(shown.page + 1), pages=words.number(shown.pages))
        )
        self._enable(is_there=True)

    def _enable(self, *, is_there: bool) -> None:
        for button in (self._print, self._save, self._other):
            button.setEnabled(is_there)

    def _turn(self, by: int) -> None:
        self._page = min(max(self._page + by, 0), self._pages - 1)
        self._draw()

    # Printing

    def _on_print(self) -> None:
        PrinterDialog(self.workplace, self.words.say(self._kind.label), self._wanted.pdf, self.window()).open()

    def _on_other(self) -> None:
        self._on_save(next(iter(self._kind.others)))

    def _on_save(self, ending: str) -> None:
        code = self.store.trainings.get(self.training_id).code
        kinds = "PDF (*.pdf)" if ending == ".pdf" else ";;".join(_OTHER_FILES[one] for one in self._kind.others)
        title = self.words.say(self._kind.label)
        path = self.workplace.messages.file_to_write(title, f"{code}-{self._kind.key}{ending}", kinds)
        if path is None:
            return
        path = path if path.suffix else path.with_suffix(ending)
        work = partial(self._wanted.write, path)
        done = partial(self._on_saved, path)
        self.workplace.background.run(self, work, done, self.words.say("Making the pages…"))

    def _on_saved(self, path: Path, left_out: tuple[LeftOut, ...]) -> None:
        for line in left_out_words(left_out, self.words):
            self.workplace.messages.show(line)
        self.workplace.messages.tell(self.words.say("Written: {path}", path=path.name))
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
