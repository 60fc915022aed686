"""A certificate design: what stands where, as readable data (``resources/designs``; docs/certificate-design.md).

Places are millimetres on A4, from the upper left corner. The declarations below are the schema:
whatever does not fit them is refused with the name of its place.
"""

import base64
import binascii
import dataclasses
import json
import re
import typing
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, ClassVar, TypeVar

from models.errors import DesignInvalid
from models.paper import Orientation, PaperSize, page_size
from models.texts import NOTHING, Text, kept_as
from resources.words.languages import LANGUAGES

FORMAT, VERSION = "sijil-design", 1
MARGIN = 10.0
"""Within this distance from the edge, places stay when a design goes on another paper."""
LEAST_CODE = 25.0
"""A smaller QR code is not read by every telephone."""
MOST_BYTES = 4 << 20
_MOST_ELEMENTS = 200
_COLOUR = re.compile(r"#[0-9a-f]{6}")


class FaceName(StrEnum):
    TEXT = "text"
    SERIF = "serif"
    MODERN = "modern"


class TextAlign(StrEnum):
    """``start`` and ``end`` follow the direction of the element's language."""

    START = "start"
    CENTRE = "centre"
    END = "end"
    LEFT = "left"
    RIGHT = "right"


class TextPlace(StrEnum):
    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


class FrameStyle(StrEnum):
    LINE = "line"
    DOUBLE = "double"
    GUILLOCHE = "guilloche"
    FILL = "fill"


class PictureSource(StrEnum):
    LOGO = "logo"
    EMBLEM = "emblem"
    SIGNATURE_1 = "signature_1"
    SIGNATURE_2 = "signature_2"
    STAMP = "stamp"
    OWN = "own"
    """Lies in the design itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """A box; ``x`` and ``y`` of its upper left corner."""

    KIND: ClassVar[str] = ""

    x: float = 20.0
    y: float = 20.0
    width: float = 60.0
    height: float = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class TextElement(Element):
    """Text that shrinks until it fits its box. ``{key}`` stands for a value of ``documents/certificates/values.py``."""

    KIND: ClassVar[str] = "text"

    text: str = ""
    language: int = 1
    """1 English, 2 the person's second language, 3 the third."""
    face: FaceName = FaceName.TEXT
    bold: bool = False
    size: float = 12.0
    colour: str = "#12172b"
    align: TextAlign = TextAlign.START
    place: TextPlace = TextPlace.TOP
    lines: int = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureElement(Element):
    KIND: ClassVar[str] = "picture"

    source: PictureSource = PictureSource.LOGO
    align: TextAlign = TextAlign.CENTRE
    png: str = dataclasses.field(default="", repr=False)
    """Base64, of an ``own`` picture."""
    picture: str = ""
    """In a register, instead: the id of its ``Picture``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineElement(Element):
    """From the upper left to the lower right corner of its box."""

    KIND: ClassVar[str] = "line"

    colour: str = "#12172b"
    weight: float = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameElement(Element):
    KIND: ClassVar[str] = "frame"

    style: FrameStyle = FrameStyle.LINE
    colour: str = "#17305c"
    second: str = "#b88f3b"
    weight: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeElement(Element):
    """The QR code with its quiet zone, as large as its box; without a proof nothing is drawn."""

    KIND: ClassVar[str] = "code"

    width: float = 32.0
    height: float = 32.0


ELEMENT_TYPES: dict[str, type[Element]] = {
    one.KIND: one for one in (TextElement, PictureElement, LineElement, FrameElement, CodeElement)
}

# Field -> least and most. What is not named here: places on the page.
_RANGES: dict[str, tuple[float, float]] = {
    "language": (1, 3), "size": (4, 120), "lines": (1, 60), "weight": (0.1, 20), "width": (0, 450), "height": (0, 450),
}  # fmt: skip
_PLACES = (-50.0, 450.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    name: Text = NOTHING
    landscape: tuple[Element, ...] = ()
    portrait: tuple[Element, ...] = ()

    def page(self, orientation: Orientation) -> tuple[Element, ...]:
        """As drawn, on A4."""
        return self.landscape if orientation is Orientation.LANDSCAPE else self.portrait

    def with_page(self, orientation: Orientation, elements: tuple[Element, ...]) -> "Design":
        if orientation is Orientation.LANDSCAPE:
            return replace(self, landscape=elements)
        return replace(self, portrait=elements)

    def on(self, paper: PaperSize, orientation: Orientation) -> tuple[Element, ...]:
        """As it goes on this paper."""
        size, own = page_size(paper, orientation), page_size(PaperSize.A4, orientation)
        elements = self.page(orientation)
        return elements if size == own else tuple(_moved(one, own, size) for one in elements)


E = TypeVar("E", bound=Element)


def _moved(element: E, own: tuple[float, float], size: tuple[float, float]) -> E:
    """The distance from the edges stays, what lies between is stretched; a code keeps its side."""
    left, right = (_stretched(at, own[0], size[0]) for at in (element.x, element.x + element.width))
    top, bottom = (_stretched(at, own[1], size[1]) for at in (element.y, element.y + element.height))
    if isinstance(element, CodeElement):
        x, y = (left + right - element.width) / 2, (top + bottom - element.height) / 2
        return replace(element, x=x, y=y)
    return replace(element, x=left, y=top, width=right - left, height=bottom - top)


def _stretched(at: float, own: float, new: float) -> float:
    if at <= MARGIN:
        return at
    if at >= own - MARGIN:
        return at + new - own
    return MARGIN + (at - MARGIN) * (new - 2 * MARGIN) / (own - 2 * MARGIN)


# Reading and writing


def parse(content: str | bytes) -> Design:
    """
    :raises DesignInvalid: naming the place in the file
    """
    if len(content) > MOST_BYTES:
        raise DesignInvalid(where="JSON")
    try:
        data = json.loads(content)
    except (ValueError, RecursionError) as problem:
        raise DesignInvalid(where="JSON") from problem
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise DesignInvalid(where="format")
    if not isinstance(data.get("version"), int) or data["version"] > VERSION:
        raise DesignInvalid(where="version")
    return Design(
        name=Text(**{language: _text(data, kept_as("name", language)) for language in LANGUAGES}),
        landscape=_elements(data, "landscape"),
        portrait=_elements(data, "portrait"),
    )


def dump(design: Design) -> str:
    """One line per element, so that a person can read it and a comparison of two versions too."""
    head = {"format": FORMAT, "version": VERSION, **design.name.kept("name")}
    lines = [f"  {json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}" for name, value in head.items()]
    for orientation in Orientation:
        rows = [f"    {json.dumps(_written(one), ensure_ascii=False)}" for one in design.page(orientation)]
        inside = "[\n" + ",\n".join(rows) + "\n  ]" if rows else "[]"
        lines.append(f'  "{orientation}": {inside}')
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _written(element: Element) -> dict[str, Any]:
    """Its kind, its place, and whatever differs from what is usual."""
    row: dict[str, Any] = {"kind": element.KIND}
    for field in dataclasses.fields(element):
        value = getattr(element, field.name)
        if field.name in {"x", "y", "width", "height"} or value != field.default:
            row[field.name] = _short(value) if isinstance(value, float | int) and not isinstance(value, bool) else value
    return row


def _short(value: float) -> float | int:
    """Hundredths of a millimetre; whole numbers without a point."""
    rounded = round(float(value), 2)
    return int(rounded) if rounded.is_integer() else rounded


def _text(data: dict[str, Any], name: str) -> str:
    value = data.get(name, "")
    if not isinstance(value, str) or len(value) > 200:
        raise DesignInvalid(where=name)
    return value


def _elements(data: dict[str, Any], name: str) -> tuple[Element, ...]:
    rows = data.get(name, [])
    if not isinstance(rows, list) or len(rows) > _MOST_ELEMENTS:
        raise DesignInvalid(where=name)
    return tuple(_element(row, f"{name}.{place}") for place, row in enumerate(rows))


def _element(row: Any, where: str) -> Element:
    if not isinstance(row, dict) or row.get("kind") not in ELEMENT_TYPES:
        raise DesignInvalid(where=f"{where}.kind")
    element_type = ELEMENT_TYPES[row["kind"]]
    hints = typing.get_type_hints(element_type)
    names = {field.name for field in dataclasses.fields(element_type)}
    unknown = set(row) - names - {"kind"}
    if unknown:
        raise DesignInvalid(where=f"{where}.{sorted(unknown)[0]}")
    values = {name: checked(name, hints[name], row[name], f"{where}.{name}") for name in names & set(row)}
    element = element_type(**values)
    if isinstance(element, CodeElement) and min(element.width, element.height) < LEAST_CODE:
        raise DesignInvalid(where=f"{where}.width")
    return element


def range_of(name: str) -> tuple[float, float]:
    """Least and most value of a number in an element."""
    return _RANGES.get(name, _PLACES)


def checked(name: str, annotation: Any, value: Any, where: str) -> Any:
    """The value of a field as the schema has it.

    :raises DesignInvalid: when it does not fit
    """
    if annotation in {float, int}:
        return _number(name, annotation, value, where)
    if annotation is bool and isinstance(value, bool):
        return value
    if isinstance(annotation, type) and issubclass(annotation, StrEnum) and value in list(annotation):
        return annotation(value)
    if annotation is str and isinstance(value, str) and _is_fine(name, value):
        return value
    raise DesignInvalid(where=where)


def _number(name: str, annotation: Any, value: Any, where: str) -> float | int:
    least, most = range_of(name)
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if not is_number or (annotation is int and not isinstance(value, int)) or not least <= value <= most:
        raise DesignInvalid(where=where)
    return annotation(value)  # type: ignore[no-any-return]


def _is_fine(name: str, value: str) -> bool:
    if name in {"colour", "second"}:
        return _COLOUR.fullmatch(value) is not None
    if name == "png":
        return _is_png(value)
    return len(value) <= 4000


def _is_png(value: str) -> bool:
    try:
        return base64.b64decode(value, validate=True).startswith(b"\x89PNG")
    except binascii.Error:
        return False
