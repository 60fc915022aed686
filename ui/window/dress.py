"""Dress: the words, looks and voice of all that is built from now on."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from resources.words import Words, words_for
from ui.looks.theme import Theme, apply, colours_of
from ui.messages import Messages
from ui.preferences import Preferences
from ui.widgets import parts
from ui.widgets.frame import Window
from ui.window.qt_words import speak


class Dress:
    """As the preferences say; put on anew, it changes what is built afterwards."""

    words: Words
    theme: Theme
    messages: Messages

    def __init__(self, app: QApplication, window: Window, preferences: Preferences) -> None:
        self._app = app
        self._window = window
        self._preferences = preferences
        self._worn: Theme | None = None
        self.put_on()

    def put_on(self) -> None:
        self.words = words_for(self._preferences.language)
        QLocale.setDefault(QLocale(self.words.speaks.locale))
        speak(self._app, self.words)
        self._app.setLayoutDirection(parts.direction(rtl=self.words.is_rtl))
        self.theme = self._themed()
        self._window.setWindowTitle(self.words.say("Sijil"))
        self._window.setWindowIcon(self.theme.icon("sijil"))
        self.messages = Messages(self._window, self.words, self._preferences)

    def _themed(self) -> Theme:
        """Applied only where colours or letters are others: all widgets would be polished anew."""
        colours, text_size = colours_of(self._preferences.get("appearance")), self._preferences.text_size
        if self._worn is None or (self._worn.colours, self._worn.text_size) != (colours, text_size):
            self._worn = apply(self._app, colours, text_size)
        return self._worn
