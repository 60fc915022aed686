"""Draft: a design that somebody is working on: what is chosen, undo and redo."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from models.certificates.designs import Design, Element
from models.paper import Orientation

_COPIED_BY = 5.0  # millimetres


class Draft(QObject):
    changed = Signal()
    """The design looks different now."""
    chosen = Signal()
    """Another element, or none, or the other orientation."""

    def __init__(self, design: Design, orientation: Orientation) -> None:
        super().__init__()
        self.design = design
        self.orientation = orientation
        self.place: int | None = None
        """Of the chosen element, from the one that lies lowest."""
        self._past: list[tuple[Design, Orientation, int | None]] = []
        self._future: list[tuple[Design, Orientation, int | None]] = []
        self._gesture = ""

    @property
    def elements(self) -> tuple[Element, ...]:
        return self.design.page(self.orientation)

    @property
    def element(self) -> Element | None:
        return None if self.place is None else self.elements[self.place]

    @property
    def can_undo(self) -> bool:
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        return bool(self._future)

    def choose(self, place: int | None) -> None:
        if place != self.place:
            self.place = place
            self._gesture = ""
            self.chosen.emit()

    def turn(self, orientation: Orientation) -> None:
        """The other orientation, which has a page of its own."""
        if orientation is not self.orientation:
            self.orientation, self.place, self._gesture = orientation, None, ""
            self.chosen.emit()
            self.changed.emit()

    # Changes

    def put(self, element: Element, gesture: str = "") -> None:
        """The chosen element as it is now.

        :param gesture: changes of one name that follow each other are undone together
        """
        if self.place is not None and element != self.element:
            self._set(_with(self.elements, self.place, element), self.place, gesture)

    def add(self, element: Element) -> None:
        """On top of all, and chosen."""
        self._set((*self.elements, element), len(self.elements))

    def duplicate(self) -> None:
        if self.element is not None:
            self.add(replace(self.element, x=self.element.x + _COPIED_BY, y=self.element.y + _COPIED_BY))

    def remove(self) -> None:
        if self.place is not None:
            self._set(self.elements[: self.place] + self.elements[self.place + 1 :], None)

    def move(self, by: int) -> None:
        """Above the next one, or below it."""
        if self.place is None:
            return
        to = self.place + by
        if 0 <= to < len(self.elements):
            others = list(self.elements)
            others.insert(to, others.pop(self.place))
            self._set(tuple(others), to)

    def end_gesture(self) -> None:
        """What follows is undone by itself."""
        self._gesture = ""

    def _set(self, elements: tuple[Element, ...], place: int | None, gesture: str = "") -> None:
        if not gesture or gesture != self._gesture:
            self._past.append((self.design, self.orientation, self.place))
        self._gesture = gesture
        self._future.clear()
        self.design = self.design.with_page(self.orientation, elements)
        self._show(place)

    def undo(self) -> None:
        self._step(self._past, self._future)

    def redo(self) -> None:
        self._step(self._future, self._past)

    def _step(
        self,
        source: list[tuple[Design, Orientation, int | None]],
        target: list[tuple[Design, Orientation, int | None]],
    ) -> None:
        if source:
            target.append((self.design, self.orientation, self.place))
            self.design, self.orientation, place = source.pop()
            self._gesture = ""
            self._show(place, is_other=True)

    def _show(self, place: int | None, *, is_other: bool = False) -> None:
        is_other = is_other or place != self.place
        self.place = place
        if is_other:
            self.chosen.emit()
        self.changed.emit()


def _with(elements: tuple[Element, ...], place: int, element: Element) -> tuple[Element, ...]:
    return (*elements[:place], element, *elements[place + 1 :])
