"""A queue at the desk, frame by frame: ten people of every sort are registered by keys, as a trainer would.

The page ``docs/desk-walkthrough.md`` is written along with the frames.
"""

import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

import resources
from jobs.desk.registering import register, walk_in
from jobs.lists.importing import import_list
from jobs.trainings.editing import new_training
from jobs.trainings.training_file import add_training
from models import opening
from models.badges import badge_number
from models.names.keyboards import on_the_other_keyboard
from models.people.proposals import confirmed
from models.training import roster
from models.training.roster import Attendee
from models.wall_clock import today_here
from ui import tour
from ui.preferences import Preferences
from ui.training.desk.newcomer import NewcomerBar
from ui.training.desk.page import DeskPage
from ui.window.program import Program
from ui.window.where import Where

LISTS = ("ministries.xlsx", "governorates-ar.xlsx", "coordination-ckb.xlsx", "ngos-cp1256.csv")
_SIZE, _SHOWN_WIDTH, _COLOURS = (1024, 640), 760, 64
_ON_FILE, _NEW, _DEPUTY = "Shilan Tahir Majid", "Goran Sabah Nuri", "Rawa Kamal Aziz"

_PAGE = "desk-walkthrough.md"
_LEAD = """# Ten people at the desk

The first morning, everybody is nominated and nobody is here yet. What is done in each picture is done by keys alone;
*Registration* is open and its field has the focus.
"""
_CALM = 200  # milliseconds until those of similar names are found

Frame = tuple[str, Callable[[], object]]
"""What is done, as the caption says it; and the doing."""


class Queue:
    """The desk on the first morning: everybody is nominated, nobody is here yet."""

    def __init__(self, app: QApplication, folder: Path, version: str) -> None:
        training_id = _prepared(folder / "register")
        preferences = Preferences(folder / "sijil.ini")
        preferences.set("tour", "seen")
        preferences.set("appearance", "light")
        preferences.set("who", "Maryam")
        preferences.set("who_day", str(today_here()))
        self.program = Program(app, preferences, folder / "register", version)
        self.program.window.resize(*_SIZE)
        self.program.window.show()
        self.program.start()
        tour.settle(self.program)
        self.program.shell.go(Where("trainings", training_id, "desk"))
        tour.settle(self.program)
        self._desk = next(one for one in self.program.shell.findChildren(DeskPage) if one.isVisible())
        self._field = next(one for one in self._desk.findChildren(QLineEdit) if one.property("large"))
        self._desk.choose_session(roster.sessions_of(self.program.workplace.store, training_id)[0].id)
        self._people = list(roster.load(self.program.workplace.store, training_id).participants)

    def frames(self) -> Iterator[Frame]:
        latin = [one for one in self._people if one.participant.printed_latin]
        arabic = next(one for one in self._people if one.participant.printed_arabic and one.participant.phone)
        yield "A nominee: three letters …", partial(self._type, latin[0].participant.name_latin[:3].lower())
        yield "… and Enter. Registered and present; the field is ready for the next.", self._enter
        yield "By the name in Arabic letters.", partial(self._type, arabic.participant.name_arabic[:4])
        yield "By the phone number.", partial(self._phone, latin[4])
        yield "Typed on the wrong keyboard layout.", partial(self._wrong_layout, latin[6])
        yield "A badge: no key at all.", partial(self._scan, latin[8])
        yield "“Somebody comes instead…”: the deputy has the nominee's institution.", partial(self._deputy, latin[10])
        yield "On file from another training, not nominated: four letters …", partial(self._after, "shil")
        yield "Perhaps meant: the same name, spelled otherwise.", partial(self._after, _respelled(latin[12]))
        yield "Somebody new: the name as it is spoken …", partial(self._after, _NEW)
        yield "… Down and Enter; sex and institution by a few keys, or Esc: it can be completed later.", self._newcomer
        yield "A wrong Enter: Ctrl+Z takes it back.", self._undo

    def _type(self, text: str) -> None:
        self._field.setFocus()
        self._desk.type_text(text)

    def _enter(self) -> None:
        """Whom nobody is called like is chosen first: who is perhaps meant, or the new person."""
        if not self._desk.has_chosen:
            QTest.keyClick(self._field, Qt.Key.Key_Down)
        QTest.keyClick(self._field, Qt.Key.Key_Return)

    def _after(self, text: str) -> None:
        """The one before is registered, then the next is typed."""
        self._enter()
        self._type(text)

    def _phone(self, one: Attendee) -> None:
        self._after(one.participant.phone.removeprefix("+964")[:7])

    def _wrong_layout(self, one: Attendee) -> None:
        self._after(on_the_other_keyboard(one.participant.name_latin.split()[0].lower()))

    def _scan(self, one: Attendee) -> None:
        self._enter()
        self._desk.scan(badge_number(one.enrolment.id))

    def _deputy(self, absent: Attendee) -> None:
        self._desk._deputy_named(absent, _DEPUTY)

    def _newcomer(self) -> None:
        self._enter()
        bar = self._desk.findChild(NewcomerBar)
        assert isinstance(bar, NewcomerBar)
        QTest.keyClicks(bar.sex, "m")
        QTest.keyClicks(bar.institution, "ministry of pl")

    def _undo(self) -> None:
        bar = self._desk.findChild(NewcomerBar)
        assert isinstance(bar, NewcomerBar)
        QTest.keyClick(bar.institution, Qt.Key.Key_Return)
        self._type("hussein")
        self._enter()
        QTest.keyClick(self._field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def _prepared(folder: Path) -> str:
    with opening.create(folder)[0] as made:
        training = add_training(made, resources.path("sample", "training.json"))
        for name in LISTS:
            import_list(made, resources.path("sample", name), training.id, accept_likely=True)
        other = new_training(made, date(2015, 6, 14))
        register(made, confirmed(walk_in(_ON_FILE)), other.id, "")
    return training.id


def _respelled(one: Attendee) -> str:
    """The same name as another hand might write it."""
    name = one.participant.name_latin.casefold()
    for usual, other in (("mohammed", "muhamad"), ("ahmed", "ahmad"), ("hussein", "husain"), ("ou", "u"), ("o", "u")):
        name = name.replace(usual, other)
    return name


def take_frames(docs: Path, version: str) -> int:
    """The frames as ``pictures/desk-01.png`` and so on, and the page that shows them; how many.

    :param docs: the folder of the docs
    """
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as scratch:
        return _take(Queue(app, Path(scratch), version), docs)


def _take(queue: Queue, docs: Path) -> int:
    taken, page = 0, [_LEAD]
    for taken, (caption, act) in enumerate(queue.frames(), start=1):
        act()
        tour.settle(queue.program, _CALM)
        path = docs / "pictures" / f"desk-{taken:02}.png"
        page.append(f"{taken}. {caption}\n\n   ![{caption}](pictures/{path.name})\n")
        queue.program.window.grab().save(str(path))
        picture = Image.open(path).convert("RGB")
        height = picture.height * _SHOWN_WIDTH // picture.width
        small = picture.resize((_SHOWN_WIDTH, height), Image.Resampling.LANCZOS)
        small.quantize(_COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    (docs / _PAGE).write_text("\n".join(page), encoding="utf-8")
    queue.program.close_register()
    queue.program.window.may_close = True
    queue.program.window.close()
    return taken
