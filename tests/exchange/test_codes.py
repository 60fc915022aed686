"""Codes are found in PDFs and pictures of any kind; everything else is refused in one way."""

import io
import random
from pathlib import Path

import pypdfium2
import pytest
import segno
from PIL import Image

from exchange import codes
from exchange.codes import FoundCode, codes_in, pages_in
from models import errors

PREFIX = "TC1:"


def code(text: str, dots: int = 6) -> Image.Image:
    stream = io.BytesIO()
    segno.make(text, micro=False).save(stream, kind="png", scale=dots, border=4)
    return Image.open(stream).convert("L")


def saved(image: Image.Image, path: Path, **options: object) -> Path:
    image.save(path, **options)
    return path


def beside(*pictures: Image.Image) -> Image.Image:
    sheet = Image.new("L", (sum(one.width for one in pictures), max(one.height for one in pictures)), 255)
    for place, one in enumerate(pictures):
        sheet.paste(one, (sum(before.width for before in pictures[:place]), 0))
    return sheet


def pdf(path: Path, *pages: Image.Image) -> Path:
    return saved(pages[0], path, save_all=True, append_images=pages[1:], resolution=150)


def sized_pdf(path: Path, *sizes: tuple[float, float]) -> Path:
    document = pypdfium2.PdfDocument.new()
    for width, height in sizes:
        document.new_page(width, height)
    document.save(path)
    document.close()
    return path


# What is found


@pytest.mark.parametrize("ending", codes.PICTURES)
def test_a_code_is_found_in_every_kind_of_picture(tmp_path: Path, ending: str):
    path = saved(code("TC1:ABC").convert("RGB"), tmp_path / f"a{ending}")
    assert codes_in(path, PREFIX) == [FoundCode(1, "TC1:ABC")]
    path.rename(tmp_path / "a.txt")
    assert codes_in(tmp_path / "a.txt", PREFIX) == [FoundCode(1, "TC1:ABC")], "the content counts, not the name"


def test_pages_are_counted_from_one_and_other_codes_passed_over(tmp_path: Path):
    blank = Image.new("L", (300, 300), 255)
    both = beside(code("TC1:TWO"), code("http://example.org"), code("TC1:THREE"))
    path = pdf(tmp_path / "a.pdf", code("TC1:ONE"), blank, both, code("TS1:SHEET"))
    found = codes_in(path, PREFIX)
    assert sorted((one.page, one.text) for one in found) == [(1, "TC1:ONE"), (3, "TC1:THREE"), (3, "TC1:TWO")]
    assert [one.page for one in found] == [1, 3, 3]
    assert codes_in(path, "TS1:") == [FoundCode(4, "TS1:SHEET")]


class Enough(Exception):
    pass


def test_a_long_file_can_be_given_up_before_each_page(tmp_path: Path):
    path = pdf(tmp_path / "a.pdf", *[code("TC1:ONE")] * 4)
    asked = []

    def whether_to_go_on() -> None:
        asked.append(len(asked) + 1)
        if len(asked) == 3:
            raise Enough

    with pytest.raises(Enough):
        codes_in(path, PREFIX, whether_to_go_on)
    assert asked == [1, 2, 3]


def test_only_qr_codes_count_and_only_with_the_prefix(tmp_path: Path):
    for name, image in (("blank", Image.new("L", (300, 300), 255)), ("other", code("http://TC1:ABC"))):
        with pytest.raises(errors.NoCodeFound) as caught:
            codes_in(saved(image, tmp_path / f"{name}.png"), PREFIX)
        assert caught.value.values == {"path": str(tmp_path / f"{name}.png")}


def test_a_code_on_glass_and_a_turned_photograph_are_read(tmp_path: Path):
    plain = code("TC1:ABC")
    glass = Image.new("RGBA", plain.size, (0, 0, 0, 0))
    glass.paste((0, 0, 0, 255), mask=plain.point(lambda value: 255 - value))
    palette = plain.convert("P")
    palette.info["transparency"] = 255
    turned = Image.Exif()
    turned[0x0112] = 6
    files = [
        saved(glass, tmp_path / "glass.png"), saved(glass.convert("LA"), tmp_path / "la.png"),
        saved(palette, tmp_path / "palette.gif", transparency=255), saved(plain.convert("CMYK"), tmp_path / "c.jpg"),
        saved(plain.convert("1"), tmp_path / "bits.tif"), saved(plain.convert("RGB"), tmp_path / "e.jpg", exif=turned),
        saved(plain, tmp_path / "grey.png"),
    ]  # fmt: skip
    assert [codes_in(path, PREFIX) for path in files] == [[FoundCode(1, "TC1:ABC")]] * len(files)


def test_a_code_full_of_specks_is_read_from_a_smaller_picture(tmp_path: Path):
    image, chance = code("TC1:ABC", 4), random.Random(1)
    for place in range(image.width * image.height):
        if chance.random() < 0.08:
            at = (place % image.width, place // image.width)
            image.putpixel(at, 255 - image.getpixel(at))
    assert codes_in(saved(image, tmp_path / "specks.png"), PREFIX) == [FoundCode(1, "TC1:ABC")]


# The pages


def test_what_is_transparent_is_white_and_everything_grey(tmp_path: Path):
    for mode in ("RGBA", "LA"):
        (page,) = pages_in(saved(Image.new(mode, (4, 2)), tmp_path / f"{mode}.png"))
        assert (page[0], page[1].mode, page[1].size, page[1].getpixel((0, 0))) == (1, "L", (4, 2), 255)
    (page,) = pages_in(saved(Image.new("RGB", (4, 2), "red"), tmp_path / "red.png"))
    assert (page[1].mode, page[1].getpixel((0, 0))) == ("L", 76)


def test_a_photograph_stands_upright(tmp_path: Path):
    turned = Image.Exif()
    turned[0x0112] = 6
    ((_, image),) = pages_in(saved(Image.new("RGB", (60, 40)), tmp_path / "e.jpg", exif=turned))
    assert image.size == (40, 60)


def test_pages_of_a_pdf_are_seen_at_300_dots_an_inch_and_never_larger_than_a_side(tmp_path: Path):
    found = list(pages_in(sized_pdf(tmp_path / "a.pdf", (72, 144), (2_880, 720), (720, 2_880))))
    assert [page for page, _ in found] == [1, 2, 3]
    assert [image.size for _, image in found] == [(300, 600), (6_000, 1_500), (1_500, 6_000)]
    assert {image.mode for _, image in found} == {"L"}


def test_a_picture_is_never_larger_than_a_side(tmp_path: Path):
    (page,) = pages_in(saved(Image.new("1", (8_000, 400), 1), tmp_path / "wide.png"))
    assert page[1].size == (6_000, 300)
    (page,) = pages_in(saved(Image.new("L", (6_000, 30), 1), tmp_path / "fits.png"))
    assert page[1].size == (6_000, 30)


def test_a_pdf_may_begin_with_a_few_blanks(tmp_path: Path):
    path = pdf(tmp_path / "a.pdf", code("TC1:ONE"))
    path.write_bytes(b"\n \n" + path.read_bytes())
    assert codes_in(path, PREFIX) == [FoundCode(1, "TC1:ONE")]


# What is refused


def test_pictures_and_files_beyond_all_measure_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    image = code("TC1:ABC")
    path = saved(image, tmp_path / "a.png")
    monkeypatch.setattr(codes, "_MOST_PIXELS", image.width * image.height)
    assert codes_in(path, PREFIX)
    monkeypatch.setattr(codes, "_MOST_PIXELS", image.width * image.height - 1)
    with pytest.raises(errors.NoCodeFound):
        codes_in(path, PREFIX)
    monkeypatch.undo()
    size = path.stat().st_size
    monkeypatch.setattr(codes, "_MOST_BYTES", size)
    assert codes_in(path, PREFIX)
    monkeypatch.setattr(codes, "_MOST_BYTES", size - 1)
    with pytest.raises(errors.NoCodeFound) as caught:
        codes_in(path, PREFIX)
    assert caught.value.values == {"path": str(path)}


def test_a_bomb_is_refused_by_its_head(tmp_path: Path):
    with pytest.raises(errors.NoCodeFound):
        codes_in(saved(Image.new("1", (20_000, 20_000)), tmp_path / "bomb.png"), PREFIX)


@pytest.mark.parametrize("kind", ["png", "jpg", "tif", "pdf"])
def test_files_that_were_cut_are_refused_or_read_and_never_crash(tmp_path: Path, kind: str):
    whole = saved(code("TC1:ABC").convert("RGB"), tmp_path / f"a.{kind}").read_bytes()
    for length in range(0, len(whole), max(1, len(whole) // 30)):
        (tmp_path / "cut").write_bytes(whole[:length])
        try:
            found = codes_in(tmp_path / "cut", PREFIX)
        except errors.NoCodeFound:
            continue
        assert found == [FoundCode(1, "TC1:ABC")]


def test_what_is_not_there_cannot_be_read(tmp_path: Path):
    for path in (tmp_path / "none.pdf", tmp_path):
        with pytest.raises(errors.NotReadable) as caught:
            codes_in(path, PREFIX)
        assert caught.value.values == {"path": str(path)}
