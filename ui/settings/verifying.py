"""Is this certificate genuine? A dialog that takes a file, dropped or chosen, or the text of its code."""

from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialogButtonBox, QFormLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from jobs.certificates.verifying import FACTS, READABLE, Verified, fits_name, trust_of, verify, verify_file
from models.certificates.proof_codes import PREFIX, Claim, Validity
from models.errors import SijilError
from models.store import Store
from resources.words.codes import code_word
from resources.words.sentences import sentence
from ui.background import Progress
from ui.widgets import parts
from ui.widgets.dialogs import Dialog
from ui.workplace import Workplace

_KINDS = " ".join(f"*{ending}" for ending in READABLE)


class VerifyDialog(Dialog):
    SIZE: ClassVar[tuple[int, int]] = (560, 0)

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._words = workplace.words
        self._found: list[Verified] = []
        say = self._words.say
        self.setWindowTitle(say("Is this certificate genuine?"))
        self.setAcceptDrops(True)
        self._code = self._build_code()
        self._verdict = parts.label("", "heading", wrap=True)
        self._facts = QWidget()
        self._name = parts.field(say("Name on the certificate"))
        self._name.textChanged.connect(self._on_name)
        self._name_answer = parts.label("", wrap=True)
        choose = parts.button(say("Choose a file…"), workplace.theme, "file")
        choose.clicked.connect(self._on_choose)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        hint = parts.label(
            say("Drop a PDF or a picture of the certificate here, choose it, or paste what a scanner reads."),
            "muted",
            wrap=True,
        )
        self._layout = QVBoxLayout(self.room)
        for part in (hint, parts.row(choose, None), self._code, self._verdict, self._facts, self._name):
            self._layout.addWidget(part)
        self._layout.addWidget(self._name_answer)
        self._layout.addStretch(1)
        self.foot.addWidget(close)
        self._show([])

    def _build_code(self) -> QPlainTextEdit:
        code = QPlainTextEdit()
        code.setAccessibleName(self._words.say("Text of the code"))
        code.setPlaceholderText(PREFIX + "…")
        code.setTabChangesFocus(True)
        code.setAcceptDrops(False)
        code.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        code.setFixedHeight(code.fontMetrics().lineSpacing() * 3 + 18)
        code.textChanged.connect(self._on_text)
        return code

    def show_code(self, text: str) -> None:
        self._code.setPlainText(text)

    def check_file(self, path: Path) -> None:
        """Read the codes of a file beside the window."""
        self._code.clear()
        self._workplace.background.run(
            self, partial(_check_file, path), self._show, self._words.say("Reading the file…"), failed=self._on_problem
        )

    def _on_text(self) -> None:
        text = self._code.toPlainText().strip()
        self._show(verify(text, trust_of(self._workplace.store)) if text.startswith(PREFIX) else [])

    def _on_choose(self) -> None:
        say = self._words.say
        path = self._workplace.messages.file_to_open(say("Choose a file"), f"{say('Certificates')} ({_KINDS})")
        if path is not None:
            self.check_file(path)

    def _on_problem(self, problem: BaseException) -> None:
        if not isinstance(problem, SijilError):
            raise problem
        self._show([])
        self._verdict.setText(sentence(self._words, type(problem).__name__, problem.values))

    def _show(self, found: list[Verified]) -> None:
        """The worst of several; a file with many certificates says how many are genuine."""
        self._found = sorted(found, key=lambda one: one.validity is Validity.VALID)
        genuine = sum(one.validity is Validity.VALID for one in found)
        lines = []
        if self._found:
            lines.append(code_word(self._words, "validity", self._found[0].validity))
        if len(found) > 1:
            lines.append(
                self._words.say(
                    "{genuine} of {all} certificates in the file are genuine.",
                    genuine=self._words.number(genuine),
                    all=self._words.number(len(found)),
                )
            )
        self._verdict.setText("\n".join(lines))
        self._verdict.setProperty("role", "good" if found and genuine == len(found) else "heading")
        self._verdict.style().polish(self._verdict)
        self._show_facts(self._found[0] if self._found else None)

    def _show_facts(self, one: Verified | None) -> None:
        facts = QWidget()
        form = QFormLayout(facts)
        form.setContentsMargins(0, 0, 0, 0)
        for name, label in FACTS.items():
            value = one.claims.get(Claim[name.upper()]) if one else None
            if value:
                shown = code_word(self._words, "certificate_kind", value) if name == "kind" else str(value)
                text = QLabel(f"\u2068{shown}\u2069")
                text.setTextFormat(Qt.TextFormat.PlainText)
                text.setWordWrap(True)
                form.addRow(QLabel(self._words.say(label)), text)
        self._layout.replaceWidget(self._facts, facts)
        self._facts.deleteLater()
        self._facts = facts
        is_unnamed = one is not None and Claim.NAME_DIGEST in one.claims
        self._name.setVisible(is_unnamed)
        self._name.setPlaceholderText(self._words.say("Name on the certificate"))
        self._name_answer.setVisible(is_unnamed)
        self._on_name("")

    def _on_name(self, name: str) -> None:
        text = ""
        if name.strip() and self._found:
            fits = fits_name(self._found[0].claims, name)
            text = self._words.say("The name fits.") if fits else self._words.say("The name does not fit.")
        self._name_answer.setText(text)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self.check_file(paths[0])


def _check_file(path: Path, store: Store, progress: Progress) -> list[Verified]:
    return verify_file(path, trust_of(store), partial(progress, 0, 0))
