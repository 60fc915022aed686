"""Kiosk: fills the screen, begins anew after each person, and is left with the passphrase only."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QInputDialog, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from jobs.desk.finding import badge_owner
from resources.words import LANGUAGES, words_for
from ui.kiosk.visit import Visit
from ui.widgets import parts
from ui.widgets.dialogs import Dialog
from ui.window.scanner import Scanner
from ui.workplace import Workplace

IDLE = 30_000  # milliseconds until whoever went away is forgotten
_WHO = "Kiosk"
_INPUT = {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel}


class Kiosk(Dialog):
    """
    :param session_id: in which people are marked present
    """

    def __init__(self, workplace: Workplace, training_id: str, session_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._training_id, self._session_id = training_id, session_id
        self._may_leave = False
        self._visit: Visit | None = None
        self._who, workplace.store.who = workplace.store.who, _WHO
        self.setWindowTitle(workplace.words.say("Registration"))
        self.setWindowFlags(Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self._stack = QStackedWidget()
        self._languages = self._build_languages()
        self._stack.addWidget(self._languages)
        leave = parts.button(workplace.words.say("Leave the kiosk…"), style="quiet")
        leave.clicked.connect(self._on_leave)
        layout = QVBoxLayout(self.room)
        layout.setContentsMargins(40, 32, 40, 16)
        layout.addWidget(self._stack, 1)
        self.foot.addWidget(parts.row(None, leave))
        self._idle = QTimer(self)
        self._idle.setInterval(IDLE)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self.begin)
        Scanner(self).scanned.connect(self._on_scanned)
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def _build_languages(self) -> QWidget:
        """Each language asks in its own letters."""
        training = self._workplace.store.trainings.get(self._training_id)
        buttons = []
        for language in LANGUAGES:
            words = words_for(language)
            button = parts.button(LANGUAGES[language].name, style="door")
            button.setAccessibleDescription(words.say("Register for {title}", title=words.of(training, "title")))
            button.setProperty("large", True)
            button.setLayoutDirection(parts.direction(rtl=words.is_rtl))
            button.clicked.connect(lambda _=False, chosen=language: self.choose(chosen))
            buttons.append(button)
        titles = [words_for(language).of(training, "title") for language in LANGUAGES]
        headings = [parts.label(title, "title", wrap=True) for title in dict.fromkeys(titles)]
        for heading in headings:
            heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        middle = parts.column(*headings, parts.row(None, *buttons, None, spacing=24), spacing=24)
        return parts.column(None, middle, None)

    def begin(self) -> None:
        """For the next person: a language first, nothing of the one before."""
        self._idle.stop()
        if self._visit is not None:
            self._stack.removeWidget(self._visit)
            self._visit.deleteLater()
            self._visit = None
        self._stack.setCurrentWidget(self._languages)
        self.setLayoutDirection(parts.direction(rtl=self._workplace.words.is_rtl))

    def choose(self, language: str) -> None:
        """Somebody reads this language."""
        self.begin()
        words = words_for(language)
        self.setLayoutDirection(parts.direction(rtl=words.is_rtl))
        self._visit = Visit(self._workplace, words, self._training_id, self._session_id)
        self._visit.ended.connect(self.begin)
        self._stack.setCurrentIndex(self._stack.addWidget(self._visit))
        self._visit.start()
        self._idle.start()

    @property
    def visit(self) -> Visit | None:
        return self._visit

    def _on_scanned(self, number: str) -> None:
        """A badge says who it is; the language is the window's until somebody chose another."""
        attendee = badge_owner(self._workplace.roster(self._training_id), number)
        if attendee is None:
            return
        if self._visit is None:
            self.choose(self._workplace.words.language)
        if self._visit is not None:
            self._visit.show_person(attendee.enrolment.id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT and self._visit is not None:
            self._idle.start()
        return super().eventFilter(watched, event)

    # Leaving

    def _on_leave(self) -> None:
        say = self._workplace.words.say
        dialog = QInputDialog(self)
        dialog.setWindowTitle(say("Leave the kiosk"))
        dialog.setLabelText(say("Passphrase of the training records"))
        dialog.setTextEchoMode(QLineEdit.EchoMode.Password)
        dialog.textValueSelected.connect(self._try_to_leave)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _try_to_leave(self, secret: str) -> None:
        if self._workplace.store.safekeeping.is_secret(secret):
            self.leave()
        else:
            self._workplace.messages.show(self._workplace.words.say("This is not the passphrase. The kiosk stays."))

    def leave(self) -> None:
        self._may_leave = True
        self.accept()

    def reject(self) -> None:
        """Escape closes nothing here."""

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self._may_leave)

    def done(self, result: int) -> None:
        self._workplace.store.who = self._who
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        super().done(result)
