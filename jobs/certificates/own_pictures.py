"""Own pictures of designs: inside them in files and while they are drawn; in a register beside them, once each."""

import base64
from collections.abc import Callable, Iterable
from dataclasses import replace

from jobs.trainings.pictures import picture_of, png_of
from models.blobs import PNG
from models.certificates.designs import Design, Element, PictureElement, PictureSource, dump, parse
from models.step import Step
from models.store import Store


def kept(design: Design) -> str:
    """A design as the register keeps it: pictures by the ids of their records."""
    return dump(_each(design, _named))


def keep_pictures(step: Step, design: Design) -> None:
    """What ``kept`` names."""
    for one in _own(design.landscape + design.portrait):
        if one.png:
            png = base64.b64decode(one.png)
            step.keep(png, PNG)
            step.add(picture_of(png))


def read(store: Store, content: str) -> Design:
    """A design that the register keeps; a picture that has not come to this laptop yet stays named.

    :raises DesignInvalid: naming the place in it
    """

    def shown(element: PictureElement) -> PictureElement:
        png = png_of(store, element.picture)
        return replace(element, png=base64.b64encode(png).decode("ascii"), picture="") if png else element

    return _each(parse(content), shown)


def not_here(elements: Iterable[Element]) -> list[str]:
    """The ids of pictures that were read without their content."""
    return [one.picture for one in _own(elements) if one.picture]


def _named(element: PictureElement) -> PictureElement:
    if not element.png:
        return element
    return replace(element, png="", picture=picture_of(base64.b64decode(element.png)).id)


def _own(elements: Iterable[Element]) -> list[PictureElement]:
    return [one for one in elements if isinstance(one, PictureElement) and one.source is PictureSource.OWN]


def _each(design: Design, changed: Callable[[PictureElement], PictureElement]) -> Design:
    def page(elements: tuple[Element, ...]) -> tuple[Element, ...]:
        return tuple(changed(one) if isinstance(one, PictureElement) else one for one in elements)

    return replace(design, landscape=page(design.landscape), portrait=page(design.portrait))
