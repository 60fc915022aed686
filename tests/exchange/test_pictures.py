"""Logos as people have them: whatever can be used becomes a small clean PNG, the rest is refused in words."""

import io
from pathlib import Path

import pytest
from PIL import Image

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
