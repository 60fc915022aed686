"""The language of the window, its colours, the size of its letters."""

from PySide6.QtCore import Signal

from resources.words import LANGUAGES
from ui.looks.sizes import TEXT_SIZES
from ui.looks.theme import APPEARANCES
from ui.widgets import parts
from ui.widgets.card import Card
from ui.widgets.editors import ChoiceEditor
from ui.workplace import Workplace


class LooksCard(Card):
    language_wanted = Signal(str)
    appearance_wanted = Signal(str)
    text_size_wanted = Signal(int)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        choices = (self._build_language(), self._build_appearance(), self._build_text_size())
        captioned = (parts.column(parts.caption(one), one, spacing=2) for one in choices)
        self.frame(self.words.say("Language and appearance"), parts.row(*captioned, None, spacing=16))

    def _build_language(self) -> ChoiceEditor:
        made = ChoiceEditor([(one, LANGUAGES[one].name) for one in LANGUAGES])
        made.setAccessibleName(self.words.say("Language"))
        made.show_value(self.words.language)
        made.committed.connect(lambda: self.language_wanted.emit(made.value()))
        return made

    def _build_appearance(self) -> ChoiceEditor:
        say = self.words.say
        texts = {
            "system": say("As the desktop"),
            "light": say("Light"),
            "dark": say("Dark"),
            "contrast": say("High contrast"),
        }
        made = ChoiceEditor([(one, texts[one]) for one in APPEARANCES])
        made.setAccessibleName(say("Appearance"))
        made.show_value(self.workplace.preferences.get("appearance"))
        made.committed.connect(lambda: self.appearance_wanted.emit(made.value()))
        return made

    def _build_text_size(self) -> ChoiceEditor:
        made = ChoiceEditor([(one, self.words.number(f"{one} %")) for one in TEXT_SIZES])
        made.setAccessibleName(self.words.say("Size of the letters"))
        made.setToolTip("Ctrl++ / Ctrl+− / Ctrl+0")
        made.show_value(self.workplace.theme.text_size)
        made.committed.connect(lambda: self.text_size_wanted.emit(made.value()))
        return made
