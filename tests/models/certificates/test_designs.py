"""Designs as data: what is written comes back, what does not fit is named, and a page goes on other paper."""

import json

import pytest

from models.certificates import designs
from models.certificates.designs import (
    CodeElement,
    Design,
    FaceName,
    FrameElement,
    FrameStyle,
    LineElement,
    PictureElement,
    PictureSource,
    TextAlign,
    TextElement,
    TextPlace,
    dump,
    parse,
    range_of,
)  # fmt: skip
from models.errors import DesignInvalid
from models.paper import Orientation, PaperSize
from models.texts import Text

EVERYTHING = Design(
    name=Text(en="Mine", ar="لي", ckb="هی من"),
    landscape=(
        TextElement(x=1.234, y=2, width=30, height=4.5, text="{name}\nöß", language=3, face=FaceName.SERIF, bold=True,
                    size=20.5, colour="#000000", align=TextAlign.END, place=TextPlace.BOTTOM, lines=2),
        PictureElement(source=PictureSource.OWN, align=TextAlign.LEFT, png="iVBORw=="),
        LineElement(colour="#ffffff", weight=2), FrameElement(style=FrameStyle.FILL, second="#123456"), CodeElement(),
    ),
    portrait=(TextElement(),),
)  # fmt: skip


def test_a_design_comes_back_as_it_was():
    found = parse(dump(EVERYTHING))
    assert found.landscape[0] == designs.replace(EVERYTHING.landscape[0], x=1.23)
    assert found.landscape[1:] == EVERYTHING.landscape[1:]
    assert (found.portrait, found.name["en"], found.name["ar"], found.name["ckb"]) == (
        EVERYTHING.portrait, "Mine", "لي", "هی من",
    )  # fmt: skip
    assert parse(dump(Design())) == Design()


def test_it_is_written_as_people_read_it():
    assert dump(Design(name=Text(ar="لي"), landscape=(TextElement(text="x", width=60.004), CodeElement(x=1.5)))) == (
        '{\n  "format": "sijil-design",\n  "version": 1,\n  "name_en": "",\n  "name_ar": "لي",\n  "name_ckb": "",\n'
        '  "landscape": [\n    {"kind": "text", "x": 20, "y": 20, "width": 60, "height": 10, "text": "x"},\n'
        '    {"kind": "code", "x": 1.5, "y": 20, "width": 32, "height": 32}\n  ],\n  "portrait": []\n}\n'
    )


def test_what_an_element_usually_is():
    assert parse('{"format": "sijil-design", "version": 1, "landscape": [{"kind": "text"}]}').landscape == (
        TextElement(
            x=20, y=20, width=60, height=10, text="", language=1, face=FaceName.TEXT, bold=False, size=12,
            colour="#12172b", align=TextAlign.START, place=TextPlace.TOP, lines=20,
        ),
    )  # fmt: skip
    assert PictureElement() == PictureElement(source=PictureSource.LOGO, align=TextAlign.CENTRE, png="")
    assert LineElement() == LineElement(colour="#12172b", weight=0.6)
    assert FrameElement() == FrameElement(style=FrameStyle.LINE, colour="#17305c", second="#b88f3b", weight=1)
    assert (CodeElement().width, CodeElement().height) == (32, 32)


def with_element(**values: object) -> str:
    row = {"kind": "text"} | values
    return json.dumps({"format": "sijil-design", "version": 1, "landscape": [row]})


@pytest.mark.parametrize(
    ("values", "where"),
    [
        ({"kind": "star"}, "kind"), ({"kind": None}, "kind"), ({"star": 1, "moon": 2}, "moon"), ({"x": "1"}, "x"),
        ({"x": True}, "x"), ({"x": None}, "x"), ({"x": 450.1}, "x"), ({"x": -50.1}, "x"), ({"y": 451}, "y"),
        ({"width": -1}, "width"), ({"height": 451}, "height"), ({"language": 0}, "language"),
        ({"language": 4}, "language"), ({"language": 1.0}, "language"), ({"size": 3.9}, "size"),
        ({"size": 121}, "size"),
        ({"lines": 0}, "lines"), ({"lines": 61}, "lines"), ({"bold": 1}, "bold"), ({"face": "comic"}, "face"),
        ({"align": 1}, "align"), ({"place": "centre"}, "place"), ({"colour": "#12172"}, "colour"),
        ({"colour": "#12172B"}, "colour"), ({"colour": "red"}, "colour"), ({"text": 1}, "text"),
        ({"text": "x" * 4001}, "text"), ({"kind": "line", "weight": 0.09}, "weight"),
        ({"kind": "line", "weight": 20.1}, "weight"), ({"kind": "frame", "second": "blue"}, "second"),
        ({"kind": "frame", "style": "dotted"}, "style"), ({"kind": "picture", "png": "x"}, "png"),
        ({"kind": "picture", "png": "aGVsbG8="}, "png"), ({"kind": "picture", "source": "web"}, "source"),
        ({"kind": "code", "width": 24.9}, "width"), ({"kind": "code", "height": 24}, "width"),
    ],
    ids=str,
)  # fmt: skip
def test_what_does_not_fit_is_named(values: dict[str, object], where: str):
    with pytest.raises(DesignInvalid) as caught:
        parse(with_element(**values))
    assert caught.value.values == {"where": f"landscape.0.{where}"}


@pytest.mark.parametrize(
    "values",
    [
        {"x": -50}, {"x": 450}, {"width": 0, "height": 450}, {"language": 3}, {"size": 4}, {"size": 120}, {"lines": 60},
        {"text": "x" * 4000}, {"kind": "line", "weight": 0.1}, {"kind": "line", "weight": 20},
        {"kind": "code", "width": 25},
        {"kind": "picture", "png": "iVBORw=="}, {"colour": "#0099af"},
    ],
    ids=lambda values: str(values)[:40],
)  # fmt: skip
def test_the_limits_belong_to_what_fits(values: dict[str, object]):
    (element,) = parse(with_element(**values)).landscape
    assert {name: getattr(element, name) for name in values.keys() - {"kind"}} == {
        name: value for name, value in values.items() if name != "kind"
    }


@pytest.mark.parametrize(
    ("content", "where"),
    [
        ("", "JSON"), ("{", "JSON"), ("[" * 100_000, "JSON"), ("[]", "format"), ("7", "format"), ("{}", "format"),
        ('{"format": "sijil-design"}', "version"), ('{"format": "sijil-design", "version": 2}', "version"),
        ('{"format": "sijil-design", "version": "1"}', "version"),
        ('{"format": "sijil-design", "version": 1, "name_ar": 7}', "name_ar"),
        (json.dumps({"format": "sijil-design", "version": 1, "name_en": "x" * 201}), "name_en"),
        ('{"format": "sijil-design", "version": 1, "portrait": {}}', "portrait"),
        ('{"format": "sijil-design", "version": 1, "portrait": [7]}', "portrait.0.kind"),
        (json.dumps({"format": "sijil-design", "version": 1, "portrait": [{"kind": "line"}] * 201}), "portrait"),
    ],
    ids=lambda text: text[:60],
)  # fmt: skip
def test_what_is_no_design_is_named(content: str, where: str):
    with pytest.raises(DesignInvalid) as caught:
        parse(content)
    assert caught.value.values == {"where": where}


def test_as_much_as_a_design_may_hold(monkeypatch: pytest.MonkeyPatch):
    rows = [{"kind": "line"}] * 200
    content = json.dumps({"format": "sijil-design", "version": 1, "name_en": "x" * 200, "portrait": rows})
    assert len(parse(content).portrait) == 200
    monkeypatch.setattr(designs, "MOST_BYTES", len(content))
    assert parse(content)
    monkeypatch.setattr(designs, "MOST_BYTES", len(content) - 1)
    with pytest.raises(DesignInvalid):
        parse(content)


def test_ranges_are_told_to_the_designer():
    assert range_of("size") == (4, 120)
    assert range_of("x") == range_of("y") == (-50, 450)


# On other paper: A4 is 297 × 210, Letter 279.4 × 215.9


def placed(**box: float) -> tuple[float, ...]:
    element = LineElement(**box)
    (found,) = Design(landscape=(element,)).on(PaperSize.LETTER, Orientation.LANDSCAPE)
    return tuple(round(value, 3) for value in (found.x, found.y, found.width, found.height))


@pytest.mark.parametrize(
    ("box", "found"),
    [
        ({"x": 10, "y": 10, "width": 277, "height": 190}, (10, 10, 259.4, 195.9)),
        ({"x": 5, "y": 5, "width": 5, "height": 5}, (5, 5, 5, 5)),
        ({"x": 287, "y": 200, "width": 5, "height": 5}, (269.4, 205.9, 5, 5)),
        ({"x": 148.5, "y": 105, "width": 0, "height": 0}, (139.7, 107.95, 0, 0)),
        ({"x": 79.25, "y": 57.5, "width": 0, "height": 0}, (74.85, 58.975, 0, 0)),
        ({"x": 297, "y": 210, "width": 0, "height": 0}, (279.4, 215.9, 0, 0)),
    ],
)  # fmt: skip
def test_edges_stay_and_what_lies_between_is_stretched(box: dict[str, float], found: tuple[float, ...]):
    assert placed(**box) == found


def test_a_code_keeps_its_side_and_its_middle():
    design = Design(landscape=(CodeElement(x=132.5, y=89, width=32, height=32),))
    (code,) = design.on(PaperSize.LETTER, Orientation.LANDSCAPE)
    assert (code.width, code.height) == (32, 32)
    assert (round(code.x, 3), round(code.y, 3)) == (123.7, 91.95)


def test_each_orientation_has_its_own_page():
    design = Design(landscape=(LineElement(),), portrait=(FrameElement(),))
    assert design.on(PaperSize.A4, Orientation.LANDSCAPE) == design.page(Orientation.LANDSCAPE) == (LineElement(),)
    assert design.on(PaperSize.A4, Orientation.PORTRAIT) == design.page(Orientation.PORTRAIT) == (FrameElement(),)
    changed = design.with_page(Orientation.LANDSCAPE, ()).with_page(Orientation.PORTRAIT, (CodeElement(),))
    assert (changed.landscape, changed.portrait) == ((), (CodeElement(),))
