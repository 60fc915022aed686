"""Signed sheets come back: scanned, photographed askew, upside down, two at once, of another training."""

import io
import random
from dataclasses import replace
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from jobs.attendance.page_codes import page_code, page_text
from jobs.attendance.scans import attach_letter, jpeg_of, remove_scan, sheet_pages, take_in, take_in_by_hand
from jobs.papers.printing import print_paper
from jobs.papers.sheets import SheetOptions
from models import errors
from models.records import Nomination, PrintedPaper, Session
from models.store import Store
from models.training import roster
from resources.words import words_for
from tests.jobs.certificates.test_issuing import attend

_PHOTOGRAPHS = 100


@pytest.fixture
def printed(store: Store, training, tmp_path: Path) -> PrintedPaper:
    """Twenty people and two days: four pages."""
    for number in range(20):
        attend(store, training, f"Karwan Ahmed Omar {number}", 0)
    return print_paper(store, training.id, "sheet", tmp_path / "sheet.pdf", words_for("en")).paper


def page_picture(tmp_path: Path, page: int, dots: int = 200) -> Image.Image:
    document = pypdfium2.PdfDocument(tmp_path / "sheet.pdf")
    return document[page - 1].render(scale=dots / 72).to_pil().convert("L")


def test_a_scanned_pdf_finds_every_page(store: Store, training, printed: PrintedPaper, tmp_path: Path):
    pictures = [page_picture(tmp_path, page) for page in range(1, len(printed.page_rows) + 1)]
    pictures[0].save(tmp_path / "scan.pdf", save_all=True, append_images=pictures[1:], resolution=200)
    taken = take_in(store, training.id, [tmp_path / "scan.pdf"])
    assert [one.page for one in taken.scans] == list(range(1, len(printed.page_rows) + 1))
    assert taken.scans[0].session_ids == ("s0", "s1")
    assert taken.scans[-1].session_ids == ("s2", "s3")
    assert not taken.unknown
    assert all(page.scans for page in sheet_pages(store, roster.load(store, training.id)))
    take_in(store, training.id, [tmp_path / "scan.pdf"])
    assert len(store.scans.all()) == len(pictures), "the same file twice adds nothing twice"


def test_scans_that_are_given_up_half_way_put_no_page_anywhere(store: Store, training, printed, tmp_path: Path):
    paths = [tmp_path / "1.png", tmp_path / "2.png"]
    for page, path in enumerate(paths, start=1):
        page_picture(tmp_path, page).save(path)

    def give_up(done: int, total: int) -> None:
        assert total == 2
        if done == 1:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        take_in(store, training.id, paths, give_up)
    assert not store.scans.all()
    assert len(take_in(store, training.id, paths).scans) == 2
    store.undo()
    assert not [one for one in store.scans.all() if not one.removed], "one step"


def test_the_rows_of_a_page_are_those_of_the_paper_also_when_people_were_added_since(
    store, training, printed, tmp_path
):
    attend(store, training, "Aaron Added Later", 0)
    pages = sheet_pages(store, roster.load(store, training.id))
    names = [one.participant.name_latin if one else None for page in pages[:2] for one in page.attendees]
    assert "Aaron Added Later" not in names
    assert names[:2] == ["Karwan Ahmed Omar 0", "Karwan Ahmed Omar 1"]
    assert names[-4:] == [None] * 4
    assert pages[0].first_row == 1
    assert pages[1].first_row == len(pages[0].attendees) + 1
    assert pages[2].first_row == 1, "the second day begins anew"
    print_paper(store, training.id, "sheet", tmp_path / "again.pdf", words_for("en"), SheetOptions(blank_rows=0))
    newest = sheet_pages(store, roster.load(store, training.id))[0]
    assert newest.paper.version == 2
    assert newest.attendees[0].participant.name_latin == "Aaron Added Later"


def test_an_upside_down_scan_is_put_upright(store: Store, training, printed, tmp_path: Path):
    upright = page_picture(tmp_path, 2)
    for turn in (180, 90):
        upright.rotate(turn, expand=True).save(tmp_path / f"{turn}.png")
        (scan,) = take_in(store, training.id, [tmp_path / f"{turn}.png"]).scans
        assert scan.page == 2
        kept = Image.open(io.BytesIO(jpeg_of(store, scan)))
        assert kept.width > kept.height
        small = upright.resize(kept.size)
        difference = ImageChops.difference(kept.convert("L"), small).resize((8, 8), Image.Resampling.BOX)
        assert max(difference.tobytes()) < 40, "upright, not on its head"


def test_two_pages_in_one_picture_are_both_found(store: Store, training, printed, tmp_path: Path):
    pages = [page_picture(tmp_path, page, 150) for page in (1, 3)]
    both = Image.new("L", (pages[0].width, pages[0].height * 2 + 40), 90)
    both.paste(pages[0], (0, 0))
    both.paste(pages[1], (0, pages[0].height + 40))
    both.save(tmp_path / "both.jpg", quality=70)
    assert {one.page for one in take_in(store, training.id, [tmp_path / "both.jpg"]).scans} == {1, 3}


def test_a_sheet_of_another_training_goes_there_and_is_named(store: Store, training, printed, tmp_path: Path):
    with store.step() as step:
        step.add(replace(training, id="t2", code="T-2"))
        step.add(Session(id="x1", training_id="t2", day=training.start, start="09:00", end="12:00"))
    page_picture(tmp_path, 1).save(tmp_path / "one.png")
    taken = take_in(store, "t2", [tmp_path / "one.png"])
    assert taken.other_trainings == ["T-1"]
    assert taken.scans[0].training_id == training.id


def test_a_sheet_that_nobody_here_printed_is_named_and_not_kept(store: Store, training, printed, tmp_path: Path):
    for paper in store.papers.all():
        with store.step() as step:
            step.change(PrintedPaper, paper.id, {"code": "00000001"})
    page_picture(tmp_path, 1).save(tmp_path / "one.png")
    taken = take_in(store, training.id, [tmp_path / "one.png"])
    assert taken.other_trainings == ["T-1"]
    assert not store.scans.all()


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 broken", b"GIF89a\x00", b"MZ\x90", b"\x89PNG\r\n\x1a\nbroken"])
def test_what_is_no_scan_is_named_and_nothing_is_kept(store: Store, training, printed, tmp_path: Path, content: bytes):
    (tmp_path / "wrong.pdf").write_bytes(content)
    taken = take_in(store, training.id, [tmp_path / "wrong.pdf"])
    assert taken.unknown == ["wrong.pdf"]
    assert not store.scans.all()
    with pytest.raises(errors.NotReadable):
        take_in(store, training.id, [tmp_path / "nowhere.png"])


def test_without_a_readable_code_somebody_says_which_page_it_is(store: Store, training, printed, tmp_path: Path):
    Image.new("L", (900, 600), 200).save(tmp_path / "grey.png")
    assert take_in(store, training.id, [tmp_path / "grey.png"]).unknown == ["grey.png"]
    (scan,) = take_in_by_hand(store, training.id, tmp_path / "grey.png", printed.id, 3)
    assert scan.session_ids == ("s2", "s3")
    remove_scan(store, scan)
    assert not any(page.scans for page in sheet_pages(store, roster.load(store, training.id)))
    store.undo()
    assert any(page.scans for page in sheet_pages(store, roster.load(store, training.id)))


@cache
def _noise(size: tuple[int, int]) -> Image.Image:
    return Image.effect_noise(size, 34)


def test_a_letter_of_nomination_keeps_its_scan(store: Store, training, printed, tmp_path: Path):
    with store.step() as step:
        step.add(Nomination(id="n1", training_id=training.id, number="77"))
    scan = attach_letter(store, "n1", tmp_path / "sheet.pdf")
    assert store.nominations.get("n1").scan_id == scan.id
    assert jpeg_of(store, store.scans.get(scan.id)).startswith(b"\xff\xd8")
    assert not any(page.scans for page in sheet_pages(store, roster.load(store, training.id))), "a letter is no sheet"


def photograph(page: Image.Image, chance: random.Random) -> Image.Image:
    """As a telephone sees it: askew up to 12 degrees, in perspective, blurred, noisy, unevenly lit, on a table."""
    wide, high = page.size
    table = Image.new("L", (round(wide * 1.35), round(high * 1.45)), chance.randint(60, 140))
    table.paste(page, (round(wide * 0.17), round(high * 0.22)))
    far = table.width * chance.uniform(0, 0.04)
    corners = (far, 0, 0, table.height, table.width, table.height, table.width - far, 0)
    table = table.transform(table.size, Image.Transform.QUAD, corners, Image.Resampling.BILINEAR)
    table = table.rotate(chance.uniform(-12, 12), Image.Resampling.BILINEAR, fillcolor=100)
    light = Image.linear_gradient("L").resize(table.size).rotate(chance.choice((0, 90, 180, 270)), expand=False)
    light = light.point(lambda value: 165 + value * 90 // 255)
    table = ImageChops.multiply(table, light)
    table = table.filter(ImageFilter.GaussianBlur(chance.uniform(0.4, 1.5)))
    noise = ImageChops.offset(_noise(table.size), chance.randint(0, 900), chance.randint(0, 900))
    loud = chance.uniform(0.25, 1.0)
    table = ImageChops.add(table, noise.point(lambda value: round(128 + (value - 128) * loud)), scale=1, offset=-128)
    stream = io.BytesIO()
    table.save(stream, "JPEG", quality=chance.randint(45, 85))
    return Image.open(io.BytesIO(stream.getvalue()))


def signed(page: Image.Image, chance: random.Random) -> Image.Image:
    """With ink in the cells."""
    inked = page.copy()
    pen = ImageDraw.Draw(inked)
    for _ in range(24):
        x, y = chance.uniform(0.65, 0.95) * page.width, chance.uniform(0.3, 0.9) * page.height
        pen.line([(x + chance.uniform(0, 60), y + chance.uniform(-9, 9)) for _ in range(6)], fill=60, width=3)
    return inked


def test_photographs_of_telephones_find_their_page(store: Store, training, printed, tmp_path: Path):
    chance = random.Random(20150914)
    pages = [signed(page_picture(tmp_path, page, 230), chance) for page in (1, 2, 3, 4)]
    wrong = []
    for number in range(_PHOTOGRAPHS):
        page = number % 4 + 1
        photograph(pages[page - 1], chance).save(tmp_path / "photo.jpg")
        found = [one.page for one in take_in(store, training.id, [tmp_path / "photo.jpg"]).scans]
        if found != [page]:
            wrong.append((number, found))
    assert len(wrong) <= _PHOTOGRAPHS // 100, wrong


def test_codes_of_pages_are_read_strictly():
    assert page_code(page_text("7K2M9QXA", 3, "Erb_2015/٩")).page == 3
    assert page_code(page_text("7K2M9QXA", 3, "erb-2015")).training == "ERB-2015"
    for text in ("TS1:7K2M9QXA", "TS1:7K2M9QX:1:T", "TC1:7K2M9QXA:1:T", "TS1:7K2M9QXA:x:T", "TS1:7K2M9QXA:99999:T"):
        assert page_code(text) is None
