"""The first run: a language, then three doors; and a new register with its passphrase and recovery code."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from resources.words import LANGUAGES, Words
from ui.looks.sizes import px
from ui.looks.theme import Theme
from ui.messages import Messages
from ui.opening.others import OtherRecords
from ui.opening.restoring import choose_backup
from ui.widgets import parts

if TYPE_CHECKING:
    from models.store import Store


class WelcomeView(QWidget):
    """What somebody sees who starts Sijil for the first time."""

    language_wanted = Signal(str)
    sample_wanted = Signal()
    other_wanted = Signal(Path)
    restore_wanted = Signal(Path)
    opened = Signal(object)
    """The Store of a new register."""

    def __init__(self, words: Words, theme: Theme, messages: Messages, folder: Path) -> None:
        super().__init__()
        self._words = words
        self._theme = theme
        self._messages = messages
        self._folder = folder
        self._training_file: Path | None = None
        self._stack = QStackedWidget()
        self._doors = self._build_doors()
        self._stack.addWidget(self._doors)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _build_doors(self) -> QWidget:
        say = self._words.say
        title = parts.label(say("Welcome to Sijil"), "title")
        text = parts.label(
            say("Register the people who attend your trainings – on this laptop, without internet."), "muted", wrap=True
        )
        sample = self._door("people", say("Look around"), say("A sample training with 35 invented people. One click."))
        kit = self._door(
            "file", say("I have a training file"), say("From head office: programme, training and sessions.")
        )
        new = self._door(
            "add", say("Start new training records"), say("With your organisation and your own trainings.")
        )
        other = OtherRecords(say("Open training records on this laptop…"), self._words, self._messages, self._folder)
        sample.clicked.connect(self.sample_wanted)
        kit.clicked.connect(self._on_kit)
        new.clicked.connect(self._on_new)
        other.wanted.connect(self.other_wanted)
        restore = parts.button(say("Restore a backup…"), style="quiet")
        restore.clicked.connect(self._on_restore)
        inside = parts.column(
            title, text, self._languages(), sample, kit, new, parts.row(None, restore, other, None), spacing=14
        )
        inside.setFixedWidth(px(520))
        sample.setFocus()
        return parts.column(None, parts.row(None, inside, None), None)

    def _door(self, icon: str, title: str, text: str) -> QPushButton:
        door = parts.button(f"{title}\n{text}", self._theme, icon, style="door")
        door.setAccessibleName(title)
        door.setAccessibleDescription(text)
        return door

    def _languages(self) -> QWidget:
        buttons = []
        for language in LANGUAGES:
            button = parts.button(LANGUAGES[language].name)
            button.setCheckable(True)
            button.setChecked(language == self._words.language)
            button.setProperty("primary", language == self._words.language)
            button.clicked.connect(partial(self.language_wanted.emit, language))
            buttons.append(button)
        row = parts.row(*buttons)
        row.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        return row

    def _on_new(self) -> None:
        self._training_file = None
        self.show_protection(asks_issuer=True)

    def _on_kit(self) -> None:
        say = self._words.say
        file = self._messages.file_to_open(say("Choose a training file"), f"{say('Training files')} (*.json)")
        if file is not None:
            self._training_file = file
            self.show_protection(asks_issuer=False)

    def _on_restore(self) -> None:
        file = choose_backup(self._words, self._messages)
        if file is not None:
            self.restore_wanted.emit(file)

    def show_protection(self, *, asks_issuer: bool) -> None:
        """The page that asks for a passphrase."""
        form = ProtectionForm(self._words, self._theme, asks_issuer=asks_issuer)
        form.chosen.connect(self._on_protection)
        form.left.connect(partial(self._stack.setCurrentWidget, self._doors))
        page = parts.scrolled(parts.row(None, form, None))
        self._stack.setCurrentIndex(self._stack.addWidget(page))

    def _on_protection(self, issuer: str, passphrase: str) -> None:
        from jobs.trainings.issuer import name_issuer
        from jobs.trainings.training_file import add_training, read_training
        from models.opening import create

        if self._training_file is not None:
            read_training(self._training_file)  # a wrong file is told before anything is made
        opened, code = create(self._folder, passphrase or None)
        if self._training_file is not None:
            add_training(opened, self._training_file)
        elif issuer:
            name_issuer(opened, issuer, self._words.language)
        if not code:
            self.opened.emit(opened)
            return
        self.show_recovery_code(opened, code)

    def show_recovery_code(self, opened: "Store", code: str) -> None:
        """The last page before the records open."""
        page = RecoveryPage(self._words, self._theme, self._messages, opened, code)
        page.done.connect(partial(self.opened.emit, opened))
        self._stack.setCurrentIndex(self._stack.addWidget(page))
        page.start()


class ProtectionForm(QWidget):
    """The name of who gives the trainings, and a passphrase typed twice."""

    chosen = Signal(str, str)
    """Name of the issuer, passphrase (empty: without)."""
    left = Signal()

    def __init__(
        self, words: Words, theme: Theme, *, asks_issuer: bool, may_skip: bool = True, foot: QVBoxLayout | None = None
    ) -> None:
        """
        :param may_skip: whether there may be no passphrase at all
        :param foot: of a dialog, for what ends it
        """
        super().__init__()
        self._words = words
        say = words.say
        self._issuer = parts.field(say("Name of your organisation or programme"))
        self._first = parts.secret_field(say("Passphrase (at least 8 characters; several words are good)"))
        self._second = parts.secret_field(say("The passphrase again"))
        self._problem = parts.problem_label()
        start = parts.button(say("Start"), theme, "check", style="primary")
        without = parts.button(say("Without a passphrase"), style="quiet")
        without.setVisible(may_skip)
        without.setToolTip(say("Whoever has this laptop can read the records."))
        back = parts.button(say("Back") if may_skip else say("Cancel"), style="quiet")
        show = QCheckBox(say("Show the passphrase"))
        start.clicked.connect(self._on_start)
        without.clicked.connect(self._on_without)
        back.clicked.connect(self.left)
        show.toggled.connect(self._on_show)
        for field in (self._issuer, self._first, self._second):
            field.returnPressed.connect(self._on_start)
        self.answers = parts.row(back, None, without, start)
        """What ends it."""
        self._issuer_part = parts.column(parts.caption(self._issuer), self._issuer, spacing=4)
        inside = parts.card(
            parts.label(say("New training records") if may_skip else say("Choose a passphrase"), "heading"),
            parts.label(
                say(
                    "The records are encrypted. Only your passphrase, or the recovery code that you print next, "
                    "opens them: nobody can help if both are lost."
                ),
                "muted",
                wrap=True,
            ),
            self._issuer_part,
            parts.column(parts.caption(self._first), self._first, spacing=4),
            parts.column(parts.caption(self._second), self._second, spacing=4),
            show,
            self._problem,
            None if foot else self.answers,
            spacing=12,
        )
        inside.setFixedWidth(px(540))
        if foot:
            foot.addWidget(self.answers)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(inside)
        layout.addStretch(1)
        self._issuer_part.setVisible(asks_issuer)
        QTimer.singleShot(0, self, (self._issuer if asks_issuer else self._first).setFocus)

    def _on_show(self, is_shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password
        for field in (self._first, self._second):
            field.setEchoMode(mode)

    def _on_start(self) -> None:
        from models.storage.passphrases import LEAST, is_long_enough, typed

        if not is_long_enough(self._first.text()):
            self._say(self._words.count(
                "Please type at least {n} character.", "Please type at least {n} characters.", LEAST
            ))  # fmt: skip
            self._first.setFocus()
        elif typed(self._first.text()) != typed(self._second.text()):
            self._say(self._words.say("The two are not the same. Please type the passphrase again."))
            self._second.setFocus()
        else:
            self.chosen.emit(self._issuer.text().strip(), self._first.text())

    def _on_without(self) -> None:
        self.chosen.emit(self._issuer.text().strip(), "")

    def _say(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.show()


class RecoveryPage(QWidget):
    """The recovery code, shown once."""

    done = Signal()

    def __init__(self, words: Words, theme: Theme, messages: Messages, store: "Store", code: str) -> None:
        super().__init__()
        self._words = words
        self._messages = messages
        self._store = store
        self._code = code
        say = words.say
        shown = parts.label(code, "code", wrap=True)
        shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        shown.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        shown.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        shown.setAccessibleName(say("Recovery code"))
        self._print = parts.button(say("Save as PDF to print…"), theme, "print")
        self._kept = QCheckBox(say("I have printed the code or written it down"))
        self._go = parts.button(say("Continue"), theme, style="primary")
        self._go.setEnabled(False)
        self._print.clicked.connect(self._on_print)
        self._kept.toggled.connect(self._go.setEnabled)
        self._go.clicked.connect(self.done)
        inside = parts.card(
            parts.label(say("Recovery code"), "heading"),
            parts.label(
                say("It opens the records when the passphrase is forgotten. Keep it apart from the laptop. "
                    "It is shown only now."),
                "muted", wrap=True,
            ),
            shown,
            parts.row(self._print, None),
            self._kept,
            parts.row(None, self._go),
            spacing=14,
        )  # fmt: skip
        inside.setFixedWidth(px(640))
        layout = QVBoxLayout(self)
        layout.addWidget(parts.column(None, parts.row(None, inside, None), None))

    def start(self) -> None:
        self._print.setFocus()

    def _on_print(self) -> None:
        say = self._words.say
        path = self._messages.file_to_write(say("Save the recovery code"), "sijil-recovery-code.pdf", "PDF (*.pdf)")
        if path is not None:
            from jobs.papers.recovery_code import print_recovery_code

            print_recovery_code(self._store, self._code, path, self._words)
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
            self._kept.setFocus()
