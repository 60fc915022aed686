"""This desk: who works here, and what the laptop is called."""

from typing import ClassVar

from ui.looks.sizes import px
from ui.widgets import parts
from ui.widgets.card import Card
from ui.widgets.editors import TextEditor
from ui.widgets.forms import form_over
from ui.workplace import Workplace


class DeskCard(Card):
    KINDS: ClassVar[frozenset[str]] = frozenset({"device"})

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        say = self.words.say
        self._device = form_over(workplace, self.store.devices, ("label",))
        who = TextEditor()
        who.setAccessibleName(say("Who works at this desk today?"))
        who.show_value(workplace.preferences.get("who"))
        who.setMaximumWidth(px(460))
        who.committed.connect(lambda: workplace.work_as(who.value()))
        caption = parts.label(say("Who works at this desk today?"))
        caption.setBuddy(who)
        hint = parts.label(say("The name stands in the history of changes; it is no log-in."), "muted", wrap=True)
        self.frame(say("This desk"), caption, who, hint, self._device)

    def reload(self) -> None:
        self._device.show_record(self.store.device())
