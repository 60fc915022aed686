"""Designs are adjusted in the window: dragged, nudged, undone, written elsewhere, handed on."""

import json
from dataclasses import replace

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDoubleSpinBox, QLabel, QPlainTextEdit

from jobs.certificates import designs
from jobs.certificates.printing import PrintOrder, preview_certificate
from jobs.certificates.trying import Trial, specimen
from models.certificates.designs import (
    LEAST_CODE,
    CodeElement,
    Element,
    FrameElement,
    FrameStyle,
    LineElement,
    PictureElement,
    PictureSource,
    TextElement,
)
from models.errors import DesignInvalid
from models.paper import Orientation, PaperSize
from models.training import roster
from tests.conftest import SAMPLE
from tests.ui.test_first_run import button, click
from ui import tour
from ui.designs.arranging import Handle, dragged, handles_of, is_hit, snapped
from ui.designs.designer import DesignerDialog
from ui.designs.gallery import DesignsDialog
from ui.designs.wordings import WordingsDialog
from ui.window.program import Program

PAGE = (297.0, 210.0)
PLACES = st.floats(-20, 300).map(lambda x: round(x, 2))
SIDES = st.floats(1, 200).map(lambda x: round(x, 2))
ELEMENTS = st.builds(
    lambda kind, x, y, width, height: kind(x=x, y=y, width=width, height=height),
    st.sampled_from([TextElement, PictureElement, FrameElement, LineElement]), PLACES, PLACES, SIDES, SIDES,
)  # fmt: skip


def text_of(pdf: bytes) -> str:
    return "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))


# Where things go


@given(ELEMENTS, st.sampled_from(list(Handle)), PLACES, PLACES)
def test_a_dragged_side_leaves_the_opposite_one_where_it_is(element: Element, handle: Handle, dx: float, dy: float):
    new = dragged(element, handle, dx, dy)
    if handle is Handle.INSIDE:
        assert (new.width, new.height) == (element.width, element.height)
        return
    assert new.width >= 0
    assert new.height >= 0
    if "l" in handle:
        assert new.x + new.width == pytest.approx(element.x + element.width)
    else:
        assert new.x == element.x
    if "t" in handle:
        assert new.y + new.height == pytest.approx(element.y + element.height)
    else:
        assert new.y == element.y


@given(st.sampled_from([Handle.TOP_LEFT, Handle.TOP_RIGHT, Handle.BOTTOM_LEFT, Handle.BOTTOM_RIGHT]), PLACES, PLACES)
def test_a_code_stays_square_and_large_enough(handle: Handle, dx: float, dy: float):
    new = dragged(CodeElement(x=100, y=100), handle, dx, dy)
    assert new.width == new.height >= LEAST_CODE


@given(ELEMENTS, st.lists(ELEMENTS, max_size=4))
def test_snapping_moves_no_further_than_its_reach_or_half_a_grid(element: Element, others: list[Element]):
    new, guides = snapped(element, Handle.INSIDE, others, PAGE, 2.0)
    assert abs(new.x - element.x) <= 2.0
    assert abs(new.y - element.y) <= 2.0
    for guide in guides:
        at, side = (new.x, new.width) if guide.is_upright else (new.y, new.height)
        assert min(abs(guide.at - one) for one in (at, at + side / 2, at + side)) < 0.01


def test_an_element_is_drawn_to_the_middle_of_the_page_and_to_its_neighbour():
    text = TextElement(x=119.2, y=50, width=60, height=10)
    new, guides = snapped(text, Handle.INSIDE, [PictureElement(x=20, y=51, width=30, height=30)], PAGE, 1.5)
    assert (new.x, new.y) == (pytest.approx(118.5), 51)
    assert {(guide.at, guide.is_upright) for guide in guides} >= {(148.5, True), (51, False)}


def test_a_border_around_the_page_does_not_hide_what_lies_within():
    border = FrameElement(x=8, y=8, width=281, height=194, style=FrameStyle.GUILLOCHE)
    assert not is_hit(border, 148, 100, 0.5)
    assert is_hit(border, 9, 100, 0.5)
    assert is_hit(replace(border, style=FrameStyle.FILL), 148, 100, 0.5)
    assert len(handles_of(LineElement())) == 2


# The designer


@pytest.fixture
def designer(program: Program, training_here) -> DesignerDialog:
    record = designs.duplicate(program.workplace.store, "modern", "Mine")
    dialog = DesignerDialog(program.workplace, training_here.id, record, program.window)
    dialog.open()
    tour.settle(program)
    return dialog


def drag(designer: DesignerDialog, place: int, by: tuple[float, float]) -> None:
    """Take an element by its middle and move it so many millimetres."""
    canvas, element = designer.canvas, designer.draft.elements[place]
    start = canvas.at(element.x + element.width / 2, element.y + element.height / 2).toPoint()
    end = canvas.at(element.x + element.width / 2 + by[0], element.y + element.height / 2 + by[1]).toPoint()
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    for step in (QPoint((start.x() + end.x()) // 2, (start.y() + end.y()) // 2), end):
        QTest.mouseMove(canvas, step)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)


def place_of(designer: DesignerDialog, text: str, language: int = 1) -> int:
    return next(
        n for n, one in enumerate(designer.draft.elements)
        if isinstance(one, TextElement) and one.text == text and one.language == language
    )  # fmt: skip


def stored(program: Program) -> designs.Design:
    (own,) = program.workplace.store.designs.all()
    return designs.load(program.workplace.store, own.id)


def test_dragging_moves_is_saved_on_closing_and_undone_as_one(designer: DesignerDialog, program: Program):
    place = place_of(designer, "{heading}")
    before = designer.draft.elements[place]
    drag(designer, place, (30, 12))
    after = designer.draft.elements[place]
    assert after.x == pytest.approx(before.x + 30, abs=4)
    assert after.y == pytest.approx(before.y + 12, abs=4)
    assert after.x * 2 == pytest.approx(round(after.x * 2)), "on the grid, or in line with something"
    QTest.keyClick(designer, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert designer.draft.elements[place] == before
    click(designer, "Redo")
    designer.close()
    assert stored(program).landscape[place] == after


def test_a_corner_resizes(designer: DesignerDialog):
    place = place_of(designer, "{statement}")
    designer.draft.choose(place)
    before = designer.draft.elements[place]
    corner = designer.canvas.at(before.x + before.width, before.y + before.height)
    start, end = corner.toPoint(), designer.canvas.at(
        before.x + before.width + 20, before.y + before.height + 9
    ).toPoint()  # fmt: skip
    QTest.mousePress(designer.canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(designer.canvas, end)
    QTest.mouseRelease(designer.canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    after = designer.draft.elements[place]
    assert (after.x, after.y) == (before.x, before.y)
    assert after.width == pytest.approx(before.width + 20, abs=4)
    assert after.height == pytest.approx(before.height + 9, abs=4)


def test_everything_is_done_by_keyboard(designer: DesignerDialog):
    canvas, draft = designer.canvas, designer.draft
    canvas.setFocus()
    for _ in range(3):
        QTest.keyClick(canvas, Qt.Key.Key_PageDown)
    assert draft.place == 2
    assert canvas.accessibleDescription()
    before = draft.element
    assert before is not None
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    QTest.keyClick(canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    after = draft.element
    assert after is not None
    assert (after.x - before.x, after.y - before.y) == (pytest.approx(1), pytest.approx(0.1))
    assert after.width == pytest.approx(before.width + 1)
    count = len(draft.elements)
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert len(draft.elements) == count - 1
    for _ in range(9):
        draft.undo()
    assert draft.elements[2] == before


def test_fields_change_the_chosen_element(designer: DesignerDialog, program: Program):
    designer.draft.choose(place_of(designer, "{lead}"))
    size = next(one for one in designer.form.findChildren(QDoubleSpinBox) if one.accessibleName() == "Size")
    size.setValue(19)
    text = designer.form.findChild(QPlainTextEdit)
    text.setPlainText("{lead} {mistake}")
    element = designer.draft.element
    assert isinstance(element, TextElement)
    assert (element.size, element.text) == (19, "{lead} {mistake}")
    tour.settle(program)
    assert any("mistake" in one.text() for one in designer.form.findChildren(QLabel) if one.isVisible())
    text.setPlainText("x")
    designer.draft.undo()
    assert text.toPlainText() == "{lead}", "typing is undone as a whole"


def test_things_are_added_raised_and_removed(designer: DesignerDialog):
    draft = designer.draft
    count = len(draft.elements)
    designer._add("line", LineElement(x=10, y=10, width=50, height=0))
    assert draft.place == count
    click(designer, "Send back")
    assert draft.place == count - 1
    click(designer, "Duplicate")
    assert isinstance(draft.element, LineElement)
    assert draft.element.x == 15
    click(designer, "Remove")
    assert len(draft.elements) == count + 1


def test_a_picture_lies_in_the_design_itself(designer: DesignerDialog, program, monkeypatch, training_here, tmp_path):
    monkeypatch.setattr(type(program.workplace.messages), "file_to_open", lambda *_: SAMPLE / "logo.png")
    designer._add("own_picture", PictureElement(source=PictureSource.OWN))
    designer.save()
    own = program.workplace.store.designs.all()[0]
    designs.hand_out(program.workplace.store, own.id, tmp_path / "mine.sijildesign")
    assert "iVBOR" in (tmp_path / "mine.sijildesign").read_text()
    taken = designs.take_in(program.workplace.store, tmp_path / "mine.sijildesign")
    assert designs.load(program.workplace.store, taken.id).landscape == designer.draft.elements


def test_portrait_has_a_page_of_its_own(designer: DesignerDialog):
    landscape = designer.draft.elements
    designer._on_turn(Orientation.PORTRAIT)
    assert designer.canvas.paper == (210, 297)
    designer.draft.choose(0)
    designer.draft.remove()
    assert designer.design.landscape == landscape


def test_what_is_shown_is_what_is_printed(designer: DesignerDialog, program: Program, training_here):
    """The picture follows every change, with a real person as with the longest name."""
    store = program.workplace.store
    designer.draft.choose(place_of(designer, "{lead}"))
    element = designer.draft.element
    assert isinstance(element, TextElement)
    designer.draft.put(replace(element, text="Ceci est un essai"))
    tour.settle(program)
    designer.save()
    own = store.designs.all()[0]
    someone = roster.load(store, training_here.id).attendees[0]
    shown = specimen(store, roster.load(store, training_here.id), someone.enrolment.id)
    pdf = shown.pdf(designer.draft.elements, PaperSize.A4, Orientation.LANDSCAPE)
    printed = preview_certificate(
        store, roster.load(store, training_here.id), someone.enrolment.id, PrintOrder(design=own.id)
    )
    assert "Ceci est un essai" in text_of(pdf)
    assert "Ceci est un essai" in text_of(printed)
    for trial in Trial:
        made = specimen(store, roster.load(store, training_here.id), trial).pdf(
            designer.draft.elements, PaperSize.A4, Orientation.LANDSCAPE
        )
        assert ("Shahrastani" in text_of(made)) is ("longest" in trial)


# Designs and texts


@pytest.fixture
def gallery(program: Program, training_here) -> DesignsDialog:
    dialog = DesignsDialog(program.workplace, training_here.id, program.window)
    dialog.open()
    tour.settle(program)
    return dialog


def test_a_ready_design_is_never_changed_its_copy_is(gallery: DesignsDialog, program: Program, training_here):
    store = program.workplace.store
    gallery.list.setCurrentRow(1)
    assert store.trainings.get(training_here.id).design == "modern"
    tour.settle(program)
    assert gallery.preview.has_page
    assert not button(gallery, "Rename…").isEnabled()
    click(gallery, "Adjust…")
    tour.settle(program)
    (own,) = store.designs.all()
    assert own.name == "Modern (copy)"
    assert store.trainings.get(training_here.id).design == own.id
    gallery.findChild(DesignerDialog).close()
    click(gallery, "Remove")
    assert store.trainings.get(training_here.id).design == "formal"
    program.workplace.store.undo()
    program.workplace.store.undo()
    assert [one.name for one in store.designs.all()] == ["Modern (copy)"]


def test_a_file_that_is_no_design_is_refused_in_words(gallery, program, qtbot, monkeypatch, tmp_path):
    wrong = tmp_path / "wrong.sijildesign"
    wrong.write_text(json.dumps({"format": "sijil-design", "version": 1, "landscape": [{"kind": "bomb"}]}))
    monkeypatch.setattr(type(program.workplace.messages), "file_to_open", lambda *_: wrong)
    with qtbot.captureExceptions() as problems:
        click(gallery, "Import…")
    assert isinstance(problems[0][1], DesignInvalid)
    assert problems[0][1].values == {"where": "landscape.0.kind"}
    assert not program.workplace.store.designs.all()


def test_a_design_goes_out_as_a_file_and_comes_back(gallery: DesignsDialog, program, monkeypatch, tmp_path):
    path = tmp_path / "out"
    monkeypatch.setattr(type(program.workplace.messages), "file_to_write", lambda *_: path)
    click(gallery, "Export…")
    written = path.with_suffix(".sijildesign")
    monkeypatch.setattr(type(program.workplace.messages), "file_to_open", lambda *_: written)
    click(gallery, "Import…")
    assert stored(program).landscape == designs.ready("formal").landscape


def test_texts_are_written_per_kind_and_wrong_values_are_refused(program: Program, training_here):
    store = program.workplace.store
    dialog = WordingsDialog(
        program.workplace, training_here.programme_id, training_here.certificate_kind, program.window
    )
    dialog.open()
    editor = dialog.form.editor("lead_en")
    QTest.keyClicks(editor, "We gladly confirm that")
    editor.editingFinished.emit()
    wrong = dialog.form.editor("heading_en")
    QTest.keyClicks(wrong, "About {nobody}")
    wrong.editingFinished.emit()
    assert wrong.property("invalid")
    someone = roster.load(store, training_here.id).attendees[0]
    printed = text_of(preview_certificate(store, roster.load(store, training_here.id), someone.enrolment.id))
    assert "We gladly confirm that" in printed
    assert "Certificate of Attendance" in printed
