"""Scanned sheets: codes however the page lies, upright, and small enough to be kept."""

import io
from pathlib import Path

import pytest
from PIL import Image, ImageFilter

from exchange import scans
from exchange.scans import scanned_pages
from models import errors
from tests.exchange.test_codes import beside, code, pdf, saved

PREFIX = "TS1:"


def sheet(*texts: str) -> Image.Image:
    """A page with its codes at the top left, dark at the foot."""
    page = Image.new("L", (1_000, 700), 255)
    page.paste(beside(*(code(text, 4) for text in texts)), (20, 20))
    page.paste(0, (0, 650, 1_000, 700))
    return page


def kept(jpeg: bytes) -> Image.Image:
    assert jpeg.startswith(b"\xff\xd8")
    return Image.open(io.BytesIO(jpeg))


def test_each_page_has_its_codes_once_and_others_are_passed_over(tmp_path: Path):
    pages = [sheet("TS1:ONE", "http://example.org"), sheet("x"), sheet("TS1:TWO", "TS1:TWO", "TS1:THREE")]
    found = list(scanned_pages(pdf(tmp_path / "a.pdf", *pages), PREFIX))
    assert [(one.page, sorted(one.texts)) for one in found] == [
        (1, ["TS1:ONE"]), (2, []), (3, ["TS1:THREE", "TS1:TWO"]),
    ]  # fmt: skip
    assert {kept(one.jpeg).width for one in found} == {1_800}
    assert "jpeg" not in repr(found[0])


@pytest.mark.parametrize("turn", [0, 90, 180, 270, 4, -4, 176])
def test_a_page_is_put_upright_whatever_way_it_lay(tmp_path: Path, turn: int):
    lying = sheet("TS1:ONE").rotate(turn, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    (found,) = scanned_pages(saved(lying, tmp_path / "a.png"), PREFIX)
    page = kept(found.jpeg)
    assert found.texts == ("TS1:ONE",)
    assert page.width > page.height
    foot, head = (page.convert("L").getpixel((page.width // 2, y)) for y in (page.height - 40, 40))
    assert (foot < 80, head > 200) == (True, True)


def test_without_a_code_a_page_stays_as_it_lies(tmp_path: Path):
    (found,) = scanned_pages(saved(Image.new("L", (60, 200), 9), tmp_path / "a.png"), PREFIX)
    assert (found.texts, kept(found.jpeg).size) == ((), (60, 200))


@pytest.mark.parametrize("ruin", ["faint", "soft", "specks", "huge"])
def test_a_poor_picture_is_looked_at_again(tmp_path: Path, ruin: str):
    page = sheet("TS1:ONE-AND-SOME-MORE")
    if ruin == "faint":
        page = page.point(lambda value: 150 + value // 12)
    elif ruin == "soft":
        page = page.filter(ImageFilter.GaussianBlur(2.2))
    elif ruin == "specks":
        specks = Image.effect_noise(page.size, 120)
        page = Image.composite(Image.new("L", page.size, 255), page, specks.point(lambda value: 255 * (value > 240)))
    else:
        page = page.resize((5_500, 3_850))
    (found,) = scanned_pages(saved(page, tmp_path / "a.png"), PREFIX)
    assert found.texts == ("TS1:ONE-AND-SOME-MORE",)


def test_small_print_on_a_large_page_is_read_from_the_larger_picture(tmp_path: Path):
    page = Image.new("L", (4_400, 3_000), 255)
    page.paste(code("TS1:ONE", 2), (4_200, 2_800))
    (found,) = scanned_pages(saved(page, tmp_path / "a.png"), PREFIX)
    assert found.texts == ("TS1:ONE",)


def test_what_is_kept_is_as_large_as_its_measure_allows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """First with more loss, then smaller; when nothing fits, the smallest."""
    noise = Image.effect_noise((2_000, 1_000), 60)
    noise.paste(code("TS1:ONE"), (20, 20))
    saved(noise, tmp_path / "a.png")
    monkeypatch.setattr(scans, "MOST_BYTES", 10_000_000)
    kept_as = []
    while len(kept_as) < 12:
        (found,) = scanned_pages(tmp_path / "a.png", PREFIX)
        kept_as.append((kept(found.jpeg).width, len(found.jpeg)))
        monkeypatch.setattr(scans, "MOST_BYTES", len(found.jpeg) - 1)
    assert list(dict.fromkeys(width for width, _ in kept_as)) == [1_800, 1_500, 1_200, 900]
    (smallest,) = scanned_pages(tmp_path / "a.png", PREFIX)
    assert len(smallest.jpeg) == kept_as[-1][1], "when nothing fits, the smallest"


def test_what_is_no_scan_is_refused(tmp_path: Path):
    (tmp_path / "a.txt").write_bytes(b"hello")
    with pytest.raises(errors.NoCodeFound):
        list(scanned_pages(tmp_path / "a.txt", PREFIX))
    with pytest.raises(errors.NotReadable):
        list(scanned_pages(tmp_path / "none", PREFIX))
