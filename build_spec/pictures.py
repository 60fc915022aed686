"""Pictures of all that the program shows and prints: ``tasks.py pictures [FOLDER]``.

Drives the real window over the sample training, in a folder of its own: every page in three languages,
light and dark. Those that the docs show are put into ``docs/pictures`` as well, with the gallery of designs.
"""

import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from PIL import Image
from PySide6.QtWidgets import QApplication, QWidget

from build_spec.gallery import draw_documents, draw_gallery
from build_spec.walkthrough import take_frames
from main import VERSION
from resources.words import LANGUAGES
from ui import theme, tour
from ui.preferences import Preferences
from ui.program import Program
from ui.training.desk import DeskPage

APPEARANCES = ("light", "dark")
_SIZE = (1180, 720)
_PREVIEW_STARTS = 200  # milliseconds
_TYPED = {"en": "ah", "ar": "اح", "ckb": "اح"}


DOCS = Path(__file__).resolve().parent.parent / "docs" / "pictures"
# Picture of the window -> its name in the docs.
_SHOWN = {
    "en-light-welcome": "window-welcome",
    "en-light-plan": "window-plan",
    "en-light-import": "window-import",
    "en-light-waiting": "window-waiting",
    "en-light-desk": "window-registration",
    "en-light-attendance": "window-attendance",
    "ckb-light-participants": "window-participants-ckb",
    "ar-light-certificates": "window-certificates-ar",
    "en-light-designs": "window-designs",
    "en-light-designer": "window-designer",
    "ar-light-designer": "window-designer-ar",
    "en-light-print": "window-print",
    "en-light-documents": "window-documents",
    "en-light-signed": "window-signed-sheets",
    "en-dark-people": "window-people-dark",
    "en-light-join": "window-join",
    "en-light-erasure": "window-erasure",
    "ckb-light-kiosk_person": "window-kiosk-ckb",
    "en-light-settings": "window-settings",
}
_COLOURS = 128


class Camera:
    """Takes pictures of one program, one after the other."""

    def __init__(self, program: Program, folder: Path) -> None:
        self._program = program
        self._folder = folder
        self.taken = 0

    def take(self, pages: Iterable[tuple[str, QWidget]], prefix: str) -> None:
        for name, page in pages:
            if name == "desk":
                _type_at_desk(self._program)
            tour.settle(self._program, _PREVIEW_STARTS)
            page.grab().save(str(self._folder / f"{prefix}-{name}.png"))
            self.taken += 1


def _type_at_desk(program: Program) -> None:
    for desk in program.shell.findChildren(DeskPage):
        if desk.isVisible():
            desk.type_text(_TYPED[program.words.language])


def take_all(folder: Path) -> int:
    """How many pictures were taken."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    theme.load_fonts()
    with tempfile.TemporaryDirectory() as scratch:
        preferences = Preferences(Path(scratch) / "sijil.ini")
        preferences.set("appearance", "light")
        preferences.set("who", "Maryam")
        program = Program(app, preferences, Path(scratch) / "none", VERSION)
        program.window.resize(*_SIZE)
        program.window.show()
        camera = Camera(program, folder)
        for language in LANGUAGES:
            program.choose_language(language)
            camera.take(tour.first_run(program), f"{language}-light")
        program.open_sample()
        tour.settle(program)
        for appearance in APPEARANCES:
            program.choose_appearance(appearance)
            for language in LANGUAGES:
                program.choose_language(language)
                camera.take(tour.main_view(program), f"{language}-{appearance}")
        program.close_register()
        program.window.may_close = True
        program.window.close()
    return camera.taken


def show_in_docs(folder: Path) -> int:
    """How many pictures of the docs were made anew."""
    for name, shown in _SHOWN.items():
        picture = Image.open(folder / f"{name}.png").convert("RGB")
        picture.quantize(_COLOURS, dither=Image.Dither.NONE).save(DOCS / f"{shown}.png", optimize=True)
    return len(_SHOWN) + draw_gallery(DOCS) + draw_documents(DOCS) + take_frames(DOCS.parent, VERSION)


if __name__ == "__main__":
    count = take_all(Path(sys.argv[1]))
    print(f"{count} pictures in {sys.argv[1]}, {show_in_docs(Path(sys.argv[1]))} in {DOCS}")
