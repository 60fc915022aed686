"""Pictures whose content has not come to this laptop yet: said in words, shown as soon as it comes."""

from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QLabel, QRadioButton, QWidget

from jobs.attendance.scans import take_in
from jobs.attendance.signatures import sign, take_photo
from jobs.papers.printing import print_paper
from models import opening
from models.records import Training
from models.training import roster
from resources.words import words_for
from tests.ui.training.attendance.test_signed_sheets import scan
from ui import tour
from ui.designs.pictures import PicturesDialog
from ui.people.conflicts import ConflictsDialog
from ui.people.likeness import Likeness
from ui.training.attendance.signed_sheets import SignedSheetsDialog
from ui.window.program import Program

TODAY = date(2015, 9, 13)
NOT_HERE = "not here yet"


def taken_away(program: Program) -> list[tuple[str, bytes]]:
    """The contents, which are not here any more."""
    connection = program.workplace.store.connection
    contents = connection.execute("SELECT digest, content FROM blobs").fetchall()
    connection.execute("DELETE FROM blobs")
    return contents


def texts(widget: QWidget) -> list[str]:
    return [one.text() for one in widget.findChildren(QLabel)]


@pytest.fixture
def face(tmp_path: Path) -> Path:
    Image.new("RGB", (300, 400), "#884422").save(tmp_path / "face.png")
    return tmp_path / "face.png"


def test_a_photograph_and_a_signature(program: Program, training_here, face: Path):
    store = program.workplace.store
    with store.step() as step:
        step.change(Training, training_here.id, {"takes_photos": True, "takes_signatures": True})
    one = roster.load(store, training_here.id).participants[0]
    take_photo(store, one.participant.id, face)
    sign(store, one.enrolment.id, [[(10, 10), (300, 200)]], TODAY)
    contents = taken_away(program)
    shown = Likeness(program.workplace)
    shown.show_attendee(one)
    assert texts(shown).count(NOT_HERE) == 2
    store.accept(contents)
    assert texts(shown).count(NOT_HERE) == 0
    assert [one.pixmap().isNull() for one in shown.findChildren(QLabel)] == [False, False]


def test_logos_and_stamps(program: Program, training_here):
    contents = taken_away(program)
    dialog = PicturesDialog(program.workplace, training_here.id, program.window)
    assert NOT_HERE in texts(dialog)
    program.workplace.store.accept(contents)
    tour.settle(program)
    assert NOT_HERE not in [one.text() for one in dialog.findChildren(QLabel) if not one.isHidden()]


def test_a_signed_page(program: Program, training_here, tmp_path: Path):
    store = program.workplace.store
    print_paper(store, training_here.id, "sheet", tmp_path / "sheet.pdf", words_for("en"))
    take_in(store, training_here.id, [scan(tmp_path, 1)])
    contents = taken_away(program)
    sheets = SignedSheetsDialog(program.workplace, training_here.id, program.window)
    sheets.open()
    tour.settle(program)
    assert sheets.table.row.scans
    assert not sheets.preview.has_page
    store.accept(contents)
    tour.settle(program)
    assert sheets.preview.has_page


def test_two_photographs_of_one_person_are_shown_where_somebody_chooses(program: Program, face: Path, tmp_path: Path):
    store = program.workplace.store
    person = store.participants.all()[0]
    with opening.create(tmp_path / "elsewhere")[0] as other:
        take_photo(other, person.id, face)
        Image.new("RGB", (30, 40), "#224488").save(face)
        take_photo(store, person.id, face)
        store.receive(other.changes())
    dialog = ConflictsDialog(program.workplace, program.window)
    dialog.open()
    buttons = dialog.findChildren(QRadioButton)
    assert sorted(one.icon().isNull() for one in buttons) == [False, True], "one of the two is not here"
    assert {one.text().strip("\u2068\u2069") for one in buttons} == {"Photograph, 1 KB"}
    assert any(person.name in text for text in texts(dialog))
