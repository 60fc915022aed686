"""Certificates go to a real print queue, into files, sheet by sheet; what was printed is known after a power cut."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL.Image import Image
from PySide6.QtWidgets import QWidget

from jobs.certificates.printing import EVERYBODY, PrintOrder, due, gather
from jobs.desk.registering import mark
from jobs.papers.page_ranges import chosen_pages
from models.certificates.states import CertificateState
from models.errors import PagesUnclear, PrinterGone
from models.paper import Orientation, PaperSize, Placing
from models.people import proposals
from models.records.codes import MarkState
from models.training import roster
from tests.conftest import tool
from tests.ui.test_first_run import button, click
from ui import tour
from ui.background import Cancelled
from ui.people.section import PeopleSection
from ui.printers.calibration import CalibrationDialog
from ui.printers.destination import EACH, PDF, SHOP
from ui.printers.dialog import PrintDialog
from ui.printers.feeding import FeedingDialog
from ui.printers.printer import Correction, Sending, correction_of, printers, remember, send
from ui.training.participants.attendee_card import AttendeeCard
from ui.window.program import Program
from ui.window.where import Where

QUEUE = "office"
PPD = Path("/usr/share/ppd/cupsfilters/Generic-PDF_Printer-PDF.ppd")
CONFIG = """
Listen {server}
WebInterface No
Browsing Off
DefaultAuthType None
<Location />
Order allow,deny
Allow all
</Location>
<Policy default>
<Limit All>
Order allow,deny
Allow all
</Limit>
</Policy>
"""
FILES = """
FileDevice Yes
ServerRoot {folder}/etc
StateDir {folder}/run
RequestRoot {folder}/spool
CacheDir {folder}/cache
TempDir {folder}/tmp
AccessLog {folder}/access
ErrorLog {folder}/error
PageLog {folder}/pages
"""


class Queue:
    """A print server of the tests' own, whose printer writes a file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("etc", "run", "spool", "cache", "tmp"):
            (folder / name).mkdir(mode=0o777)
        (folder / "cupsd.conf").write_text(CONFIG.format(server=os.environ["CUPS_SERVER"]))
        (folder / "cups-files.conf").write_text(FILES.format(folder=folder))
        command = [
            tool("cupsd", "/usr/sbin/cupsd"),
            "-f",
            "-c",
            folder / "cupsd.conf",
            "-s",
            folder / "cups-files.conf",
        ]
        self._process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        while self._call("lpstat", "-r") != "scheduler is running\n":
            assert self._process.poll() is None, "the print server did not start"
        self.add()

    def _call(self, *command: str) -> str:
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout

    def add(self) -> None:
        self._call(
            tool("lpadmin", "/usr/sbin/lpadmin"),
            "-p",
            QUEUE,
            "-v",
            f"file://{self.folder}/job.pdf",
            "-P",
            str(PPD),
            "-E",
        )
        assert QUEUE in self._call("lpstat", "-p")

    def remove(self) -> None:
        self._call(tool("lpadmin", "/usr/sbin/lpadmin"), "-x", QUEUE)

    def printed(self) -> pypdfium2.PdfDocument:
        """What came out of the printer last."""
        while self._call("lpstat", "-W", "not-completed"):
            assert self._process.poll() is None
        return pypdfium2.PdfDocument((self.folder / "job.pdf").read_bytes())

    def jobs(self) -> list[str]:
        return (self.folder / "pages").read_text().splitlines()

    def end(self) -> None:
        self._process.terminate()
        self._process.wait()


@pytest.fixture(scope="module")
def queue(qapp) -> Iterator[Queue]:
    tool("cupsd", "/usr/sbin/cupsd")
    folder = Path(tempfile.mkdtemp(prefix="sijil-cups-"))
    folder.chmod(0o755)  # its filters run as somebody else
    made = Queue(folder)
    yield made
    made.end()
    shutil.rmtree(folder)


@pytest.fixture
def everybody_came(program: Program, training_here) -> Program:
    store = program.workplace.store
    found = roster.load(store, training_here.id)
    mark(store, [(one, session.id, MarkState.PRESENT) for one in found.attendees for session in found.sessions])
    proposals.accept(store, *proposals.waiting(store))
    return program


@pytest.fixture
def open_print(everybody_came: Program, training_here):
    def open_it(order: PrintOrder = EVERYBODY) -> PrintDialog:
        dialog = PrintDialog(everybody_came.workplace, training_here.id, order, everybody_came.window)
        dialog.open()
        tour.settle(everybody_came)
        return dialog

    return open_it


def states(program: Program) -> list[CertificateState]:
    return [one.state for one in program.workplace.store.certificates.all()]


def choose(dialog: PrintDialog, target: str) -> None:
    dialog.destination.target.show_value(target)
    dialog.destination.target.edited.emit(target)


# The queue


def test_chosen_pages_reach_the_printer_sharp_and_are_noted(queue: Queue, open_print, everybody_came: Program):
    dialog = open_print()
    choose(dialog, QUEUE)
    dialog.whom.pages.setText("٢-٣، 5")
    dialog.destination.copies.setValue(2)
    dialog.destination.sides.show_value("long_edge")
    click(dialog, "Print")
    tour.settle(everybody_came)
    printed = queue.printed()
    assert states(everybody_came) == [CertificateState.PRINTED] * 3
    assert "two-sided-long-edge" in queue.jobs()[-1]
    pages = [page for page in printed if zxingcpp.read_barcodes(page.render(scale=200 / 72).to_pil())]
    assert len(pages) == 6, "three certificates, twice; the empty backs have no code"
    proofs = {one.proof for one in everybody_came.workplace.store.certificates.all()}
    read = {zxingcpp.read_barcodes(page.render(scale=200 / 72).to_pil())[0].text for page in pages}
    assert read == proofs


def test_the_name_of_the_print_job_says_nothing_about_people(queue: Queue, open_print, everybody_came: Program):
    dialog = open_print()
    choose(dialog, QUEUE)
    dialog.whom.pages.setText("1")
    click(dialog, "Print")
    tour.settle(everybody_came)
    queue.printed()
    assert "Sijil" in queue.jobs()[-1]
    assert "Layla" not in queue.jobs()[-1]


def test_a_printer_that_is_gone_is_told_and_nothing_is_noted(queue: Queue, open_print, everybody_came, qtbot):
    dialog = open_print()
    choose(dialog, QUEUE)
    queue.remove()
    with qtbot.captureExceptions() as problems:
        click(dialog, "Print")
        tour.settle(everybody_came)
    queue.add()
    assert isinstance(problems[0][1], PrinterGone)
    assert set(states(everybody_came)) == {CertificateState.PREPARED}
    assert dialog.isVisible(), "another printer can be chosen"


def test_cancelling_stops_between_two_parts_and_what_went_out_is_known(queue: Queue, everybody_came, training_here):
    pdf = gather(everybody_came.workplace.store, training_here.id).pdf()
    sending = Sending(printer=QUEUE)
    went: list[int] = []
    before = len(queue.jobs())

    def cancel(done: int, total: int) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        send(pdf, sending, cancel, went.extend)
    assert len(queue.printed()) == len(went) < 35
    assert went == list(range(len(went)))
    assert len(queue.jobs()) == before + 1


# Sheet by sheet


def feeding(program: Program) -> FeedingDialog:
    return next(one for one in program.window.findChildren(FeedingDialog) if one.isVisible())


def press(program: Program, page: QWidget, text: str) -> None:
    click(page, text)
    tour.settle(program)


def test_sheets_are_fed_one_by_one_and_a_power_cut_loses_nothing(queue: Queue, open_print, everybody_came: Program):
    program = everybody_came
    dialog = open_print()
    choose(dialog, QUEUE)
    dialog.destination.feed.setChecked(True)
    click(dialog, "Print")
    sheets = feeding(program)
    press(program, sheets, "Print this sheet")
    assert len(queue.printed()) == 1
    assert CertificateState.PRINTED not in states(program), "nobody has looked at it yet"
    press(program, sheets, "Again")
    press(program, sheets, "Good")
    press(program, sheets, "Later")
    press(program, sheets, "Print this sheet")
    press(program, sheets, "Good")
    assert states(program).count(CertificateState.PRINTED) == 2
    press(program, sheets, "Print this sheet")
    sheets.close()  # the power goes before anybody looked at the third sheet
    again = open_print()
    assert again.whom.who.value() == "waiting"
    assert len(again.whom.people) == 33


# Files


def test_one_file_per_person_says_who_only_when_asked(open_print, everybody_came, monkeypatch, tmp_path, opened_files):
    for with_names in (False, True):
        folder = tmp_path / str(with_names)
        folder.mkdir()
        monkeypatch.setattr(everybody_came.messages, "folder", lambda *_, folder=folder: folder)
        dialog = open_print()
        choose(dialog, EACH)
        dialog.whom.who.show_value("all")
        dialog.destination.names.setChecked(with_names)
        click(dialog, "Save…")
        tour.settle(everybody_came)
        names = [path.name for path in folder.iterdir()]
        assert len(names) == 35
        assert any("Layla" in name for name in names) is with_names


def test_the_copy_shop_gets_marks_and_the_size_of_the_page(open_print, everybody_came, monkeypatch, tmp_path):
    path = tmp_path / "shop.pdf"
    monkeypatch.setattr(everybody_came.messages, "file_to_write", lambda *_: path)
    dialog = open_print()
    choose(dialog, SHOP)
    click(dialog, "Save…")
    tour.settle(everybody_came)
    page = pypdfium2.PdfDocument(path)[0]
    assert [round(side / 72 * 25.4) for side in page.get_size()] == [317, 230]
    assert [round(at / 72 * 25.4) for at in page.get_trimbox()] == [10, 10, 307, 220]
    picture = page.render(scale=2, grayscale=True).to_pil()
    at = round(10 / 25.4 * 72 * 2)
    assert darkest(picture, (at - 2, 2, at + 3, 10)) < 128, "a cutting mark above the upper left corner"
    assert darkest(picture, (at + 40, 2, at + 200, 10)) == 255


def darkest(picture: Image, box: tuple[int, int, int, int]) -> int:
    return picture.crop(box).getextrema()[0]


def text_place(pdf: bytes, text: str) -> tuple[float, float]:
    """Of its first letter: millimetres from the left, from the top."""
    page = pypdfium2.PdfDocument(pdf)[0]
    found = page.get_textpage()
    index, _ = found.search(text).get_next()
    left, _, _, top = found.get_charbox(index)
    return left / 72 * 25.4, (page.get_height() - top) / 72 * 25.4


def test_pages_are_moved_and_scaled_by_what_was_measured(everybody_came: Program, training_here):
    store = everybody_came.workplace.store
    order = PrintOrder(enrolment_ids=due(roster.load(store, training_here.id))[0].enrolment_ids)
    before = text_place(gather(store, training_here.id, order).pdf(), "Certificate")
    moved = replace(order, placing=Placing(right=3, down=-2, scale=0.98))
    after = text_place(gather(store, training_here.id, moved).pdf(), "Certificate")
    assert after == (pytest.approx(before[0] * 0.98 + 3, abs=0.05), pytest.approx(before[1] * 0.98 - 2, abs=0.05))


def calibration(program: Program) -> CalibrationDialog:
    sending = Sending(printer=QUEUE)
    return CalibrationDialog(program.workplace, sending, PaperSize.A4, Orientation.PORTRAIT, program.window)


def test_a_measured_printer_is_set_right(everybody_came: Program):
    """A printer that shrinks by one per cent and is off by two and one millimetres prints right afterwards."""
    preferences = everybody_came.workplace.preferences
    dialog = calibration(everybody_came)

    def comes_out(at: float, off: float) -> float:
        return at * 0.99 + off

    dialog.left.setValue(comes_out(20, 2))
    dialog.top.setValue(comes_out(20, -1))
    dialog.line.setValue(150 * 0.99)
    dialog.accept()
    known = correction_of(preferences, QUEUE)
    for at in (10, 150, 280):
        scale = known.percent / 100
        assert comes_out(at * scale + known.right, 2) == pytest.approx(at, abs=0.2)
        assert comes_out(at * scale + known.down, -1) == pytest.approx(at, abs=0.2)
    assert correction_of(preferences, "another") == Correction()
    remember(preferences, "another", Correction(right=1))
    assert correction_of(preferences, QUEUE) == known


def test_the_test_page_is_printed(queue: Queue, everybody_came: Program):
    dialog = calibration(everybody_came)
    dialog.open()
    press(everybody_came, dialog, "Print the test page")
    page = queue.printed()[0]
    picture = page.render(scale=4, grayscale=True).to_pil()
    line = round(20 / 25.4 * 72 * 4)
    assert darkest(picture, (line - 4, 400, line + 5, 800)) < 100


def test_preferences_that_somebody_spoiled_are_no_obstacle(everybody_came: Program):
    preferences = everybody_came.workplace.preferences
    for spoiled in ("{", "[]", '{"office": {"sideways": 1}}', '{"office": 7}', '{"office": {"right": "x"}}'):
        preferences.set("printer_corrections", spoiled)
        assert correction_of(preferences, "office") == Correction()


def test_without_a_print_server_there_are_files(open_print):
    assert printers() in ([], [QUEUE])
    dialog = open_print()
    assert dialog.destination.target.values[-3:] == ["pdf", "each", "shop"]


# Which pages


@pytest.mark.parametrize(
    ("text", "pages"),
    [("", [0, 1, 2, 3, 4]), ("2", [1]), ("1-3", [0, 1, 2]), ("۲–۴", [1, 2, 3]), ("-2, 5", [0, 1, 4]), ("4-", [3, 4]),
     ("1,1,1", [0]), ("3-99", [2, 3, 4])],
)  # fmt: skip
def test_pages_are_named_as_people_name_them(text: str, pages: list[int]):
    assert chosen_pages(text, 5) == pages


@pytest.mark.parametrize("text", ["x", "0", "9", "3-1", "1;2x", "1--2", "-"])
def test_what_names_no_page_is_refused(text: str):
    with pytest.raises(PagesUnclear):
        chosen_pages(text, 5)


@given(st.text(max_size=12), st.integers(1, 20))
def test_whatever_is_typed_names_pages_that_there_are_or_is_refused(text: str, count: int):
    try:
        pages = chosen_pages(text, count)
    except PagesUnclear:
        return
    assert pages == sorted(set(pages))
    assert set(pages) <= set(range(count))


def test_unclear_pages_are_not_printed(open_print):
    dialog = open_print()
    choose(dialog, PDF)
    dialog.whom.pages.setText("seven")
    dialog.whom.pages.textEdited.emit("seven")
    assert not button(dialog, "Save…").isEnabled()
    dialog.whom.pages.setText("7")
    dialog.whom.pages.textEdited.emit("7")
    assert button(dialog, "Save…").isEnabled()


# Just this one


def test_one_certificate_is_printed_from_wherever_a_person_is_shown(everybody_came: Program, open_tab, training_here):
    program = everybody_came
    for tab in ("participants", "desk"):
        page = open_tab(tab)
        card = page.findChild(AttendeeCard)
        someone = roster.load(program.workplace.store, training_here.id).participants[0]
        card.show_attendee(someone)
        click(card, "Print the certificate…")
        (dialog,) = [one for one in program.window.findChildren(PrintDialog) if one.isVisible()]
        assert [one.participant.id for one in dialog.whom.people] == [someone.participant.id]
        dialog.close()
        tour.settle(program)
    gather(program.workplace.store, training_here.id)
    program.shell.go(Where("people"))
    tour.settle(program)
    section = program.shell.findChild(PeopleSection)
    assert isinstance(section, PeopleSection)
    click(section, "Print the certificate…")
    assert any(one.isVisible() for one in program.window.findChildren(PrintDialog))
