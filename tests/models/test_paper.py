"""Sheets of paper."""

import pytest

from models.paper import STRAIGHT, Orientation, PaperSize, Placing, page_size


@pytest.mark.parametrize(
    ("paper", "orientation", "size"),
    [
        ("A4", "landscape", (297.0, 210.0)), ("A4", "portrait", (210.0, 297.0)),
        ("Letter", "landscape", (279.4, 215.9)), ("Letter", "portrait", (215.9, 279.4)),
    ],
)  # fmt: skip
def test_sizes_in_millimetres(paper: str, orientation: str, size: tuple[float, float]):
    assert page_size(PaperSize(paper), Orientation(orientation)) == size


def test_usually_a_page_lies_as_it_is():
    assert Placing() == STRAIGHT == Placing(right=0, down=0, scale=1, rim=0)
