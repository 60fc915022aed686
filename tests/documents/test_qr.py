"""QR codes: bit by bit as segno makes them, and readable."""

import random

import pytest
import segno
import zxingcpp
from PIL import Image

from documents import qr

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


def modules(code: qr.Code) -> list[list[int]]:
    stride = (code.size + 7) // 8
    return [[code.rows[y * stride + x // 8] >> (7 - x % 8) & 1 for x in range(code.size)] for y in range(code.size)]


def text_of(length: int) -> str:
    return "A" + "".join(random.Random(length).choices(ALPHABET, k=length - 1))


@pytest.mark.parametrize("length", [2, 20, 61, 100, 152, 201, 300, 385, 500, 700])
def test_codes_are_those_of_segno(length: int):
    peer = segno.make(text_of(length), error="m", mask=0, boost_error=False, mode="alphanumeric", micro=False)
    assert modules(qr.encode(text_of(length))) == [list(row) for row in peer.matrix]


@pytest.mark.parametrize("length", [7, 151, 250, 379])
def test_codes_are_read_back(length: int):
    code = qr.encode(text_of(length))
    side = code.size + 8
    image = Image.new("L", (side, side), 255)
    for y, row in enumerate(modules(code)):
        for x, dark in enumerate(row):
            if dark:
                image.putpixel((x + 4, y + 4), 0)
    found = zxingcpp.read_barcodes(image.resize((side * 4, side * 4), Image.Resampling.NEAREST))
    assert [one.text for one in found] == [text_of(length)]


def test_too_much_text_is_refused():
    with pytest.raises(qr.TextTooLong):
        qr.encode("A" * 5000)
