"""Pictures of all that the program shows and prints: ``tasks.py pictures [FOLDER]``.

Drives the real window over the sample training, in a folder of its own: every page in three languages,
light and dark. Those that the docs show are put into ``docs/pictures`` as well, with the gallery of designs.
"""

import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from PIL import Image
from PySide6.QtWidgets import QWidget

import resources
from build_spec.gallery import draw_documents, draw_gallery
from build_spec.walkthrough import take_frames
from main import VERSION
from models.training.roster import sessions_of
from resources.words import LANGUAGES
from ui import tour
from ui.looks import theme
from ui.preferences import Preferences
from ui.training.desk.page import DeskPage
from ui.window.program import Program

APPEARANCES = ("light", "dark")
_SIZE = (1180, 720)
_PREVIEW_STARTS = 200  # milliseconds
_TYPED = {"en": "ah", "ar": "اح", "ckb": "اح"}


DOCS = Path(__file__).resolve().parent.parent / "docs" / "pictures"
# Picture of the window -> its name in the docs.
_SHOWN = {
    "en-light-desk": "window-registration",
    "en-light-attendance": "window-attendance",
    "ar-light-certificates": "window-certificates-ar",
    "en-light-designer": "window-designer",
    "en-light-documents": "window-documents",
}
_COLOURS = 128
# Page of the guide -> what it shows, in each language.
_GUIDE = {"start": "welcome", "plan": "plan", "lists": "participants", "desk": "desk", "attendance": "attendance",
          "certificates": "certificates", "documents": "documents", "scores": "scores", "people": "people",
          "safety": "settings"}  # fmt: skip
_GUIDE_WIDTH = 760
_THUMB, _ACROSS, _GAP = 400, 5, 6  # pixels; a row


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
            desk.choose_session(sessions_of(program.workplace.store, desk.training_id)[0].id)
            desk.type_text(_TYPED[program.words.language])


def take_all(folder: Path) -> int:
    """How many pictures were taken."""
    folder.mkdir(parents=True, exist_ok=True)
    app = theme.application()
    theme.load_fonts()
    with tempfile.TemporaryDirectory() as scratch:
        preferences = Preferences(Path(scratch) / "sijil.ini")
        preferences.set("tour", "seen")
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


def show_sheets(folder: Path) -> int:
    """Every page side by side, a sheet for each language, light and dark; how many sheets."""
    for language in LANGUAGES:
        for appearance in APPEARANCES:
            pages = sorted(folder.glob(f"{language}-{appearance}-*.png"))
            _sheet([Image.open(one).convert("RGB") for one in pages], DOCS / f"pages-{language}-{appearance}.png")
    return len(LANGUAGES) * len(APPEARANCES)


def _sheet(pictures: list[Image.Image], path: Path) -> None:
    small = [one.resize((_THUMB, one.height * _THUMB // one.width), Image.Resampling.LANCZOS) for one in pictures]
    rows = [small[begin : begin + _ACROSS] for begin in range(0, len(small), _ACROSS)]
    heights = [max(one.height for one in row) for row in rows]
    sheet = Image.new("RGB", (_ACROSS * (_THUMB + _GAP), sum(heights) + len(rows) * _GAP), "#808890")
    top = 0
    for row, height in zip(rows, heights, strict=True):
        for place, one in enumerate(row):
            sheet.paste(one, (place * (_THUMB + _GAP), top))
        top += height + _GAP
    sheet.quantize(_COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


def show_in_guide(folder: Path) -> int:
    """How many pictures of the guide were made anew."""
    place = resources.guide("pictures")
    place.mkdir(exist_ok=True)
    for page, shown in _GUIDE.items():
        for language in LANGUAGES:
            picture = Image.open(folder / f"{language}-light-{shown}.png").convert("RGB")
            height = picture.height * _GUIDE_WIDTH // picture.width
            small = picture.resize((_GUIDE_WIDTH, height), Image.Resampling.LANCZOS)
            small.quantize(_COLOURS, dither=Image.Dither.NONE).save(place / f"{page}-{language}.png", optimize=True)
    return len(_GUIDE) * len(LANGUAGES)


def show_in_docs(folder: Path) -> int:
    """How many pictures of the docs were made anew."""
    for name, shown in _SHOWN.items():
        picture = Image.open(folder / f"{name}.png").convert("RGB")
        picture.quantize(_COLOURS, dither=Image.Dither.NONE).save(DOCS / f"{shown}.png", optimize=True)
    return len(_SHOWN) + draw_gallery(DOCS) + draw_documents(DOCS) + take_frames(DOCS.parent, VERSION)


if __name__ == "__main__":
    count = take_all(Path(sys.argv[1]))
    taken = Path(sys.argv[1])
    shown = show_in_docs(taken) + show_in_guide(taken) + show_sheets(taken)
    print(f"{count} pictures in {sys.argv[1]}, {shown} in {DOCS.parent}")
