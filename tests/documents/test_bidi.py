"""The Unicode Consortium's own conformance files, whole."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from documents.text.bidi import base_level, bidi_class, line_levels, paragraph_levels, resolve, visual_order

UNICODE_DATA = Path("/usr/share/unicode")
REMOVED = {"RLE", "LRE", "RLO", "LRO", "PDF", "BN"}

needs_unicode_data = pytest.mark.skipif(
    not UNICODE_DATA.is_dir(),
    reason="NOT TESTED HERE: the conformance files of Debian's unicode-data are missing",
)


def lines_of(name: str) -> Iterator[str]:
    for line in (UNICODE_DATA / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


def shown(classes: list[str], levels: list[int]) -> tuple[list[int | None], list[int]]:
    kept = [at for at, kind in enumerate(classes) if kind not in REMOVED]
    visible = [None if kind in REMOVED else level for kind, level in zip(classes, levels, strict=True)]
    order = visual_order([levels[at] for at in kept])
    return visible, [kept[at] for at in order]


@needs_unicode_data
def test_every_case_of_bidi_character_test():
    tried = 0
    for line in lines_of("BidiCharacterTest.txt"):
        codes, direction, base, levels, order = line.split(";")
        text = "".join(chr(int(code, 16)) for code in codes.split())
        classes = [bidi_class(character) for character in text]
        asked = {"0": 0, "1": 1, "2": None}[direction]
        found, level = paragraph_levels(text, asked)
        visible, found_order = shown(classes, line_levels(classes, found, level))
        assert level == int(base), line
        assert visible == [None if part == "x" else int(part) for part in levels.split()], line
        assert found_order == [int(part) for part in order.split()], line
        tried += 1
    assert tried == 91_707


@needs_unicode_data
def test_every_case_of_bidi_test():
    tried = 0
    levels: list[int | None] = []
    order: list[int] = []
    for line in lines_of("BidiTest.txt"):
        if line.startswith("@Levels:"):
            levels = [None if part == "x" else int(part) for part in line[8:].split()]
        elif line.startswith("@Reorder:"):
            order = [int(part) for part in line[9:].split()]
        else:
            names, bits = line.split(";")
            classes = names.split()
            for bit, asked in ((1, None), (2, 0), (4, 1)):
                if not int(bits, 16) & bit:
                    continue
                base = base_level(classes) if asked is None else asked
                found = line_levels(classes, resolve(classes, base), base)
                assert shown(classes, found) == (levels, order), (line, asked)
                tried += 1
    assert tried == 770_241


def test_without_hints_the_first_strong_letter_decides():
    assert paragraph_levels("… سجل Sijil")[1] == 1
    assert paragraph_levels("… Sijil سجل")[1] == 0


def test_digits_in_arabic_text_keep_their_order():
    levels, _ = paragraph_levels("يوم ٢٣/١١", 1)
    assert levels == [1, 1, 1, 1, 2, 2, 2, 2, 2]
