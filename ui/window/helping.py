"""The guide, and the short tour of the window; loaded when somebody asks for them."""

from functools import partial
from typing import TYPE_CHECKING

from ui.preferences import Preferences
from ui.widgets.frame import Window
from ui.window.dress import Dress
from ui.window.where import Where

if TYPE_CHECKING:
    from ui.window.shell import Shell


def open_guide(window: Window, dress: Dress, where: Where | None) -> None:
    """At the page about where somebody is; None before a register is open."""
    from ui.help.guide import Guide, page_about

    known = window.findChild(Guide)
    guide = known if isinstance(known, Guide) else Guide(dress.words, dress.messages, window)
    guide.show_page(page_about(where) if where is not None else "start")


def show_tour(shell: "Shell", dress: Dress, preferences: Preferences) -> None:
    from ui.help.coach import Coach

    seen = partial(preferences.set, "tour", "seen")
    Coach(dress.words, dress.theme, shell.stops(), seen, shell).start()
