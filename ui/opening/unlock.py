"""Records that do not open at once: a passphrase is needed, or something is wrong with them."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models import opening
from models.errors import PassphraseNeeded, SijilError, WrongPassphrase
from resources.words import Words
from resources.words.sentences import sentence
from ui.looks.sizes import px
from ui.looks.theme import Theme
from ui.messages import Messages
from ui.opening.others import OtherRecords
from ui.opening.restoring import choose_backup
from ui.widgets import parts
from ui.widgets.language_row import language_row


class UnlockView(QWidget):
    """One field for passphrase or recovery code; and what else can be done."""

    language_wanted = Signal(str)
    opened = Signal(object)
    other_wanted = Signal(Path)
    restore_wanted = Signal(Path)
    again_wanted = Signal()

    def __init__(
        self, words: Words, theme: Theme, messages: Messages, folder: Path, problem: SijilError | None
    ) -> None:
        """
        :param problem: why the records do not open; None when only their passphrase is missing
        """
        super().__init__()
        self._words = words
        self._messages = messages
        self._folder = folder
        self._needs_secret = problem is None
        say = words.say
        self._secret = parts.secret_field(say("Passphrase or recovery code"))
        self._problem = parts.problem_label()
        self._go = parts.button(say("Open") if problem is None else say("Try again"), theme, "lock", style="primary")
        restore = parts.button(say("Restore a backup…"), style="quiet")
        other = OtherRecords(say("Open other records…"), words, messages, folder)
        self._go.clicked.connect(self._on_open)
        self._secret.returnPressed.connect(self._on_open)
        restore.clicked.connect(self._on_restore)
        other.wanted.connect(self.other_wanted)
        title = parts.label(
            say("Open the training records") if problem is None else say("The training records do not open"), "heading"
        )
        place = parts.label(str(folder), "muted", wrap=True)
        place.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        caption = parts.caption(self._secret)
        caption.setVisible(self._needs_secret)
        self._secret.setVisible(self._needs_secret)
        inside = parts.card(
            title, place, caption, self._secret, self._problem, parts.row(restore, other, None, self._go), spacing=12
        )
        inside.setFixedWidth(px(560))
        layout = QVBoxLayout(self)
        layout.addWidget(parts.row(None, language_row(words, self.language_wanted.emit)))
        layout.addWidget(parts.column(None, parts.row(None, inside, None), None), 1)
        if problem is not None:
            self._say(problem)
        QTimer.singleShot(0, self, (self._secret if self._needs_secret else self._go).setFocus)

    def _say(self, problem: SijilError) -> None:
        self._problem.setText(sentence(self._words, type(problem).__name__, problem.values))
        self._problem.show()

    def _on_open(self) -> None:
        if not self._needs_secret:
            self.again_wanted.emit()
            return
        try:
            opened = opening.open_register(self._folder, self._secret.text())
        except SijilError as problem:
            self._say(WrongPassphrase() if isinstance(problem, PassphraseNeeded) else problem)
            self._secret.selectAll()
            self._secret.setFocus()
        else:
            self.opened.emit(opened)

    def _on_restore(self) -> None:
        file = choose_backup(self._words, self._messages)
        if file is not None:
            self.restore_wanted.emit(file)
