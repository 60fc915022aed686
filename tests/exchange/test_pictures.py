"""Logos as people have them: whatever can be used becomes a small clean PNG, the rest is refused in words."""

import io
from pathlib import Path

import pytest
from PIL import Image

from exchange import pictures
from exchange.pictures import MOST_BYTES, small_png
from models import errors


def saved(image: Image.Image, path: Path, **options: object) -> Path:
    image.save(path, **options)
    return path


def noise(side: int) -> Image.Image:
    return Image.effect_noise((side, side), 90).convert("RGB")


def opened(content: bytes) -> Image.Image:
    assert content.startswith(b"\x89PNG")
    assert len(content) <= MOST_BYTES
    return Image.open(io.BytesIO(content))


def test_a_huge_photograph_becomes_small(tmp_path: Path):
    assert max(opened(small_png(saved(noise(4000), tmp_path / "a.jpg"))).size) <= 1200


def test_cmyk_palettes_and_animations_become_one_plain_picture(tmp_path: Path):
    frames = [Image.new("P", (60, 40), colour) for colour in (1, 2, 3)]
    cases = [
        saved(Image.new("CMYK", (60, 40), (0, 200, 200, 0)), tmp_path / "c.jpg"),
        saved(frames[0], tmp_path / "a.gif", save_all=True, append_images=frames[1:]),
        saved(Image.new("LA", (60, 40)), tmp_path / "l.png"),
        saved(Image.new("RGB", (60, 40)), tmp_path / "w.webp"),
    ]
    for path in cases:
        made = opened(small_png(path))
        assert (made.size, made.mode in {"RGB", "RGBA"}) == ((60, 40), True)


def test_the_camera_s_turn_is_kept_and_its_notes_are_not(tmp_path: Path):
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    exif[0x010E] = "a secret note"
    content = small_png(saved(Image.new("RGB", (60, 40)), tmp_path / "e.jpg", exif=exif))
    assert opened(content).size == (40, 60)
    assert b"secret" not in content


def test_damaged_renamed_and_boundless_files_are_refused(tmp_path: Path):
    whole = io.BytesIO()
    noise(200).save(whole, "PNG")
    bomb = tmp_path / "bomb.png"
    Image.new("1", (20_000, 20_000)).save(bomb)
    cases = {
        "cut.png": whole.getvalue()[:2000],
        "svg.png": b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>",
        "eps.jpg": b"%!PS-Adobe-3.0 EPSF-3.0",
        "empty.png": b"",
        "text.png": b"hello",
    }
    paths = [bomb]
    for name, content in cases.items():
        (tmp_path / name).write_bytes(content)
        paths.append(tmp_path / name)
    for path in paths:
        with pytest.raises(errors.PictureUnsuitable):
            small_png(path)
    with pytest.raises(errors.NotReadable):
        small_png(tmp_path / "none.png")


def test_a_small_picture_is_not_made_larger(tmp_path: Path):
    assert opened(small_png(saved(Image.new("RGB", (1_200, 8)), tmp_path / "a.bmp"))).size == (1_200, 8)
    assert opened(small_png(saved(Image.new("RGB", (1_201, 8)), tmp_path / "b.tif"))).width == 1_200


def test_what_can_be_seen_through_stays_so_and_nothing_else(tmp_path: Path):
    glass, solid = Image.new("RGBA", (9, 9), (255, 0, 0, 128)), Image.new("RGBA", (9, 9), (255, 0, 0, 255))
    assert opened(small_png(saved(glass, tmp_path / "g.png"))).getpixel((0, 0)) == (255, 0, 0, 128)
    assert opened(small_png(saved(solid, tmp_path / "s.png"))).mode == "RGB"


def test_it_is_as_large_as_its_measure_allows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = saved(noise(1_300).crop((0, 0, 1_300, 60)), tmp_path / "a.png")
    widths = []
    while len(widths) < 6:
        made = small_png(path)
        widths.append(Image.open(io.BytesIO(made)).width)
        monkeypatch.setattr(pictures, "MOST_BYTES", len(made) - 1)
    assert widths == [1_200, 900, 700, 500, 350, 200]
    assert Image.open(io.BytesIO(small_png(path))).width == 200, "when nothing fits, the smallest"


def test_the_limits_hold_to_the_dot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = saved(Image.new("RGB", (30, 20)), tmp_path / "a.png")
    for name, most in (("_MOST_PIXELS", 600), ("_MOST_IN", path.stat().st_size)):
        monkeypatch.setattr(pictures, name, most)
        assert small_png(path)
        monkeypatch.setattr(pictures, name, most - 1)
        with pytest.raises(errors.PictureUnsuitable) as caught:
            small_png(path)
        assert caught.value.values == {"path": str(path)}
        monkeypatch.undo()


@pytest.mark.parametrize(("size", "is_one"), [((2, 2), True), ((1, 900), False), ((900, 1), False)])
def test_a_line_is_no_picture(tmp_path: Path, size: tuple[int, int], is_one: bool):
    path = saved(Image.new("RGB", size), tmp_path / "a.png")
    if is_one:
        assert opened(small_png(path)).size == size
    else:
        with pytest.raises(errors.PictureUnsuitable):
            small_png(path)


@pytest.mark.parametrize("kind", ["ppm", "ico", "tga", "pdf", "eps"])
def test_formats_that_nobody_has_or_that_can_run_are_refused(tmp_path: Path, kind: str):
    path = saved(Image.new("RGB", (32, 32)), tmp_path / f"a.{kind}")
    path.rename(tmp_path / "a.png")
    with pytest.raises(errors.PictureUnsuitable):
        small_png(tmp_path / "a.png")
